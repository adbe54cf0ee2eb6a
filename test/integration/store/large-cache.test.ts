import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LinkSort } from '#domain/link-filter';
import { createStoreClient, type StoreClient } from '../../../main/store/store-client';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { forkLink } from '../../support/processes/fork-link';
import { aConnection, aLink, tempFolder, testKey } from '../../support/store/temp-store';

/** More than what is searched without giving way to others. */
const count = 50_500;
let temp: ReturnType<typeof tempFolder>;
let client: StoreClient;

beforeAll(async () => {
  const entry = await bundleEntry('store-process', 'main/store-process.ts');
  temp = tempFolder();
  client = createStoreClient({ start: () => forkLink(entry) });
  await client.call('open', { file: path.join(temp.folder, 'links.db'), keyHex: testKey });
  await client.call('saveConnection', { connection: aConnection() });
  for (let start = 1; start <= count; start += 5_000) {
    const length = Math.min(5_000, count + 1 - start);
    const links = Array.from({ length }, (_, index) =>
      aLink({
        number: start + index,
        reference: 'common',
        amount: { amountMinor: start + index, currency: 'KWD' },
      }),
    );
    await client.call('upsertLinks', { links, source: 'import' });
  }
}, 240_000);
afterAll(async () => {
  await client.stop();
  temp.dispose();
});

const byAmount: readonly LinkSort[] = [{ by: 'amount', direction: 'descending' }];
const common = { filter: { words: ['common'] }, sort: byAmount };
/** Waits for its rows in full. */
const anchored = { ...common, anchors: [1] };
const cancelled: unknown = expect.objectContaining({ code: 'app/cancelled' });

describe('the store process over many links', () => {
  it('answers with a first page, reads on meanwhile, and tells the totals in the end', async () => {
    const answer = await client.call('openQuery', common);
    expect(answer.page.rows[0]?.key).toBe(count);
    const told: string[] = [];
    const totals = client.call('queryTotals', answer).finally(() => told.push('totals'));
    const { handle } = answer;
    await client.call('readRange', { handle, start: 0, end: 100 }).finally(() => told.push('page'));
    expect(await totals).toMatchObject({ total: count, byStatus: { open: count } });
    expect(told).toEqual(['page', 'totals']);
    expect(await client.call('readRange', { handle, start: count - 1, end: count })).toMatchObject([
      { key: 1 },
    ]);
  });

  it('gives up a query for a newer one, and one that is cancelled', async () => {
    const first = client.call('openQuery', anchored);
    const second = client.call('openQuery', anchored);
    await expect(first).rejects.toEqual(cancelled);
    expect(await second).toMatchObject({ isComplete: true, total: count, anchors: [count - 1] });
    const abort = new AbortController();
    const third = client.call('openQuery', anchored, { signal: abort.signal });
    abort.abort();
    await expect(third).rejects.toEqual(cancelled);
  });

  it('finds all rows for who acts on all of them', async () => {
    const { handle } = await client.call('openQuery', common);
    const selection = { mode: 'allExcept', handle, keys: [1] } as const;
    expect(await client.call('freezeSelection', { selection })).toHaveLength(count - 1);
    const other = await client.call('openQuery', common);
    const rest = { mode: 'allExcept', handle: other.handle, keys: [] } as const;
    expect(await client.call('sumSelection', { selection: rest })).toMatchObject({ count });
  });

  it('knows what was written a moment ago', async () => {
    const links = [aLink({ number: 7, status: 'paid', reference: 'common' })];
    await client.call('upsertLinks', { links, source: 'check' });
    expect(await client.call('openQuery', { ...common, filter: { statuses: ['paid'] } })).toMatchObject({
      isComplete: true,
      total: 1,
      page: { rows: [{ key: 7, status: 'paid' }] },
    });
    expect(await client.call('expireOverdue', { now: 1_900_000_000_000 })).toBe(count - 1);
    const { handle } = await client.call('openQuery', { filter: { statuses: ['expired'] }, sort: byAmount });
    expect(await client.call('queryTotals', { handle })).toMatchObject({
      total: count - 1,
      byStatus: { open: 0 },
    });
  });
});
