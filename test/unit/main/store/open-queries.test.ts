import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { LinkSort, ResolvedFilter } from '#domain/link-filter';
import { createColumnTable, type ColumnTable } from '../../../../main/store/columns/column-table';
import { createLinkQueries, type AskedQuery, type LinkQueries } from '../../../../main/store/link-query';
import { OpenQueries } from '../../../../main/store/open-queries';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let db: ReturnType<TempStore['raw']>;
let columns: ColumnTable;
let queries: LinkQueries;
let openings: OpenQueries;
beforeEach(() => {
  store = tempStore();
  db = store.raw();
  columns = createColumnTable(db);
  queries = createLinkQueries(db, { columns, openBeside: store.raw });
  openings = new OpenQueries({ db, queries, columns, openBeside: store.raw, smallCache: 100, sliceMs: 0 });
});
afterEach(() => {
  openings.close();
  columns.close();
  store.dispose();
});

const byAmount: readonly LinkSort[] = [{ by: 'amount', direction: 'descending' }];
const count = 3_000;

/** Amounts grow with the number; every link has the word "courier", one in a hundred also "rare". */
function fill(links = count): void {
  store.methods.upsertLinks({
    links: Array.from({ length: links }, (_, index) => {
      const number = index + 1;
      const orderText = number % 100 === 0 ? 'courier rare' : 'courier';
      return aLink({ number, orderText, amount: { amountMinor: number, currency: 'KWD' } });
    }),
    source: 'import',
  });
}

const open = (query: Partial<AskedQuery>, signal = new AbortController().signal) =>
  openings.open({ filter: {}, sort: byAmount, ...query }, signal);
const courier: ResolvedFilter = { words: ['courier'] };
const cancelled: unknown = expect.objectContaining({ code: 'app/cancelled' });
const closed: unknown = expect.objectContaining({ code: 'store/result-closed' });

describe('a query over a large cache', () => {
  it('is answered whole where that takes no time', async () => {
    fill();
    await columns.load();
    const answer = await open({ filter: { amount: { above: '2.9' } } });
    expect(answer).toMatchObject({ isComplete: true, total: 100, cached: count, page: { start: 0 } });
    expect(answer.page.rows[0]?.key).toBe(count);
    expect(await openings.totals(answer.handle)).toMatchObject({ total: 100, byStatus: { open: 100 } });
  });

  it('is answered with the first page where many links have the word, and goes on', async () => {
    fill();
    await columns.load();
    const search = vi.spyOn(columns, 'searchTexts');
    const answer = await open({ filter: courier });
    expect(search).toHaveBeenCalled();
    expect(answer).toMatchObject({ isComplete: false, total: 200, page: { start: 0 } });
    expect(answer.page.rows.map(({ key }) => key)).toEqual(
      Array.from({ length: 200 }, (_, index) => count - index),
    );
    expect(await openings.totals(answer.handle)).toMatchObject({ total: count, byStatus: { open: count } });
    expect(queries.readRange(answer.handle, count - 1, count).map(({ key }) => key)).toEqual([1]);
  });

  it('has no link whose texts it refuses, common or short', async () => {
    fill();
    await columns.load();
    const total = async (filter: ResolvedFilter) =>
      (await openings.totals((await open({ filter })).handle)).total;
    const answer = await open({ filter: { ...courier, not: { words: ['rare'] } } });
    expect(answer).toMatchObject({ isComplete: false, total: 200 });
    expect(answer.page.rows.filter(({ key }) => key % 100 === 0)).toEqual([]);
    expect((await openings.totals(answer.handle)).total).toBe(count - 30);
    expect(await total({ not: { words: ['rare'] } })).toBe(count - 30);
    expect(await total({ not: { words: ['zq'] } })).toBe(count);
    expect(await total({ words: ['co', 'ar'] })).toBe(30);
  });

  it('waits for all rows where no page of them is soon found', async () => {
    fill();
    await columns.load();
    expect(await open({ filter: { words: ['ra'] } })).toMatchObject({ isComplete: true, total: 30 });
  });

  it('finds links as they are when the search ends, not as they were when it began', async () => {
    fill();
    await columns.load();
    const answer = open({ filter: courier, anchors: [count] });
    const sent = aLink({ number: 1, orderText: 'by ship', amount: { amountMinor: 1, currency: 'KWD' } });
    store.methods.upsertLinks({ links: [{ ...sent, checkedAt: sent.checkedAt + 1 }], source: 'import' });
    columns.touch([1]);
    expect((await answer).total).toBe(count - 1);
  });

  it('is answered all the same when the texts are read anew meanwhile', async () => {
    fill();
    await columns.load();
    const answer = open({ filter: { ...courier, marks: [] } });
    const whole = open({ filter: courier, anchors: [1] });
    await expect(answer).rejects.toEqual(cancelled);
    columns.reload();
    expect((await whole).total).toBe(count);
  });

  it('reads the index to the end, turn by turn, while the texts are not loaded', async () => {
    fill();
    await columns.load();
    vi.spyOn(columns, 'searchTexts').mockReturnValue(undefined);
    expect((await open({ filter: { words: ['courier', 'rare'] } })).total).toBe(30);
    expect((await open({ filter: { words: ['co'] } })).total).toBe(count);
  });

  it('waits for all rows where a word is rare', async () => {
    fill();
    await columns.load();
    expect(await open({ filter: { words: ['courier', 'rare'] } })).toMatchObject({
      isComplete: true,
      total: 30,
    });
  });

  it('shows the surroundings of a link that is looked at, however long that takes', async () => {
    fill();
    await columns.load();
    const answer = await open({ filter: courier, anchors: [99_999, 1_000] });
    expect(answer).toMatchObject({
      isComplete: true,
      total: count,
      anchors: [null, 2_000],
      page: { start: 1_900 },
    });
    expect(answer.page.rows[100]?.key).toBe(1_000);
    const last = await open({ filter: courier, anchors: [1] });
    expect(last.page.start).toBe(count - 200);
  });

  it('is answered in the order of an index before the columns are loaded', async () => {
    fill();
    const answer = await open({ filter: { statuses: ['open'] } });
    expect(answer).toMatchObject({ isComplete: false, total: 200 });
    expect(answer.page.rows[0]?.key).toBe(count);
    expect(await openings.totals(answer.handle)).toMatchObject({ total: count });
    expect(columns.isReady).toBe(true);
  });

  it('has its first page before the columns also where others come first in the order', async () => {
    const links = Array.from({ length: 20_500 }, (_, number) => {
      const status = number < 20_200 ? 'closed' : 'open';
      return aLink({ number, status, expiresAt: 1_800_000_000_000 + number });
    });
    store.methods.upsertLinks({ links, source: 'import' });
    const sort: readonly LinkSort[] = [{ by: 'expiresAt', direction: 'ascending' }];
    const open20201 = await open({ filter: { statuses: ['open'], currencies: ['KWD'] }, sort });
    expect(open20201).toMatchObject({ isComplete: false, total: 200, page: { start: 0 } });
    expect(open20201.page.rows[0]?.key).toBe(20_201);
    columns.reload();
    const later = await open({ filter: { expires: { from: 1_800_000_020_250 } }, sort });
    expect(later.isComplete).toBe(false);
    expect(later.page.rows[0]?.key).toBe(20_251);
    expect((await openings.totals(later.handle)).total).toBe(250);
  }, 30_000);

  it('leaves no failure to nobody when its first page cannot be read', async () => {
    fill();
    const broken: LinkQueries = {
      ...queries,
      shelve: () => {
        throw new Error('unreadable');
      },
    };
    const failing = new OpenQueries({ db, queries: broken, columns, openBeside: store.raw, smallCache: 100 });
    const unhandled = vi.fn();
    process.once('unhandledRejection', unhandled);
    const answer = failing.open(
      { filter: { statuses: ['open'] }, sort: byAmount },
      new AbortController().signal,
    );
    await expect(answer).rejects.toThrow('unreadable');
    failing.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('waits for the columns where no index tells its first page soon', async () => {
    fill();
    const filters: ResolvedFilter[] = [
      courier,
      { marks: ['edited'], statuses: ['open'] },
      { amount: { until: '0.1' } },
    ];
    for (const filter of filters) {
      columns.reload();
      expect(await open({ filter, sort: [{ by: 'status', direction: 'ascending' }] })).toBeDefined();
    }
  });

  it('is answered by SQL where the columns cannot be loaded', async () => {
    fill();
    vi.spyOn(columns, 'whenSortable').mockRejectedValue(new Error('SQLITE_IOERR'));
    const answer = await open({ filter: courier });
    expect(answer).toMatchObject({ isComplete: true, total: count });
    expect(columns.isReady).toBe(false);
  });
});

describe('a small cache', () => {
  it('is answered whole at once, columns or not', async () => {
    fill(100);
    expect(await open({ filter: courier })).toMatchObject({ isComplete: true, total: 100 });
    expect(columns.isReady).toBe(false);
  });
});

describe('a query that is no longer wanted', () => {
  it('ends when another is opened before it was answered', async () => {
    fill();
    await columns.load();
    const first = open({ filter: courier, anchors: [1] });
    const second = open({ filter: { words: ['rare'] } });
    await expect(first).rejects.toEqual(cancelled);
    expect(await second).toMatchObject({ total: 30 });
  });

  it('ends when its call is cancelled', async () => {
    fill();
    await columns.load();
    const abort = new AbortController();
    const answer = open({ filter: courier, anchors: [1] }, abort.signal);
    abort.abort();
    await expect(answer).rejects.toEqual(cancelled);
    await expect(open({}, abort.signal)).rejects.toEqual(cancelled);
  });

  it('ends while it waits for the columns', async () => {
    fill();
    const first = open({ filter: courier });
    await expect(Promise.all([first, open({ filter: courier })])).rejects.toEqual(cancelled);
  });

  it('is not searched on once it was answered with its first page, but can still be acted on', async () => {
    fill();
    const { handle } = await open({});
    const isGivenUp = expect(openings.totals(handle)).rejects.toEqual(closed);
    await open({ filter: { words: ['rare'] } });
    await isGivenUp;
    expect(queries.readRange(handle, 0, 1)).toHaveLength(1);
    expect(queries.freeze({ mode: 'allExcept', handle, keys: [1] })).toHaveLength(count - 1);
  });

  it('leaves nothing open when the store is closed', async () => {
    fill();
    const { handle } = await open({});
    openings.close();
    await openings.settled(handle);
    await expect(openings.totals(handle)).rejects.toEqual(closed);
  });
});

describe('while a query goes on', () => {
  it('pages are read and writes are done', async () => {
    fill();
    const { handle } = await open({});
    const totals = openings.totals(handle);
    expect(queries.isKnown(handle)).toBe(false);
    expect(queries.readRange(handle, 0, 200)).toHaveLength(200);
    // With the connection that also writes in the store.
    db.exec("INSERT INTO setting VALUES ('meanwhile', '1')");
    expect((await totals).total).toBe(count);
  });

  it('what needs all rows at once finds them', async () => {
    fill();
    const { handle } = await open({});
    expect(queries.sum({ mode: 'allExcept', handle, keys: [] }).count).toBe(count);
    expect(queries.isKnown(handle)).toBe(true);
  });
});
