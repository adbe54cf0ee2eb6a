import { writeXlsx } from 'hucre/xlsx';
import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { Instant } from '#domain/instant';
import { bytesOf } from '../../files/zip/byte-source';
import { zipContent } from '../../files/zip/zip-content';
import { readZipDirectory } from '../../files/zip/zip-directory';
import { columnLetters } from './column-letters';
import { sheetStyles, styleNames, type StyleIds } from './sheet-styles';

/** What a sheet is like around its rows. */
export interface SheetPlan {
  readonly name: string;
  /** The columns' widths, in characters. */
  readonly widths: readonly number[];
  readonly isRightToLeft: boolean;
  /** A header that stays in view, is printed on each page and can be filtered by; how many rows it and the data are. */
  readonly headerOver?: number;
}

/** The text before and after the rows of a sheet. */
export interface SheetFrame {
  readonly path: string;
  readonly head: string;
  readonly foot: string;
}

/** A workbook without its rows. */
export interface WorkbookFrame {
  readonly sheets: readonly SheetFrame[];
  readonly styles: StyleIds;
  /** All parts but the sheets. */
  readonly others: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

const sheetPath = /^xl\/worksheets\/sheet\d+\.xml$/;
const rowsStart = '<sheetData>';
const rowsEnd = '</sheetData>';

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function rangeOver(columns: number, rows: number): string {
  return `A1:${columnLetters(columns - 1)}${rows}`;
}

/** A sheet of one row, which has a cell of each style: that is how the styles get their numbers, the same ones every time. */
function planToSheet({ name, widths, isRightToLeft, headerOver }: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>(
    styleNames.map((style, column) => [`0,${column}`, { value: 0, style: sheetStyles[style] }]),
  );
  const range = rangeOver(widths.length, headerOver ?? 1);
  return {
    name,
    rows: [styleNames.map(() => 0)],
    cells,
    columns: widths.map((width) => ({ width })),
    view: { rightToLeft: isRightToLeft },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...(headerOver === undefined ? {} : { freezePane: { rows: 1 }, autoFilter: { range } }),
  };
}

function namesOf({ name, widths, headerOver }: SheetPlan) {
  if (headerOver === undefined) return [];
  const last = `$${columnLetters(widths.length - 1)}$${headerOver}`;
  return [
    // Excel keeps the filter's range under a name too, and wants it.
    { name: '_xlnm._FilterDatabase', range: `${quoted(name)}!$A$1:${last}`, scope: name },
    { name: '_xlnm.Print_Titles', range: `${quoted(name)}!$1:$1`, scope: name },
  ];
}

async function partsOf(archive: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const source = bytesOf(archive);
  const parts = new Map<string, Uint8Array>();
  for (const entry of (await readZipDirectory(source)).values()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipContent(source, entry)) chunks.push(chunk);
    parts.set(entry.name, Buffer.concat(chunks));
  }
  return parts;
}

/** Ids and references are text on purpose: Excel is not to mark each of them as a number that was stored as text. */
function withoutMarks(foot: string, { headerOver, widths }: SheetPlan): string {
  if (headerOver === undefined) return foot;
  const range = rangeOver(widths.length, headerOver);
  const ignored = `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`;
  return foot.replace('</worksheet>', `${ignored}</worksheet>`);
}

/** The filter's range is no name for people, and without formulas Excel has nothing to calculate when it opens the file. */
function tidied(path: string, bytes: Uint8Array): Uint8Array {
  if (path !== 'xl/workbook.xml') return bytes;
  const text = Buffer.from(bytes).toString('utf8');
  return Buffer.from(
    text
      .replaceAll('name="_xlnm._FilterDatabase"', 'name="_xlnm._FilterDatabase" hidden="1"')
      .replace(/<calcPr [^>]*\/>/, ''),
    'utf8',
  );
}

function frameOf(path: string, bytes: Uint8Array): SheetFrame & { readonly row: string } {
  // Where the cells end is not known yet, and no reader needs it.
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/<dimension [^>]*\/>/, '');
  const start = text.indexOf(rowsStart) + rowsStart.length;
  const end = text.indexOf(rowsEnd);
  return { path, head: text.slice(0, start), row: text.slice(start, end), foot: text.slice(end) };
}

function stylesOf(row: string): StyleIds {
  const ids = [...row.matchAll(/<c [^>]*s="(\d+)"/g)].map(([, id]) => Number(id));
  // Each name has its cell in the row.
  return Object.fromEntries(styleNames.map((name, index) => [name, ids[index] ?? 0])) as unknown as StyleIds;
}

/**
 * Has the library make a workbook of these sheets, and takes the rows out of it: views, filters, widths, styles, relations and all
 * else are the library's, so that only rows are written by hand.
 */
export async function buildFrame(plans: readonly SheetPlan[], createdAt: Instant): Promise<WorkbookFrame> {
  const at = new Date(createdAt);
  const archive = await writeXlsx({
    sheets: plans.map(planToSheet),
    namedRanges: plans.flatMap(namesOf),
    properties: { creator: 'Payment Link Desk', created: at, modified: at },
    stringMode: 'inline',
  });
  const parts = [...(await partsOf(archive))];
  const sheets = parts.filter(([path]) => sheetPath.test(path)).map(([path, bytes]) => frameOf(path, bytes));
  return {
    sheets: sheets.map(({ path, head, foot }, index) => {
      const plan = plans[index];
      return { path, head, foot: plan === undefined ? foot : withoutMarks(foot, plan) };
    }),
    styles: stylesOf(sheets[0]?.row ?? ''),
    others: parts
      .filter(([path]) => !sheetPath.test(path))
      .map(([path, bytes]) => ({ path, bytes: tidied(path, bytes) })),
  };
}
