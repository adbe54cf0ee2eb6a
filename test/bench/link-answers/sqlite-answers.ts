import type { StoreDatabase } from '../../../main/store/store-database';
import { pageRows, type LinkAnswerer, type SumLine } from './link-answerer';
import { orderOf, type MixedQuery } from './mixed-query';

interface SumRow {
  readonly currency: string;
  readonly count: number;
  readonly total: number;
}

/** The plain way: one statement for the page, one for the count, one for the sums, each over the rows. */
export function createSqliteAnswers(db: StoreDatabase): LinkAnswerer {
  const page = (query: MixedQuery): number[] =>
    db
      .prepare<[], { key: number }>(
        `SELECT * FROM link WHERE ${query.where} ORDER BY ${orderOf(query)} LIMIT ${pageRows}`,
      )
      .all()
      .map(({ key }) => key);
  const sums = ({ where }: MixedQuery): SumLine[] =>
    db
      .prepare<[], SumRow>(
        `SELECT currency, count(*) AS count, sum(amount_minor) AS total FROM link WHERE ${where}
         GROUP BY currency ORDER BY currency`,
      )
      .all()
      .map(({ currency, count, total }) => `${currency} ${count} ${total}`);
  return {
    firstPage: (query) => Promise.resolve({ keys: page(query) }),
    counted: (query) =>
      Promise.resolve({
        keys: page(query),
        total: db.prepare<[], number>(`SELECT count(*) FROM link WHERE ${query.where}`).pluck().get() ?? 0,
        sums: sums(query),
      }),
    sums: (query) => Promise.resolve(sums(query)),
  };
}
