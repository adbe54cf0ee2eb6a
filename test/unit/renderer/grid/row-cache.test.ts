import { describe, expect, it } from 'vitest';
import { RowCache } from '../../../../renderer/grid/row-cache';

interface Asked {
  readonly start: number;
  readonly end: number;
  readonly answer: (rows: readonly string[]) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** A cache whose loads are answered by hand. */
function setUp(maxBlocks = 60) {
  const asked: Asked[] = [];
  const errors: unknown[] = [];
  let changes = 0;
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const load = (start: number, end: number): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      asked.push({
        start,
        end,
        answer: (rows) => (resolve(rows), settled()),
        fail: (error) => (reject(error), settled()),
      });
    });
  const cache = new RowCache<string>(load, {
    blockSize: 10,
    maxBlocks,
    onChange: () => (changes += 1),
    onError: (error) => errors.push(error),
  });
  const last = (): Asked => {
    const request = asked.at(-1);
    if (request === undefined) throw new Error('Nothing was asked for.');
    return request;
  };
  return { cache, load, asked, errors, last, changes: () => changes };
}

const rows = (start: number, end: number, mark = ''): readonly string[] =>
  Array.from({ length: end - start }, (_, offset) => `${mark}${start + offset}`);

describe('a row cache', () => {
  it('fetches whole blocks, once, and cuts the last one at the end', async () => {
    const { cache, load, asked } = setUp();
    cache.reset(load, { rowCount: 25 });
    cache.show({ start: 8, end: 25 });
    cache.show({ start: 9, end: 25 });
    expect(asked.map(({ start, end }) => [start, end])).toEqual([
      [0, 10],
      [10, 20],
      [20, 25],
    ]);
    await asked[1]?.answer(rows(10, 20));
    expect(cache.getRow(12)).toBe('12');
    expect(cache.getRow(3)).toBeUndefined();
    expect(cache.busy).toBe(true);
  });

  it('fetches what is on screen as soon as it knows that there are rows', () => {
    const { cache, load, asked } = setUp();
    cache.show({ start: 0, end: 12 });
    expect(asked).toEqual([]);
    cache.reset(load, { rowCount: 25 });
    expect(asked.map(({ start }) => start)).toEqual([0, 10]);
  });

  it('is busy until everything on screen is there, and says so', async () => {
    const { cache, load, last, changes } = setUp();
    cache.reset(load, { rowCount: 100 });
    cache.show({ start: 0, end: 5 });
    expect(cache.busy).toBe(true);
    const before = changes();
    await last().answer(rows(0, 10));
    expect(cache.busy).toBe(false);
    expect(changes()).toBeGreaterThan(before);
  });

  it('keeps the old rows of a new query until the new ones arrive', async () => {
    const { cache, load, last } = setUp();
    cache.reset(load, { rowCount: 10 });
    cache.show({ start: 0, end: 5 });
    await last().answer(rows(0, 10, 'old '));
    cache.reset(load, { rowCount: 10 });
    expect([cache.getRow(0), cache.busy]).toEqual(['old 0', true]);
    await last().answer(rows(0, 10, 'new '));
    expect([cache.getRow(0), cache.busy]).toEqual(['new 0', false]);
  });

  it('drops the answer to a query that was superseded', async () => {
    const { cache, load, asked, last } = setUp();
    cache.reset(load, { rowCount: 10 });
    cache.show({ start: 0, end: 5 });
    const first = last();
    cache.reset(load, { rowCount: 10 });
    expect(asked).toHaveLength(2);
    await last().answer(rows(0, 10, 'new '));
    await first.answer(rows(0, 10, 'old '));
    expect(cache.getRow(0)).toBe('new 0');
  });

  it('forgets rows of the query before that are not on screen', async () => {
    const { cache, load, last } = setUp();
    cache.reset(load, { rowCount: 100 });
    cache.show({ start: 50, end: 55 });
    await last().answer(rows(50, 60, 'old '));
    cache.show({ start: 0, end: 5 });
    await last().answer(rows(0, 10, 'old '));
    cache.reset(load, { rowCount: 100 });
    await last().answer(rows(0, 10, 'new '));
    expect(cache.getRow(50)).toBeUndefined();
  });

  it('hides rows beyond the end of a shorter result', async () => {
    const { cache, load, last } = setUp();
    cache.reset(load, { rowCount: 10 });
    cache.show({ start: 0, end: 10 });
    await last().answer(rows(0, 10));
    cache.reset(load, { rowCount: 3 });
    expect([cache.getRow(2), cache.getRow(3)]).toEqual(['2', undefined]);
  });

  it('drops the least recently shown block when it is full', async () => {
    const { cache, load, last } = setUp(2);
    cache.reset(load, { rowCount: 100 });
    for (const start of [0, 10]) {
      cache.show({ start, end: start + 5 });
      await last().answer(rows(start, start + 10));
    }
    cache.show({ start: 0, end: 5 });
    cache.show({ start: 20, end: 25 });
    await last().answer(rows(20, 30));
    expect([cache.getRow(0), cache.getRow(10), cache.getRow(20)]).toEqual(['0', undefined, '20']);
  });

  it('reports a failure and asks again when the rows are shown again', async () => {
    const { cache, load, asked, errors, last } = setUp();
    cache.reset(load, { rowCount: 10 });
    cache.show({ start: 0, end: 5 });
    await last().fail(new Error('offline'));
    expect(errors).toHaveLength(1);
    cache.show({ start: 0, end: 6 });
    expect(asked).toHaveLength(2);
    await last().answer(rows(0, 10));
    expect(cache.getRow(5)).toBe('5');
  });

  it('says nothing about the failure of a superseded query', async () => {
    const { cache, load, errors, last } = setUp();
    cache.reset(load, { rowCount: 10 });
    cache.show({ start: 0, end: 5 });
    const first = last();
    cache.reset(load, { rowCount: 10 });
    await first.fail(new Error('closed'));
    expect(errors).toEqual([]);
  });

  it('shows the rows that came with the answer without asking for them', () => {
    const { cache, load, asked } = setUp();
    cache.show({ start: 0, end: 5 });
    cache.reset(load, { rowCount: 100, page: { start: 0, rows: rows(0, 20) }, change: { kind: 'start' } });
    cache.show({ start: 3, end: 18 });
    expect([cache.getRow(17), cache.busy, asked.length]).toEqual(['17', false, 0]);
    cache.show({ start: 8, end: 25 });
    expect(asked.map(({ start }) => start)).toEqual([20]);
    expect(cache.getRow(17)).toBe('17');
  });

  it('old rows go along with the view until the new ones are there', async () => {
    const { cache, load, last } = setUp();
    cache.reset(load, { rowCount: 100 });
    cache.show({ start: 40, end: 50 });
    await last().answer(rows(40, 50, 'old '));
    cache.reset(load, {
      rowCount: 110,
      change: { kind: 'keep', rows: [{ key: 1, from: 40, to: 50 }] },
    });
    expect([cache.getRow(50), cache.getRow(59), cache.busy]).toEqual(['old 40', 'old 49', true]);
    await last().answer(rows(50, 60, 'new '));
    expect([cache.getRow(50), cache.getRow(40), cache.busy]).toEqual(['new 50', undefined, false]);
  });

  it('the rest of the same query leaves what is there, and asks for nothing', async () => {
    const { cache, load, asked } = setUp();
    cache.reset(load, { rowCount: 20, page: { start: 0, rows: rows(0, 20) } });
    cache.show({ start: 0, end: 8 });
    cache.grow(1000);
    expect([cache.getRow(19), cache.busy, asked.length]).toEqual(['19', false, 0]);
    cache.show({ start: 500, end: 505 });
    await asked[0]?.answer(rows(500, 510));
    expect(cache.getRow(504)).toBe('504');
  });
});
