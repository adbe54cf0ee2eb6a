import type { OnRecord } from '../record-reader';
import { EnoughXml, type Attributes, type XmlListener } from './parse-xml';
import type { XmlColumn, XmlLayout } from './xml-layout';

/** Where values go, by the names of elements and attributes. */
function columnIndex(columns: readonly XmlColumn[]): ReadonlyMap<string, number> {
  return new Map(
    columns.map(({ path, attribute }, index) => [`${path.join('/')}@${attribute ?? ''}`, index]),
  );
}

/** Gathers the values of one row. */
class RowCells {
  readonly #index: ReadonlyMap<string, number>;
  readonly #columns: number;
  #cells: string[] = [];
  #isFilled: boolean[] = [];
  #beyond: string[] = [];
  isBroken = false;

  constructor(columns: readonly XmlColumn[]) {
    this.#index = columnIndex(columns);
    this.#columns = columns.length;
  }

  begin(): void {
    this.#cells = new Array<string>(this.#columns).fill('');
    this.#isFilled = [];
    this.#beyond = [];
    this.isBroken = false;
  }

  put(key: string, value: string): void {
    const index = this.#index.get(key);
    if (index === undefined) {
      // A value no row before had: the row does not fit the columns, which is for its reader to say.
      if (value.trim() !== '') this.#beyond.push(value);
      return;
    }
    // Two values for one column: a list inside the row.
    if (this.#isFilled[index] === true) this.isBroken = true;
    this.#isFilled[index] = true;
    this.#cells[index] = value;
  }

  end(): readonly string[] {
    return this.#beyond.length === 0 ? this.#cells : [...this.#cells, ...this.#beyond];
  }
}

/** Turns the elements of a document into records, one for each row. */
export function createXmlRows({ rowPath, columns }: XmlLayout, onRecord: OnRecord): XmlListener {
  const row = new RowCells(columns);
  const names: string[] = [];
  /** How many names from the root on are those of the row's path. */
  let matched = 0;
  let line = 1;
  let text = '';
  let isLeaf = false;
  let below = '';

  const tell = (record: Parameters<OnRecord>[0]) => {
    if (onRecord(record) === 'stop') throw new EnoughXml();
  };
  const putAttributes = (attributes: Attributes) => {
    for (const name in attributes) row.put(`${below}@${name}`, attributes[name] ?? '');
  };
  return {
    open(name, attributes, at) {
      const depth = names.push(name);
      if (matched === depth - 1 && depth <= rowPath.length && rowPath[depth - 1] === name) {
        matched = depth;
        if (depth !== rowPath.length) return;
        line = at;
        below = '';
        row.begin();
        putAttributes(attributes);
      } else if (matched === rowPath.length) {
        below = below === '' ? name : `${below}/${name}`;
        text = '';
        isLeaf = true;
        putAttributes(attributes);
      }
    },
    text(part) {
      if (isLeaf) text += part;
    },
    close() {
      const depth = names.length;
      if (matched === rowPath.length && depth > rowPath.length) {
        if (isLeaf) row.put(`${below}@`, text);
        isLeaf = false;
        const name = names[depth - 1] ?? '';
        below = below.slice(0, Math.max(0, below.length - name.length - 1));
      } else if (matched === depth) {
        if (depth === rowPath.length) tell({ line, cells: row.end(), isBroken: row.isBroken });
        matched -= 1;
      }
      names.pop();
    },
  };
}
