import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toListPage } from '../../../../../main/providers/ahrvo/list-page';
import { queryOf, toPlace, toPosition, start } from '../../../../../main/providers/ahrvo/place';
import { readList } from '../../../../contract/read-list';

const asked = { askedAt: 0, now: 0 };

/** A server that answers a query with a body. */
type Serve = (query: ReturnType<typeof queryOf>) => { rows: readonly object[]; page?: object };

function read(serve: Serve, mostPages = 2_000) {
  return readList(
    () => ({
      list: (_, position) => {
        const place = toPlace(position);
        const { rows, page } = serve(queryOf(place));
        const body = { _embedded: { payment_links: rows }, page };
        return Promise.resolve(toListPage({ body }, { place, filter: {} }, asked));
      },
    }),
    {},
    mostPages,
  );
}

const states = ['ACTIVE', 'DEACTIVATED', 'COMPLETED', 'EXPIRED'];
const makeRows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `PL${String(index)}`, state: states[index % 4] }));

/** What a server may do with a list, each way honest about which links there are. */
const manners = fc.record({
  count: fc.oneof(fc.integer({ min: 0, max: 950 }), fc.constantFrom(0, 1, 99, 100, 101, 200, 500)),
  /** The most rows a page has, whatever is asked for. */
  cap: fc.constantFrom(5, 20, 100),
  takesCursors: fc.boolean(),
  tellsCursor: fc.constantFrom('never', 'always', 'null-at-end', 'missing-at-end'),
  tellsOffset: fc.boolean(),
  count_: fc.constantFrom('true', 'rows', 'none', 'too-many'),
  ordersOldestFirst: fc.boolean(),
});

describe('a list read by its pages', () => {
  it('is whole and ends, whichever shape a well-behaved server gives it', async () => {
    await fc.assert(
      fc.asyncProperty(manners, async (way) => {
        // One of the two ways must lead on, and a page must say how long it is.
        const all = way.ordersOldestFirst ? makeRows(way.count).reverse() : makeRows(way.count);
        const told = way.takesCursors ? way.tellsCursor : 'never';
        const { links, end } = await read(({ limit, cursor, offset = 0 }) => {
          const size = Math.min(limit, way.cap);
          const begin =
            way.takesCursors && cursor !== undefined ? all.findIndex(({ id }) => id === cursor) + 1 : offset;
          const rows = all.slice(begin, begin + size);
          const isLast = begin + size >= all.length;
          const last = rows.at(-1)?.id;
          const next =
            told === 'never' || (isLast && told === 'missing-at-end')
              ? {}
              : { next_cursor: (isLast && told !== 'always') || last === undefined ? null : last };
          const count = { true: all.length, rows: rows.length, none: undefined, 'too-many': all.length + 7 }[
            way.count_
          ];
          const offsets = way.tellsOffset ? { offset, ...(count === undefined ? {} : { count }) } : {};
          return { rows, page: { limit: size, ...offsets, ...next } };
        });
        expect(links.size).toBe(all.length);
        if (way.count_ !== 'too-many') expect(end).toBe('end');
        expect(end).not.toBe('endless');
      }),
      { numRuns: 400 },
    );
  });

  it('comes to a stop with any server that has no more links than it has, however it misbehaves', async () => {
    const row = fc
      .integer({ min: 0, max: 400 })
      .map((index) => ({ id: `PL${String(index)}`, state: 'ACTIVE' }));
    const page = fc.record(
      {
        limit: fc.constantFrom(0, 5, 20, 100, 1000),
        offset: fc.constantFrom(0, 100, 9_900),
        count: fc.constantFrom(0, 3, 100, 20_000, 1e9),
        next_cursor: fc.constantFrom('a', 'b', 'PL1', '', null, 7),
      },
      { requiredKeys: [] },
    );
    const answer = fc.record({
      rows: fc.array(row, { maxLength: 100 }),
      page: fc.option(page, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (answers, isFull) => {
          let calls = 0;
          const { end } = await read(() => {
            const { rows, page: told } = answers[calls % answers.length]!;
            calls += 1;
            const full = isFull ? [...rows, ...makeRows(100)].slice(0, 100) : rows;
            return { rows: full, ...(told === undefined ? {} : { page: told }) };
          });
          expect(end).not.toBe('endless');
          expect(calls).toBeLessThan(1_000);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives up a list that makes its links up for ever', async () => {
    let made = 0;
    const { pages, end } = await read(() => {
      made += 1;
      return { rows: [{ id: `PL${String(made)}` }], page: { limit: 1, next_cursor: String(made) } };
    }, 30_000);
    expect({ pages, end }).toEqual({ pages: 20_000, end: 'incomplete' });
  });

  it('leaves a cursor that leads to itself, and goes on by offset', async () => {
    const all = makeRows(250);
    const { links, end } = await read(({ limit, offset = 0 }) => ({
      rows: all.slice(offset, offset + limit),
      page: { limit, next_cursor: 'PL99' },
    }));
    expect(links.size).toBe(250);
    expect(end).not.toBe('endless');
  });

  it('follows a cursor that stays the same as long as it brings something new', async () => {
    const all = makeRows(350);
    let calls = 0;
    const { links, end } = await read(({ limit }) => {
      const rows = all.slice(calls * limit, (calls + 1) * limit);
      calls += 1;
      return { rows, page: { limit, next_cursor: calls < 4 ? 'scroll' : null } };
    });
    expect({ size: links.size, end }).toEqual({ size: 350, end: 'end' });
  });

  it('counts no row twice when cursors lead in a circle and offsets have to lead on', async () => {
    const all = makeRows(700);
    const { links } = await read(({ limit, cursor, offset }) => {
      const page = offset === undefined ? Number(cursor ?? 0) : offset / limit;
      const rows = all.slice(page * limit, (page + 1) * limit);
      return { rows, page: { limit, next_cursor: String((page + 1) % 3) } };
    });
    expect(links.size).toBe(700);
  });

  /** A list by offset with more links than offsets reach. */
  const long = makeRows(20_000);
  it.each([
    ['states', (offset: number, _state?: string) => long.slice(offset, offset + 100)],
    [
      'offsets',
      (_: number, state?: string) =>
        long.filter((row) => state === undefined || row.state === state).slice(0, 100),
    ],
  ])('does not go on for long where %s are passed over', async (_, serve) => {
    const { end, pages } = await read(({ offset = 0, state }) => ({
      rows: serve(offset, state),
      page: { offset, limit: 100, count: long.length },
    }));
    expect(end).toBe('incomplete');
    expect(pages).toBeLessThan(6);
  });

  it('passes over no row when a repeated page has brought one new link', async () => {
    const all = makeRows(300);
    let calls = 0;
    const { links } = await read(({ limit, offset = 0 }) => {
      calls += 1;
      // The cursor is passed over, and a link has been made meanwhile.
      if (calls === 2) all.unshift({ id: 'PLnew', state: 'ACTIVE' });
      return { rows: all.slice(offset, offset + limit), page: { limit } };
    });
    expect(links.size).toBe(301);
  });

  it('misses no link while links are paid between the pages of the state that is read', async () => {
    const all = Array.from({ length: 12_000 }, (_, index) => ({
      id: `PL${String(index)}`,
      state: index % 2 === 0 ? 'ACTIVE' : 'EXPIRED',
    }));
    const { links, end } = await read(({ limit, offset = 0, state }) => {
      const passing = all.filter((row) => state === undefined || row.state === state);
      const rows = passing.slice(offset, offset + limit).map((row) => ({ ...row }));
      // Whoever pays has one of the first links of the page.
      for (const { id } of rows.slice(0, 3)) {
        const row = all.find((each) => each.id === id);
        if (row?.state === 'ACTIVE') row.state = 'COMPLETED';
      }
      return { rows, page: { offset, limit, count: passing.length } };
    });
    expect({ size: links.size, end }).toEqual({ size: 12_000, end: 'end' });
  });

  it('begins again from a position that is not its own', () => {
    expect(toPlace({ mode: 'sideways' })).toEqual(start);
    expect(toPlace(undefined)).toEqual(start);
    const place = { ...start, mode: 'guess', cursor: 'PL1', rows: 100 } as const;
    expect(toPlace(toPosition(place))).toEqual(place);
  });
});
