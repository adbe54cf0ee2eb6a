/**
 * The open database every part of the store works on, as far as the store uses it; all of its calls are synchronous.
 *
 * The shape is better-sqlite3's (https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md). What a statement takes
 * and yields is the word of whoever prepares it, beside its SQL.
 */
export interface StoreDatabase {
  /** The path of its file. */
  readonly name: string;
  prepare<Params extends readonly unknown[] = [], Row = unknown>(sql: string): StoreStatement<Params, Row>;
  /** Makes a function that runs in a transaction, or in a savepoint of the one that is open; a throw rolls it back. */
  transaction<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
  ): ((...args: Args) => Result) & {
    /** Takes the write lock at the start. */
    immediate(...args: Args): Result;
  };
  exec(sql: string): unknown;
  pragma(sql: string, options?: { readonly simple?: boolean }): unknown;
  close(): unknown;
}

export interface StoreStatement<Params extends readonly unknown[], Row> {
  run(...params: Params): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...params: Params): Row | undefined;
  all(...params: Params): Row[];
  iterate(...params: Params): IterableIterator<Row>;
  /** Yields the first column's values instead of rows. */
  pluck(): this;
  /** Yields rows as lists of values, in the order of the columns. */
  raw(): this;
}
