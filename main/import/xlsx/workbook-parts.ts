import type { ByteSource } from '../../files/zip/byte-source';
import { zipContent } from '../../files/zip/zip-content';
import type { ZipDirectory } from '../../files/zip/zip-directory';
import { attributeOf, readWholePart } from './read-part';
import type { DateSystem } from './serial-date';
import { unreadableWorkbook } from './workbook-refusal';

/** A sheet as the workbook lists it. */
export interface SheetPart {
  readonly name: string;
  /** Hidden sheets are not read unless they are asked for by name. */
  readonly isHidden: boolean;
  /** The part with its cells. */
  readonly path: string;
}

/** What a workbook consists of, as far as its cells need it. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly dateSystem: DateSystem;
  readonly sharedStrings?: string;
  readonly styles?: string;
}

/** The parts of an open archive. */
export interface Package {
  readonly source: ByteSource;
  readonly directory: ZipDirectory;
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, in the transitional form and in the strict one. */
  readonly type: string;
  readonly path: string;
}

/** The content of a part; undefined when the archive has none by this name. */
export function partContent({ source, directory }: Package, path: string) {
  const entry = directory.get(path.toLowerCase());
  return entry === undefined ? undefined : zipContent(source, entry);
}

/** A target as its part's name: relative to the folder of the part that names it, or from the root. */
function resolveTarget(target: string, folder: string): string {
  const segments = target.startsWith('/') ? [] : folder.split('/').filter((segment) => segment !== '');
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

async function readRelations(opened: Package, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = slash === -1 ? '' : part.slice(0, slash);
  const path = `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`;
  const content = partContent(opened, path);
  if (content === undefined) throw unreadableWorkbook('not-a-workbook');
  const relations: Relation[] = [];
  await readWholePart(content, {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      if (Id === undefined || Type === undefined || Target === undefined) return;
      relations.push({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        path: resolveTarget(Target, folder),
      });
    },
  });
  return relations;
}

interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

async function readWorkbook(opened: Package, path: string) {
  const content = partContent(opened, path);
  // A binary workbook (.xlsb) is a package too, and its parts are no XML.
  if (content === undefined || path.endsWith('.bin')) throw unreadableWorkbook('not-a-workbook');
  const sheets: ListedSheet[] = [];
  let dateSystem: DateSystem = '1900';
  await readWholePart(content, {
    open: (element, attributes) => {
      if (element === 'workbookPr') {
        const is1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
        if (is1904) dateSystem = '1904';
      }
      if (element !== 'sheet') return;
      const { name = '', state = 'visible' } = attributes;
      sheets.push({ name, isHidden: state !== 'visible', relation: attributeOf(attributes, 'id') ?? '' });
    },
  });
  return { sheets, dateSystem };
}

/** Finds the parts of a workbook by its relations, which is how they are named; their paths are only a habit. */
export async function readWorkbookParts(opened: Package): Promise<WorkbookParts> {
  const workbookPath = (await readRelations(opened, '')).find(({ type }) => type === 'officeDocument')?.path;
  if (workbookPath === undefined) throw unreadableWorkbook('not-a-workbook');
  const { sheets, dateSystem } = await readWorkbook(opened, workbookPath);
  const relations = await readRelations(opened, workbookPath);
  const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path;
  const worksheets = new Map(
    relations.filter(({ type }) => type === 'worksheet').map(({ id, path }) => [id, path] as const),
  );
  const [sharedStrings, styles] = [pathOf('sharedStrings'), pathOf('styles')];
  return {
    // A sheet with a chart alone has no cells.
    sheets: sheets.flatMap(({ relation, ...sheet }) => {
      const path = worksheets.get(relation);
      return path === undefined ? [] : [{ ...sheet, path }];
    }),
    dateSystem,
    ...(sharedStrings === undefined ? {} : { sharedStrings }),
    ...(styles === undefined ? {} : { styles }),
  };
}
