import type { StoreDatabase } from '../store-database';
import type { TextColumn } from './link-arrays';
import { collations } from './text-collation';

/** A link's key with its text. */
export type KeyedText = readonly [key: number, text: string];

/** What has been written to the database up to a moment. */
export interface Writes {
  /** How many rows by this connection. */
  readonly own: number;
  /** Another number whenever another connection has written. */
  readonly others: number;
}

/** Reads the texts of a column in their order, by its index alone; links without a text are left out. */
export interface TextReader {
  of(key: number): string | null;
  /** From the very first on. */
  first(limit: number): readonly KeyedText[];
  /** Of greater texts. */
  after(text: string, limit: number): readonly KeyedText[];
  /** Of equal texts, in the order of the index, from a number of them on. */
  equal(text: string, from: number, limit: number): readonly KeyedText[];
  /** What the last reading knew of, if it is asked in the same turn. */
  writes(): Writes;
}

/** Where the texts of a column are, and in their order. */
const textPlaces: Readonly<Record<TextColumn, { readonly column: string; readonly index: string }>> = {
  reference: { column: 'reference', index: 'link_by_reference' },
  linkId: { column: 'link_id', index: 'link_identity' },
  customerName: { column: 'customer_name', index: 'link_by_customer' },
};

export function createTextReader(db: StoreDatabase, of: TextColumn): TextReader {
  const { column, index } = textPlaces[of];
  const text = `${column} COLLATE ${collations[of].name}`;
  const read = (where: string, more: string) =>
    `SELECT key, ${column} FROM link INDEXED BY ${index} WHERE ${where} ${more}`;
  const one = db.prepare<[number], string | null>(`SELECT ${column} FROM link WHERE key = ?`).pluck();
  // Every text is at least the empty one, and NULL is not.
  const first = db.prepare<[number], KeyedText>(read(`${text} >= ''`, `ORDER BY ${text} LIMIT ?`)).raw();
  const after = db
    .prepare<[string, number], KeyedText>(read(`${text} > ?`, `ORDER BY ${text} LIMIT ?`))
    .raw();
  const equal = db
    .prepare<[string, number, number], KeyedText>(read(`${text} = ?`, 'LIMIT ? OFFSET ?'))
    .raw();
  const own = db.prepare<[], number>('SELECT total_changes()').pluck();
  const others = db.prepare<[], number>('PRAGMA data_version').pluck();
  return {
    of: (key) => one.get(key) ?? null,
    first: (limit) => first.all(limit),
    after: (greaterThan, limit) => after.all(greaterThan, limit),
    equal: (wanted, from, limit) => equal.all(wanted, limit, from),
    writes: () => ({ own: own.get() ?? 0, others: others.get() ?? 0 }),
  };
}
