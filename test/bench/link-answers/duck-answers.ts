import type { DuckLinks } from '../link-data/duck-links';
import { pageRows, type LinkAnswerer, type SumLine } from './link-answerer';
import { orderOf, type MixedQuery } from './mixed-query';

/** In DuckDB it is ILIKE that ignores case. */
const conditionOf = ({ where }: MixedQuery) => where.replaceAll(' LIKE ', ' ILIKE ');

/** The same three statements over DuckDB's own file. */
export function createDuckAnswers(duck: DuckLinks): LinkAnswerer {
  const page = async (query: MixedQuery): Promise<number[]> => {
    const rows = await duck.rows(
      `SELECT * FROM link WHERE ${conditionOf(query)} ORDER BY ${orderOf(query)} LIMIT ${pageRows}`,
    );
    return rows.map((row) => Number(row['key']));
  };
  const sums = async (query: MixedQuery): Promise<SumLine[]> => {
    const rows = await duck.rows(
      `SELECT currency, count(*) AS count, sum(amount_minor) AS total FROM link WHERE ${conditionOf(query)}
       GROUP BY currency ORDER BY currency`,
    );
    return rows.map((row) => [row['currency'], row['count'], row['total']].map(String).join(' '));
  };
  return {
    firstPage: async (query) => ({ keys: await page(query) }),
    counted: async (query) => {
      const keys = await page(query);
      const [count] = await duck.rows(`SELECT count(*) AS total FROM link WHERE ${conditionOf(query)}`);
      return { keys, total: Number(count?.['total']), sums: await sums(query) };
    },
    sums,
  };
}
