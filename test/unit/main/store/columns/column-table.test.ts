import { setImmediate } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LinkSort, SortColumn } from '#domain/link-filter';
import { linkStatuses, type PaymentLink } from '#domain/payment-link';
import { createColumnTable, type ColumnTable } from '../../../../../main/store/columns/column-table';
import type { StoreDatabase } from '../../../../../main/store/store-database';
import { createLinkWriter } from '../../../../../main/store/upsert-links';
import { expectedAnswer, readAllLinks } from '../../../../support/store/expected-answer';
import { aLink, tempStore, type TempStore } from '../../../../support/store/temp-store';

const names = { shop: 'Shop', web: 'Boutique' };

let store: TempStore;
let db: StoreDatabase;
let table: ColumnTable;
beforeEach(() => {
  store = tempStore();
  db = store.raw();
  // Waiting for the disk proves nothing here.
  db.pragma('synchronous = OFF');
  table = createColumnTable(db);
});
afterEach(() => {
  table.close();
  store.dispose();
});

/** A link whose every column is decided by a number; the later ones of the same link win. */
function linkOf(number: number, seed = number): PaymentLink {
  return {
    linkId: aLink({ number }).linkId,
    providerStatus: 'Word',
    connectionId: seed % 3 === 0 ? 'web' : 'shop',
    reference: `Ref-${String((seed * 7919) % 1000)}`,
    status: linkStatuses[seed % 5] ?? 'open',
    ...(seed % 11 === 0
      ? {}
      : { amount: { amountMinor: (seed * 104_729) % 5000, currency: seed % 2 ? 'KWD' : 'USD' } }),
    ...(seed % 4 === 0 ? {} : { customerName: `Name ${String(seed % 3)}` }),
    ...(seed % 7 === 0 ? {} : { expiresAt: (seed * 31) % 900 }),
    createdAt: (seed * 17) % 50,
    attempts: seed % 4,
    checkedAt: 1000 + seed,
  };
}

function write(links: readonly PaymentLink[]): readonly number[] {
  createLinkWriter(db).upsert(links, 'import');
  const ids = JSON.stringify(links.map(({ linkId }) => linkId));
  return db
    .prepare<[string], number>('SELECT key FROM link WHERE link_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(ids);
}

const many = (count: number, from = 0) => Array.from({ length: count }, (_, index) => linkOf(from + index));
const by = (column: SortColumn, direction: LinkSort['direction'] = 'ascending'): LinkSort => ({
  by: column,
  direction,
});

const sorts: readonly (readonly LinkSort[])[] = [
  [],
  [by('reference')],
  [by('customerName', 'descending')],
  [by('linkId', 'descending')],
  [by('amount', 'descending')],
  [by('customerName', 'descending'), by('amount')],
  [by('attempts'), by('customerName'), by('expiresAt', 'descending')],
  [by('reference', 'descending'), by('connection', 'descending'), by('createdAt')],
  [by('status', 'descending'), by('checkedAt', 'descending')],
  [by('amount'), by('customerName', 'descending')],
];

async function expectAllRight(): Promise<void> {
  const stored = readAllLinks(db);
  for (const sort of sorts) {
    await table.whenSortable(sort);
    const query = { filter: { amount: { from: '0' } }, sort, only: [], without: [] };
    for (const filter of [{}, query.filter]) {
      const { keys, totals } = table.query({ ...query, filter });
      expect({ keys: [...keys], totals }).toEqual(expectedAnswer(stored, names, { ...query, filter }));
    }
  }
}

const all = { filter: {}, sort: [], only: [], without: [] };

describe('loading', () => {
  it('gives way in between, and ends right when links are written meanwhile', async () => {
    write(many(4000));
    const loading = table.load();
    const ended = new AbortController();
    const whenLoaded = loading.finally(() => ended.abort());
    let turns = 0;
    for (; !ended.signal.aborted; turns++) {
      // One that is there gets other texts and numbers, one comes.
      const changed = linkOf((turns * 137) % 4000, 9000 + turns);
      table.touch(
        write([
          { ...changed, connectionId: linkOf((turns * 137) % 4000).connectionId },
          linkOf(5000 + turns),
        ]),
      );
      await setImmediate();
    }
    await whenLoaded;
    expect(turns).toBeGreaterThan(3);
    expect(table.count).toBe(4000 + turns);
    await expectAllRight();
  }, 30_000);

  it('sees many equal texts as one', async () => {
    write(
      Array.from({ length: 2600 }, (_, number) =>
        aLink({ number, reference: number % 13 === 0 ? 'b' : 'AaAa' }),
      ),
    );
    db.exec("UPDATE link SET reference = 'aaaa' WHERE key % 2 = 0 AND reference = 'AaAa'");
    db.exec('UPDATE link SET status = key % 5');
    await table.load();
    await expectAllRight();
  });

  it('does not break on NUL characters', async () => {
    write(['b', 'a\0z', 'a\0b', 'a', 'A\0c', ''].map((reference, number) => aLink({ number, reference })));
    await table.load();
    expect([...table.query({ ...all, sort: [by('reference')] }).keys]).toEqual([6, 4, 2, 3, 5, 1]);
  });

  it('ends without an error when it is closed', async () => {
    write(many(3000));
    const loading = table.load();
    await setImmediate();
    table.close();
    await expect(loading).resolves.toBeUndefined();
    expect(table.isReady).toBe(false);
  });

  it('tells those who wait when it fails, and can be tried again', async () => {
    write(many(10));
    db.exec('ALTER TABLE connection RENAME TO elsewhere; ALTER TABLE link RENAME TO away');
    await expect(table.whenSortable([by('reference')])).rejects.toThrow();
    expect(table.isReady).toBe(false);
    db.exec('ALTER TABLE elsewhere RENAME TO connection; ALTER TABLE away RENAME TO link');
    await table.load();
    expect(table.count).toBe(10);
  });
});

describe('a loaded table', () => {
  it('is loaded anew when links are gone', async () => {
    write(many(60));
    await table.load();
    db.exec("DELETE FROM link WHERE connection_id = 'web'");
    table.reload();
    expect(table.isReady).toBe(false);
    await expectAllRight();
  });

  it('notices by itself that a link it was told of is gone', async () => {
    const [first = 0] = write(many(60));
    await table.load();
    db.exec(`DELETE FROM link WHERE key = ${String(first)}`);
    table.touch([first]);
    expect(table.isReady).toBe(false);
    await expectAllRight();
  });

  it('does not care for keys of no link', async () => {
    write(many(10));
    await table.load();
    table.touch([4711]);
    expect(table.isReady).toBe(true);
    expect(table.totalsOf(Int32Array.of(4711, 1, 2)).total).toBe(2);
  });

  it('takes thousands of changes in the background', async () => {
    write(many(6000));
    await table.load();
    table.touch(
      write(
        Array.from({ length: 6000 }, (_, number) => ({
          ...linkOf(number),
          checkedAt: 9000 - number,
          reference: `R ${String(number % 77)}`,
        })),
      ),
    );
    expect(table.isReady).toBe(false);
    await expectAllRight();
  }, 30_000);

  it('ranks texts anew when hundreds of them changed', async () => {
    write(many(1200));
    await table.load();
    table.touch(
      write(
        Array.from({ length: 600 }, (_, number) => ({
          ...linkOf(number),
          checkedAt: 9000,
          reference: `R ${String(number % 77)}`,
        })),
      ),
    );
    expect(table.isReady).toBe(true);
    expect(table.canSort([by('reference')])).toBe(false);
    expect(table.canSort([by('checkedAt'), by('linkId')])).toBe(true);
    await expectAllRight();
  }, 30_000);

  it('sorts by the names connections have now', async () => {
    write(many(30));
    await table.load();
    db.exec("UPDATE connection SET name = 'Zoo' WHERE id = 'web'");
    const { keys } = table.query({ ...all, sort: [by('connection')] });
    expect([...keys]).toEqual(
      expectedAnswer(readAllLinks(db), { ...names, web: 'Zoo' }, { ...all, sort: [by('connection')] }).keys,
    );
  });

  it('sums past what a number holds', async () => {
    const amounts = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 7];
    write(amounts.map((amountMinor, number) => aLink({ number, amount: { amountMinor, currency: 'KWD' } })));
    await table.load();
    const totalMinor = String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
    expect(table.query(all).totals.sums).toEqual([{ currency: 'KWD', count: 4, totalMinor }]);
    expect(table.totalsOf(Int32Array.of(1, 4)).sums).toEqual([
      { currency: 'KWD', count: 2, totalMinor: String(2n ** 53n + 6n) },
    ]);
  });
});
