import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { sortColumns, type LinkSort, type NumberFilter, type ResolvedFilter } from '#domain/link-filter';
import { linkStatuses, type PaymentLink } from '#domain/payment-link';
import { createColumnTable, type ColumnTable } from '../../../../../main/store/columns/column-table';
import type { ColumnAnswer } from '../../../../../main/store/columns/column-answer';
import { createLinkWriter } from '../../../../../main/store/upsert-links';
import type { StoreDatabase } from '../../../../../main/store/store-database';
import { expectedAnswer, readAllLinks } from '../../../../support/store/expected-answer';
import { aConnection, tempStore, type TempStore } from '../../../../support/store/temp-store';

let store: TempStore;
let db: StoreDatabase;
let table: ColumnTable;
beforeEach(() => {
  store = tempStore();
  store.methods.saveConnection({ connection: aConnection({ id: 'web', name: 'boutique' }) });
  store.methods.saveConnection({ connection: aConnection({ id: 'arab', name: 'متجر' }) });
  db = store.raw();
  // Waiting for the disk proves nothing here.
  db.pragma('synchronous = OFF');
  table = createColumnTable(db);
});
afterEach(() => {
  table.close();
  store.dispose();
});

// Few letters make many ties; among them both cases, and characters on both sides of where UTF-16 and code points differ.
const text = fc
  .array(fc.constantFrom('a', 'A', 'b', 'B', '_', 'é', 'É', 'ع', '\u{E000}', '😀'), { maxLength: 4 })
  .map((parts) => parts.join(''));
const instant = fc.integer({ min: 0, max: 6 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Drops undefined properties: in our types absent is absent. */
const dense = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));

const link = fc
  .record({
    connectionId: fc.constantFrom('shop', 'web', 'arab'),
    linkId: fc.stringMatching(/^[0-2a-bA-B]{1,3}$/),
    reference: text,
    status: fc.constantFrom(...linkStatuses),
    providerStatus: fc.constant('Word'),
    amount: optional(
      fc.record({
        amountMinor: fc.oneof(
          fc.integer({ min: 0, max: 5 }).map((step) => step * 500),
          fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        ),
        currency: fc.constantFrom('KWD', 'USD', 'JPY', 'XXX'),
      }),
    ),
    customerName: optional(text),
    createdAt: optional(instant),
    expiresAt: optional(instant),
    attempts: optional(fc.integer({ min: 0, max: 3 })),
    checkedAt: instant,
  })
  .map((value) => dense(value) as PaymentLink);

/** Mostly absent, so that filters of several parts still find something. */
const rare = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const bound = fc.constantFrom('0', '0.5', '1', '2', '2.5', '5', '25', '1000');
const numbers = fc
  .record({ from: rare(bound), above: rare(bound), until: rare(bound), below: rare(bound) })
  .map((value) => dense(value) as NumberFilter);
const range = fc.oneof(
  fc.constant({ none: true as const }),
  fc.record({ from: optional(instant), until: optional(instant) }).map(dense),
);
const choices = {
  statuses: rare(fc.subarray([...linkStatuses])),
  currencies: rare(fc.subarray(['KWD', 'USD', 'EUR', ''])),
  connectionIds: rare(fc.subarray(['shop', 'web', 'gone'])),
};
const filter = fc
  .record({
    ...choices,
    amount: rare(numbers),
    attempts: rare(numbers),
    expires: rare(range),
    created: rare(range),
    checked: rare(range),
    not: rare(fc.record(choices).map(dense)),
  })
  .map((value) => dense(value) as ResolvedFilter);

const sort: fc.Arbitrary<LinkSort[]> = fc.array(
  fc.record({
    by: fc.constantFrom(...sortColumns),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  { maxLength: 3 },
);

const names = { shop: 'Shop', web: 'boutique', arab: 'متجر' };

/** Each key is in the list or not; some keys are of no link. */
const keys = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
const lists = fc.record({
  only: fc.array(keys, { maxLength: 2 }),
  without: fc.array(keys, { maxLength: 2 }),
});
const query = fc.record({ filter, sort, lists: rare(lists) });

describe('the column table', () => {
  it('finds, sorts, counts and sums exactly what plain code does, whatever was written meanwhile', async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(link, { minLength: 5, maxLength: 30 }),
        fc.array(
          fc.tuple(fc.array(link, { maxLength: 4 }), fc.array(query, { minLength: 1, maxLength: 4 })),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        async (links, rounds) => {
          db.exec('DELETE FROM link; DELETE FROM link_search');
          createLinkWriter(db).upsert(links, 'import');
          table.reload();
          await table.load();
          const unasked: { answer: ColumnAnswer; expected: ReturnType<typeof expectedAnswer> }[] = [];
          const check = ({ answer, expected }: (typeof unasked)[number]) => {
            expect([...answer.first(3)]).toEqual(expected.keys.slice(0, 3));
            expect({ keys: [...answer.keys], totals: answer.totals }).toEqual(expected);
            expect(answer.total).toBe(expected.keys.length);
            hits += answer.keys.length;
          };
          for (const [written, queries] of rounds) {
            // Later ones count, as they were checked later.
            const later = written.map((one) => ({ ...one, checkedAt: one.checkedAt + 100 }));
            createLinkWriter(db).upsert(later, 'import');
            const stored = readAllLinks(db);
            const ids = new Set(written.map(({ linkId }) => linkId));
            table.touch(stored.filter(({ linkId }) => ids.has(linkId)).map(({ key }) => key));
            for (const [index, asked] of queries.entries()) {
              const firstKey = stored[0]?.key ?? 0;
              const toKeys = (picks: readonly boolean[]) =>
                Int32Array.from(picks.flatMap((isIn, index) => (isIn ? [firstKey - 2 + index] : [])));
              const { only = [], without = [] } = asked.lists ?? {};
              const input = {
                filter: asked.filter,
                sort: asked.sort,
                only: only.map(toKeys),
                without: without.map(toKeys),
              };
              expect(table.canSort(asked.sort)).toBe(true);
              const answer = table.query(input);
              const expected = expectedAnswer(stored, names, input);
              // Whoever asks later, after other writes, is told what was true.
              if (index % 2 === 1) unasked.push({ answer, expected });
              else {
                check({ answer, expected });
                expect(table.totalsOf(answer.keys).sums).toEqual(expected.totals.sums);
              }
            }
          }
          unasked.forEach(check);
        },
      ),
      { numRuns: 120 },
    );
    // Filters that find nothing prove nothing.
    expect(hits).toBeGreaterThan(1000);
  }, 60_000);
});
