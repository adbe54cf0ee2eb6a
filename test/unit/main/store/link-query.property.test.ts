import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { editStates, type EditState } from '#domain/edit-state';
import {
  linkMarks,
  sortColumns,
  textFields,
  type LinkMark,
  type LinkSort,
  type NumberFilter,
  type ResolvedFilter,
} from '#domain/link-filter';
import { matchesFilter } from '#domain/match-filter';
import { linkStatuses, type LinkRow, type PaymentLink } from '#domain/payment-link';
import { compareLinks, sumsOf, withoutStatuses } from '../../../support/store/expected-answer';
import { aConnection, aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
/** Edits whatever state an edit may be in. */
let beside: ReturnType<TempStore['raw']>;
beforeEach(() => {
  store = tempStore();
  beside = store.raw();
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
  'ة',
  'ه',
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

const wantedText = fc.array(fc.constantFrom(...letters), { maxLength: 4 }).map((parts) => parts.join(''));
const choices = {
  words: rare(fc.array(wantedText, { maxLength: 3 })),
  texts: rare(
    fc.dictionary(fc.constantFrom(...textFields), wantedText, { maxKeys: 2, noNullPrototype: true }),
  ),
  statuses: rare(fc.subarray([...linkStatuses])),
  currencies: rare(fc.subarray(['KWD', 'USD', 'EUR', ''])),
  connectionIds: rare(fc.subarray(['shop', 'web', 'gone'])),
  marks: rare(fc.subarray([...linkMarks])),
};
const bound = optional(fc.constantFrom('0', '1', '2', '3', '12.5', '1000000000000'));
const bounds = fc
  .record({ from: bound, above: bound, until: bound, below: bound })
  .map((value) => dense(value) as NumberFilter);
const range = fc.oneof(
  fc.record({ from: optional(instant), until: optional(instant) }).map(dense),
  fc.constant({ none: true }),
);

const filter = fc
  .record({
    ...choices,
    amount: rare(bounds),
    attempts: rare(bounds),
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

const names: Readonly<Record<string, string>> = { shop: 'Shop', web: 'Boutique' };

/** Starts each run without the links of the one before. */
function empty(): void {
  beside.exec('DELETE FROM edit; DELETE FROM job;');
  for (const { id } of store.methods.listConnections({}))
    store.methods.removeConnection({ connectionId: id });
  for (const [id, name] of Object.entries(names)) {
    store.methods.saveConnection({ connection: aConnection({ id, name }) });
  }
}

/** Gives links an edit each, by their keys; one of no link is passed over. */
function edit(states: readonly (EditState | undefined)[], stored: readonly LinkRow[]): void {
  const edited = stored.flatMap(({ key }, index) => {
    const state = states[index];
    return state === undefined ? [] : [{ key, state }];
  });
  if (edited.length === 0) return;
  const edits = edited.map(({ key }) => ({
    linkKey: key,
    patch: {},
    base: { status: 'open' as const },
    changes: [],
  }));
  store.methods.createJob({ id: 'job', change: { verb: 'edit' }, at: 1, edits });
  const move = beside.prepare<[EditState, number]>('UPDATE edit SET state = ? WHERE link_key = ?');
  for (const { key, state } of edited) move.run(state, key);
}

const marksOf: Readonly<Record<EditState, readonly LinkMark[]>> = {
  planned: [],
  queued: ['edited', 'waiting'],
  sending: ['edited', 'waiting'],
  unknown: ['edited', 'waiting'],
  applied: ['edited'],
  failed: [],
  conflict: ['conflict'],
  skipped: [],
};

function allRows(): readonly LinkRow[] {
  const { handle, total } = store.methods.openQuery({ filter: {}, sort: [] });
  return store.methods.readRange({ handle, start: 0, end: total });
}

interface Example {
  readonly links: readonly PaymentLink[];
  readonly states: readonly (EditState | undefined)[];
  readonly queries: readonly (readonly [ResolvedFilter, readonly LinkSort[]])[];
}

const example = fc.record({
  links: fc.array(link, { minLength: 5, maxLength: 30 }),
  states: fc.array(optional(fc.constantFrom(...editStates)), { maxLength: 20 }),
  queries: fc.array(fc.tuple(filter, sort), { minLength: 4 }),
});

/** Compares every query with what plain code makes of the rows; answers how many rows were found. */
function compareAll({ states, queries }: Example, stored: readonly LinkRow[]): number {
  const marks = new Map(
    stored.map(({ key }, index) => {
      const state = states[index];
      return [key, new Set(state === undefined ? [] : marksOf[state])];
    }),
  );
  let hits = 0;
  for (const [wanted, sorts] of queries) {
    const passes = (asked: ResolvedFilter) =>
      store.methods
        .readLinks({ keys: stored.map(({ key }) => key) })
        .filter((row) => matchesFilter(row, asked, marks.get(row.key)));
    const expected = passes(wanted).sort((a, b) => compareLinks({ names, sort: sorts }, a, b));
    const opened = store.methods.openQuery({ filter: wanted, sort: sorts });
    expect(opened).toMatchObject({ total: expected.length, isComplete: true, cached: stored.length });
    hits += opened.total;
    expect(store.methods.readRange({ handle: opened.handle, start: 0, end: 1000 })).toEqual(expected);
    expect(opened.page).toEqual({ start: 0, rows: expected });
    const byAnyStatus = passes(withoutStatuses(wanted));
    expect(store.methods.queryTotals({ handle: opened.handle })).toEqual({
      total: expected.length,
      sums: sumsOf(expected),
      byStatus: Object.fromEntries(
        linkStatuses.map((status) => [status, byAnyStatus.filter((row) => row.status === status).length]),
      ),
    });
  }
  return hits;
}

function fill({ links, states }: Example): readonly LinkRow[] {
  empty();
  store.methods.upsertLinks({ links, source: 'import' });
  const stored = allRows();
  edit(states, stored);
  return stored;
}

describe('a query', () => {
  it('finds, sorts, counts and sums by SQL exactly what plain code does', () => {
    let hits = 0;
    fc.assert(
      fc.property(example, (each) => {
        hits += compareAll(each, fill(each));
      }),
      { numRuns: 80 },
    );
    // Filters that find nothing prove nothing.
    expect(hits).toBeGreaterThan(500);
  }, 30_000);

  it('finds, sorts, counts and sums in memory exactly what plain code does', async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(example, async (each) => {
        const stored = fill(each);
        await store.columns.load();
        hits += compareAll(each, stored);
        expect(store.columns.searchTexts({})).toBeDefined();
      }),
      { numRuns: 80 },
    );
    expect(hits).toBeGreaterThan(500);
  }, 60_000);

  it('finds what was searched for, whatever its characters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(raw, raw, raw), { minLength: 5, maxLength: 30 }), (triples) => {
        empty();
        const links = triples.map(([before, wanted, after], number) =>
          aLink({ number, reference: before + wanted + after }),
        );
        store.methods.upsertLinks({ links, source: 'import' });
        const stored = allRows();
        for (const [, word] of triples) {
          const asked = { words: [word] };
          const expected = stored.filter((row) => matchesFilter(row, asked)).map(({ key }) => key);
          const { handle, total } = store.methods.openQuery({ filter: asked, sort: [] });
          const found = store.methods.readRange({ handle, start: 0, end: total });
          expect(found.map(({ key }) => key)).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});
