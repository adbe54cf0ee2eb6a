import { makeZip } from './make-zip';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface MadeSheet {
  readonly name: string;
  /** What stands in `<sheetData>`. */
  readonly rows: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly date1904?: boolean;
  /** Parts to add, or to put in the place of others. */
  readonly parts?: Readonly<Record<string, string>>;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (list: readonly string[]) =>
  `<Relationships xmlns="${RELATIONS}">${list.join('')}</Relationships>`;

function workbookXml({ sheets, date1904 = false }: MadeWorkbook): string {
  const listed = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="s${index}"/>`,
  );
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}">${properties}<sheets>${listed.join('')}</sheets></workbook>`;
}

/** Makes a workbook of hand-written markup: what no library would write can be tried with it. */
export function makeWorkbook(made: MadeWorkbook): Promise<Buffer> {
  const { sheets, sharedStrings, styles, parts } = made;
  return makeZip({
    '_rels/.rels': relations([relation('w', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': workbookXml(made),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation('t', 'sharedStrings', 'sharedStrings.xml'),
      relation('y', 'styles', '/xl/styles.xml'),
    ]),
    ...(sharedStrings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `<sst xmlns="${SHEET}">${sharedStrings}</sst>` }),
    ...(styles === undefined
      ? {}
      : { 'xl/styles.xml': `<styleSheet xmlns="${SHEET}">${styles}</styleSheet>` }),
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  });
}
