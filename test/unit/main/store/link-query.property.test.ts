import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { exponentOf } from '#domain/currency';
import {
  matchesFilter,
  sortColumns,
  type CurrencySum,
  type LinkSort,
  type ResolvedFilter,
  type SortColumn,
} from '#domain/link-filter';
import { linkStatuses, type LinkRow, type PaymentLink } from '#domain/payment-link';
import { aConnection, aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
});
afterEach(() => store.dispose());

// Few letters make many hits; among them wildcards, quotes, marks that fold away, Arabic, and characters of two units.
const letters = [
  'a',
  'A',
  'b',
  'é',
  'İ',
  'ß',
  '%',
  '_',
  '\\',
  '"',
  "'",
  ' ',
  '*',
  'د',
  'دَ',
  'ف',
  'ع',
  '😀',
  '١',
];
// SQLite's NOCASE order stops at NUL, so sorted texts have none; searched ones may.
const text = fc.array(fc.constantFrom(...letters), { maxLength: 7 }).map((parts) => parts.join(''));
const raw = fc.array(fc.constantFrom(...letters, '\0'), { maxLength: 7 }).map((parts) => parts.join(''));
const instant = fc.integer({ min: 0, max: 20 });
const currency = fc.constantFrom('KWD', 'USD', 'JPY', 'XXX');

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Drops undefined properties: in our types absent is absent. */
const dense = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

const link = fc
  .record({
    connectionId: fc.constantFrom('shop', 'web'),
    linkId: fc.stringMatching(/^[0-9a-bA-B]{1,6}$/),
    reference: text,
    status: fc.constantFrom(...linkStatuses),
    providerStatus: fc.constant('Word'),
    amount: optional(
      fc.record({ amountMinor: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), currency }),
    ),
    customerName: optional(text),
    customerEmail: optional(text),
    orderText: optional(text),
    createdAt: optional(instant),
    expiresAt: optional(instant),
    attempts: optional(fc.integer({ min: 0, max: 3 })),
    checkedAt: instant,
  })
  .map((value) => dense(value) as PaymentLink);

/** Mostly absent, so that filters of several parts still find something. */
const rare = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const filter = fc
  .record({
    search: rare(fc.array(fc.constantFrom(...letters), { maxLength: 4 }).map((parts) => parts.join(''))),
    statuses: rare(fc.subarray([...linkStatuses])),
    currencies: rare(fc.subarray(['KWD', 'USD', 'EUR', ''])),
    connectionIds: rare(fc.subarray(['shop', 'web', 'gone'])),
    expiresFrom: rare(instant),
    expiresUntil: rare(instant),
    withoutExpiry: rare(fc.constant(true as const)),
  })
  .map((value) => dense(value) as ResolvedFilter);

const sort: fc.Arbitrary<LinkSort[]> = fc.array(
  fc.record({
    by: fc.constantFrom(...sortColumns),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  { maxLength: 3 },
);

const noCase = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const names: Readonly<Record<string, string>> = { shop: 'Shop', web: 'Boutique' };

function sortValue(row: PaymentLink, by: SortColumn): string | number | undefined {
  switch (by) {
    case 'reference':
      return noCase(row.reference);
    case 'customerName':
      return row.customerName === undefined ? undefined : noCase(row.customerName);
    case 'amount':
      return row.amount && row.amount.amountMinor / 10 ** (exponentOf(row.amount.currency) ?? 0);
    case 'status':
      return linkStatuses.indexOf(row.status);
    case 'connection':
      return noCase(names[row.connectionId] ?? '');
    default:
      return row[by];
  }
}

function compareValues(a: string | number, b: string | number): number {
  // SQLite compares texts by their UTF-8 bytes, which is by code point.
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

function compareRows(sorts: readonly LinkSort[], a: LinkRow, b: LinkRow): number {
  for (const { by, direction } of sorts) {
    const [left, right] = [sortValue(a, by), sortValue(b, by)];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    const order = compareValues(left, right);
    if (order !== 0) return direction === 'ascending' ? order : -order;
  }
  return a.key - b.key;
}

function sumsOf(rows: readonly LinkRow[]): CurrencySum[] {
  const amounts = rows.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return [...new Set(amounts.map((amount) => amount.currency))].sort().map((code) => {
    const own = amounts.filter((amount) => amount.currency === code);
    const total = own.reduce((sum, amount) => sum + BigInt(amount.amountMinor), 0n);
    return { currency: code, count: own.length, totalMinor: String(total) };
  });
}

/** Starts each run without the links of the one before. */
function empty(): void {
  for (const { id } of store.methods.listConnections({}))
    store.methods.removeConnection({ connectionId: id });
  for (const [id, name] of Object.entries(names)) {
    store.methods.saveConnection({ connection: aConnection({ id, name }) });
  }
}

function allRows(): readonly LinkRow[] {
  const { handle, total } = store.methods.openQuery({ filter: {}, sort: [] });
  return store.methods.readRange({ handle, start: 0, end: total });
}

describe('a query', () => {
  it('finds, sorts, counts and sums exactly what plain code does', () => {
    let hits = 0;
    fc.assert(
      fc.property(
        fc.array(link, { minLength: 5, maxLength: 30 }),
        fc.array(fc.tuple(filter, sort), { minLength: 4 }),
        (links, queries) => {
          empty();
          store.methods.upsertLinks({ links, source: 'import' });
          const stored = allRows();
          for (const [wanted, sorts] of queries) {
            const expected = stored
              .filter((row) => matchesFilter(row, wanted))
              .sort((a, b) => compareRows(sorts, a, b));
            const opened = store.methods.openQuery({ filter: wanted, sort: sorts });
            expect(opened.total).toBe(expected.length);
            hits += opened.total;
            expect(opened.cached).toBe(stored.length);
            expect(opened.sums).toEqual(sumsOf(expected));
            for (const status of linkStatuses) {
              expect(opened.byStatus[status]).toBe(expected.filter((row) => row.status === status).length);
            }
            expect(store.methods.readRange({ handle: opened.handle, start: 0, end: 1000 })).toEqual(expected);
          }
        },
      ),
      { numRuns: 120 },
    );
    // Filters that find nothing prove nothing.
    expect(hits).toBeGreaterThan(500);
  }, 30_000);

  it('finds what was searched for, whatever its characters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(raw, raw, raw), { minLength: 5, maxLength: 30 }), (triples) => {
        empty();
        const links = triples.map(([before, wanted, after], number) =>
          aLink({ number, reference: before + wanted + after }),
        );
        store.methods.upsertLinks({ links, source: 'import' });
        const stored = allRows();
        for (const [, search] of triples) {
          const expected = stored.filter((row) => matchesFilter(row, { search })).map(({ key }) => key);
          const { handle, total } = store.methods.openQuery({ filter: { search }, sort: [] });
          const found = store.methods.readRange({ handle, start: 0, end: total });
          expect(found.map(({ key }) => key)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
