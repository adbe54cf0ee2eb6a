import { guessImportMap, requiredImportFields } from '#domain/import-map';
import { MAX_COLUMNS } from '../import-limits';
import { tooLarge, unreadable } from '../read-failures';
import { isOwnRowPath } from './own-layout';
import { EnoughXml, parseXml, type Attributes } from './parse-xml';

/** A value inside the element of a row: the text of an element below it, or an attribute. */
export interface XmlColumn {
  /** The names from the row's element down to the one that holds the value; empty for the row's own. */
  readonly path: readonly string[];
  readonly attribute?: string;
}

/** Where the rows of an XML file are, and what is in them. */
export interface XmlLayout {
  /** The names from the root down to the element of a row. */
  readonly rowPath: readonly string[];
  readonly columns: readonly XmlColumn[];
  /** Of an export of ours: what its root says. */
  readonly own?: Attributes;
}

/** Past this the rows are known: a million characters would do, but a seldom element may come late. */
const MOST_CHARS = 64 * 1024 * 1024;
const MOST_PATHS = 10_000;
const LEAST_COLUMNS = 2;

interface SeenElement {
  readonly path: readonly string[];
  count: number;
  /** How many of the elements above hold one or more. */
  parents: number;
  hasChildren: boolean;
  readonly attributes: Set<string>;
}

/** A name for a column that a person recognises: `amount`, `customer/name`, `amount@currency`. */
export function columnName({ path, attribute }: XmlColumn): string {
  const element = path.join('/');
  if (attribute === undefined) return element;
  return element === '' ? attribute : `${element}@${attribute}`;
}

/** Most of the elements above hold several: a list in a row is no column of it, but one row with two values is a mistake. */
function isList({ count, parents }: SeenElement): boolean {
  return count > parents * 1.5;
}

/** An element that is not closed yet, with what it holds so far. */
interface OpenElement {
  readonly seen: SeenElement;
  readonly holds: Set<SeenElement>;
}

/** Counts the elements of a document by their names from the root down. */
function createCensus() {
  const elements = new Map<string, SeenElement>();
  const open: OpenElement[] = [];

  function seen(path: readonly string[]): SeenElement {
    const key = path.join('/');
    const known = elements.get(key);
    if (known !== undefined) return known;
    if (elements.size === MOST_PATHS) throw tooLarge('columns');
    const added = { path, count: 0, parents: 0, hasChildren: false, attributes: new Set<string>() };
    elements.set(key, added);
    return added;
  }

  return {
    elements,
    open(name: string, attributes: Attributes) {
      const parent = open.at(-1);
      if (parent !== undefined) parent.seen.hasChildren = true;
      const element = seen([...(parent?.seen.path ?? []), name]);
      element.count += 1;
      if (parent?.holds.has(element) !== true) element.parents += 1;
      parent?.holds.add(element);
      for (const key in attributes) element.attributes.add(key);
      open.push({ seen: element, holds: new Set() });
    },
    close: () => void open.pop(),
  };
}

type Elements = ReadonlyMap<string, SeenElement>;

/** The values below an element that come once in each of its kind. */
function columnsBelow(row: SeenElement, elements: Elements): readonly XmlColumn[] {
  const depth = row.path.length;
  const inside = [...elements.values()].filter(
    ({ path }) => path.length >= depth && row.path.every((name, index) => path[index] === name),
  );
  const isInList = ({ path }: SeenElement) =>
    path.some((_, step) => {
      const above = step < depth ? undefined : elements.get(path.slice(0, step + 1).join('/'));
      return above !== undefined && isList(above);
    });
  const columns = inside
    .filter((element) => !isInList(element))
    .flatMap(({ path, hasChildren, attributes }): XmlColumn[] => {
      const below = path.slice(depth);
      const isLeaf = below.length > 0 && !hasChildren;
      return [
        ...(isLeaf ? [{ path: below }] : []),
        ...[...attributes].map((attribute) => ({ path: below, attribute })),
      ];
    });
  if (columns.length > MAX_COLUMNS) throw tooLarge('columns');
  return columns;
}

/** How many fields of a link the columns seem to hold; those that are required count most. */
function knownFields(columns: readonly XmlColumn[]): number {
  const map = guessImportMap(columns.map(columnName));
  const required = requiredImportFields.filter((field) => map[field] !== undefined).length;
  return required * 100 + Object.keys(map).length;
}

/** The element that stands for a row: it holds the most fields of a link, then comes most often, then lies deepest. */
function findLayout(elements: Elements): XmlLayout | undefined {
  const [best] = [...elements.values()]
    .filter(({ path }) => path.length > 1)
    .map((row) => ({ row, columns: columnsBelow(row, elements) }))
    .filter(({ columns }) => columns.length >= LEAST_COLUMNS)
    .map((candidate) => ({ ...candidate, known: knownFields(candidate.columns) }))
    .sort((a, b) => b.known - a.known || b.row.count - a.row.count || b.row.path.length - a.row.path.length);
  return best === undefined ? undefined : { rowPath: best.row.path, columns: best.columns };
}

/**
 * Finds out which element of an XML file stands for a row, and which values rows have. Fails with `import/unreadable` when the
 * file holds no rows, or as reading XML does.
 */
export async function readXmlLayout(path: string, signal: AbortSignal): Promise<XmlLayout> {
  const census = createCensus();
  const names: string[] = [];
  let root: Attributes | undefined;
  await parseXml({
    path,
    signal,
    isDone: (chars) => chars > MOST_CHARS,
    listener: {
      open(name, attributes) {
        names.push(name);
        root ??= attributes;
        census.open(name, attributes);
      },
      text: () => undefined,
      close() {
        // One row of our own exports tells all of them.
        if (isOwnRowPath(names)) throw new EnoughXml();
        names.pop();
        census.close();
      },
    },
  });
  const layout = findLayout(census.elements);
  if (layout === undefined) throw unreadable('no-rows');
  return isOwnRowPath(layout.rowPath) && root !== undefined ? { ...layout, own: root } : layout;
}
