import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { LinkOpener } from '../../../main/links/open-links';
import { createSettings, defaultSettings } from '../../../main/settings/read-settings';
import { createStoreClient, type StoreClient } from '../../../main/store/store-client';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { forkLink } from '../../support/processes/fork-link';
import { aConnection, aLink, tempFolder, testKey } from '../../support/store/temp-store';

let temp: ReturnType<typeof tempFolder>;
let store: StoreClient;
let opener: LinkOpener;
const now = Date.parse('2026-11-20T12:00:00Z');

beforeEach(async () => {
  const entry = await bundleEntry('store-process', 'main/store-process.ts');
  temp = tempFolder();
  store = createStoreClient({ start: () => forkLink(entry) });
  await store.call('open', { file: path.join(temp.folder, 'links.db'), keyHex: testKey });
  await store.call('saveConnection', { connection: aConnection() });
  const links = [
    aLink({ number: 1, expiresAt: now - 1, checkedAt: 1 }),
    aLink({ number: 2, expiresAt: Date.parse('2026-11-20T20:59:59Z'), checkedAt: 1 }),
    aLink({ number: 3, expiresAt: Date.parse('2026-11-20T21:00:00Z'), checkedAt: 1 }),
  ];
  await store.call('upsertLinks', { links, source: 'import' });
  const settings = createSettings(store, defaultSettings('en', 'Asia/Kuwait'));
  opener = new LinkOpener({ store, settings, now: () => now });
});
afterEach(async () => {
  await store.stop();
  temp.dispose();
});

describe('the links of a window', () => {
  it('are opened as of now in the zone of the settings, with what is overdue marked expired', async () => {
    const today = await opener.open({ filter: { expires: { kind: 'today' } }, sort: [], anchors: [2, 3] });
    expect(today.page.rows.map(({ key, status }) => [key, status])).toEqual([
      [1, 'expired'],
      [2, 'open'],
    ]);
    expect(today.anchors).toEqual([1, null]);
  });

  it('are those of the newest query: an older one that was not answered yet is cancelled', async () => {
    const older = [
      opener.open({ filter: {}, sort: [] }),
      opener.open({ filter: { words: ['x'] }, sort: [] }),
    ];
    const newest = opener.open({ filter: { statuses: ['open'] }, sort: [] });
    for (const one of older) await expect(one).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(await newest).toMatchObject({ total: 2, isComplete: true });
    expect(await opener.open({ filter: {}, sort: [] })).toMatchObject({ total: 3 });
  });
});
