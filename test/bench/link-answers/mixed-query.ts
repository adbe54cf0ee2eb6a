import type { LinkSort, ResolvedFilter, SortColumn } from '#domain/link-filter';
import { dayMs, sampleStart } from '../link-data/sample-link';

/** A query as the store takes it, and what a person would write for it in SQL. */
export interface MixedQuery {
  readonly name: string;
  readonly filter: ResolvedFilter;
  readonly sort: readonly LinkSort[];
  /** A condition over `link`; `LIKE` stands for a comparison that ignores case. */
  readonly where: string;
}

const columnSql: Readonly<Record<SortColumn, string>> = {
  reference: 'reference COLLATE NOCASE',
  linkId: 'link_id',
  customerName: 'customer_name COLLATE NOCASE',
  amount: 'amount_order',
  status: 'status',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  attempts: 'attempts',
  checkedAt: 'checked_at',
  connection: '(SELECT name FROM connection WHERE id = connection_id)',
};

/** The order of a query as ORDER BY terms. */
export function orderOf({ sort }: MixedQuery): string {
  const terms = sort.map(
    ({ by, direction }) => `${columnSql[by]} ${direction === 'ascending' ? 'ASC' : 'DESC'} NULLS LAST`,
  );
  return [...terms, 'key'].join(', ');
}

const searched = ['reference', 'link_id', 'customer_name', 'customer_email', 'order_text'];
const like = (word: string) => `(${searched.map((column) => `${column} LIKE '%${word}%'`).join(' OR ')})`;
const up = (by: SortColumn): LinkSort => ({ by, direction: 'ascending' });
const down = (by: SortColumn): LinkSort => ({ by, direction: 'descending' });

const month = sampleStart + 30 * dayMs;
/** Samples were created within the million seconds before their start. */
const tenthOfCreated = sampleStart - 100_000_000;

/** Finds every row. */
export const everyRow: MixedQuery = {
  name: 'everything, newest first',
  filter: {},
  sort: [down('createdAt')],
  where: 'TRUE',
};
/** Finds a tenth of the rows. */
export const tenthOfRows: MixedQuery = {
  name: 'a tenth by creation, dearest first',
  filter: { created: { from: tenthOfCreated } },
  sort: [down('amount')],
  where: `created_at >= ${tenthOfCreated}`,
};
/** A word that every row has. */
export const commonWord: MixedQuery = {
  name: 'a word of every row, by expiry',
  filter: { words: ['courier'] },
  sort: [up('expiresAt')],
  where: like('courier'),
};
/** A text that one row has. */
export const rareWord: MixedQuery = {
  name: 'a text of one row',
  filter: { words: ['customer777@'] },
  sort: [],
  where: like('customer777@'),
};

/** What a day at the desk asks for: every kind of filter and every column to sort by. */
export const mixedQueries: readonly MixedQuery[] = [
  everyRow,
  tenthOfRows,
  commonWord,
  rareWord,
  {
    name: 'one status by amount',
    filter: { statuses: ['open'] },
    sort: [down('amount')],
    where: 'status = 0',
  },
  {
    name: 'two currencies by reference',
    filter: { currencies: ['KWD', 'SAR'] },
    sort: [up('reference')],
    where: "currency IN ('KWD', 'SAR')",
  },
  {
    name: 'amounts by expiry',
    filter: { amount: { from: '500', until: '1000' } },
    sort: [up('expiresAt')],
    where: 'amount_order >= 500 AND amount_order <= 1000',
  },
  {
    name: 'expiring in a month by customer',
    filter: { expires: { from: sampleStart, until: month } },
    sort: [up('customerName')],
    where: `expires_at >= ${sampleStart} AND expires_at <= ${month}`,
  },
  {
    name: 'attempts by attempts and creation',
    filter: { attempts: { above: '1' } },
    sort: [down('attempts'), down('createdAt')],
    where: 'attempts > 1',
  },
  {
    name: 'a customer by customer and amount',
    filter: { texts: { customerName: 'fatima' } },
    sort: [up('customerName'), down('amount')],
    where: "customer_name LIKE '%fatima%'",
  },
  {
    name: 'one connection by id',
    filter: { connectionIds: ['shop2'] },
    sort: [down('linkId')],
    where: "connection_id = 'shop2'",
  },
  {
    name: 'all but the paid by status and confirmation',
    filter: { not: { statuses: ['paid'] } },
    sort: [up('status'), down('checkedAt')],
    where: 'status <> 1',
  },
  {
    name: 'open or expired in one currency by connection',
    filter: { statuses: ['open', 'expired'], currencies: ['USD'], expires: { from: month } },
    sort: [up('connection'), up('expiresAt')],
    where: `status IN (0, 3) AND currency = 'USD' AND expires_at >= ${month}`,
  },
];
