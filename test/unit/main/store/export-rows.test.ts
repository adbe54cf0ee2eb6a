import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { at, type ExportRow } from '#domain/export-row';
import { createExportRows, type ExportRows } from '../../../../main/store/export-rows';
import type { StoreMethods } from '../../../../main/store/create-store-api';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';
import { toExportRow } from '../../../support/to-export-row';

let store: TempStore;
let opened: ExportRows[];
beforeEach(() => {
  store = tempStore();
  opened = [];
  const links = Array.from({ length: 4500 }, (_, index) => aLink({ number: index + 1, attempts: index % 3 }));
  store.methods.upsertLinks({ links, source: 'import' });
});
afterEach(() => {
  for (const rows of opened) rows.close();
  store.dispose();
});

function exportRows(what: Parameters<StoreMethods['holdSelection']>[0]): ExportRows {
  const { handle } = store.methods.holdSelection(what);
  const rows = createExportRows(store, store.heldKeys(handle));
  opened.push(rows);
  return rows;
}

const signal = new AbortController().signal;
const sort = [
  { by: 'attempts', direction: 'descending' },
  { by: 'linkId', direction: 'descending' },
] as const;

function expectSorted(rows: readonly ExportRow[]): void {
  const got = rows.map((row) => [row[at.attempts] ?? -1, row[at.linkId]] as const);
  expect(got).toEqual([...got].sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1)));
}

describe('the rows of an export', () => {
  it('come in pages, in the order of the query', () => {
    const { handle } = store.methods.openQuery({ filter: {}, sort });
    const rows = exportRows({ selection: { mode: 'allExcept', handle, keys: [4500] }, sort });
    const pages = [...rows.rows(signal)];
    expect(rows.total).toBe(4499);
    expect(pages).toHaveLength(9);
    expect(new Set(pages.slice(0, -1).map(({ length }) => length))).toEqual(new Set([500]));
    expectSorted(pages.flat());
  });

  it.each([
    ['few', 7],
    ['many', 5500],
  ])('come in the order asked for when %s were picked', (_name, count) => {
    const links = Array.from({ length: 1200 }, (_, index) => aLink({ number: index + 4501 }));
    store.methods.upsertLinks({ links, source: 'import' });
    // Every third key from a place far down, then round again: in no order.
    const keys = Array.from({ length: count }, (_, index) => 1 + ((index * 1009 + 3000) % 5600));
    const rows = exportRows({ selection: { mode: 'only', keys: [...keys, 99_999] }, sort });
    const got = [...rows.rows(signal)].flat();
    expect(rows.total).toBe(count);
    expect(got).toHaveLength(count);
    expectSorted(got);
  });

  it('are all cached links, in the order asked for, without a key being told', () => {
    const rows = exportRows({ selection: { mode: 'all' }, sort });
    const got = [...rows.rows(signal)].flat();
    expect(got).toHaveLength(4500);
    expectSorted(got);
  });

  it('are all cached links in the order they came, without an order', () => {
    const rows = exportRows({ selection: { mode: 'all' }, sort: [] });
    const got = [...rows.rows(signal)].flat().map((row) => row[at.reference]);
    expect(got).toEqual(Array.from({ length: 4500 }, (_, index) => `INV-${index + 1}`));
  });

  it('are the chosen ones that exist, each once', () => {
    const rows = exportRows({ selection: { mode: 'only', keys: [2, 9999, 1, 2] }, sort: [] });
    const got = [...rows.rows(signal)].flat().map((row) => row[at.reference]);
    expect([rows.total, got]).toEqual([2, ['INV-1', 'INV-2']]);
  });

  it('hold what a link has, and null for what is not known', () => {
    const link = aLink({ number: 1, customerName: 'Fatima', attempts: 4 });
    store.methods.upsertLinks({ links: [link], source: 'import' });
    const rows = exportRows({ selection: { mode: 'only', keys: [1] }, sort: [] });
    expect([...rows.rows(signal)].flat()).toEqual([toExportRow(link)]);
  });

  it('know the connections there are', () => {
    const rows = exportRows({ selection: { mode: 'only', keys: [1] }, sort: [] });
    expect(rows.connections).toEqual([
      { id: 'web', name: 'Boutique' },
      { id: 'shop', name: 'Shop' },
    ]);
  });

  it('are frozen when they are held, whatever the query does afterwards', () => {
    const { handle } = store.methods.openQuery({ filter: {}, sort: [] });
    const held = store.methods.holdSelection({
      selection: { mode: 'allExcept', handle, keys: [] },
      sort: [],
    });
    store.methods.closeQuery({ handle });
    store.methods.upsertLinks({ links: [aLink({ number: 9000 })], source: 'import' });
    expect(store.heldKeys(held.handle)).toHaveLength(4500);
  });

  it('are no longer held when they are dropped, or when a connection is removed', () => {
    const first = store.methods.holdSelection({ selection: { mode: 'all' }, sort: [] });
    store.methods.dropSelection(first);
    expect(() => store.heldKeys(first.handle)).toThrow('no longer open');
    const second = store.methods.holdSelection({ selection: { mode: 'all' }, sort: [] });
    store.methods.removeConnection({ connectionId: 'web' });
    expect(() => store.heldKeys(second.handle)).toThrow('no longer open');
  });

  it('are those of the moment it began, whatever changes before the last page is read', () => {
    const { handle } = store.methods.openQuery({ filter: {}, sort: [] });
    const rows = exportRows({ selection: { mode: 'allExcept', handle, keys: [] }, sort: [] });
    const seen = [...rows.rows(signal)].slice(0, 1).flat();
    const links = [aLink({ number: 1, status: 'paid' }), aLink({ number: 4500, status: 'paid' })];
    store.methods.upsertLinks({ links, source: 'check' });
    store.methods.removeConnection({ connectionId: 'web' });
    seen.push(...[...rows.rows(signal)].slice(1).flat());
    expect(seen).toHaveLength(4500);
    expect(new Set(seen.map((row) => row[at.status]))).toEqual(new Set(['open']));
    expect(rows.connections).toContainEqual({ id: 'web', name: 'Boutique' });
  });

  it('stop when the export is cancelled', () => {
    const abort = new AbortController();
    const { handle } = store.methods.openQuery({ filter: {}, sort: [] });
    const rows = exportRows({ selection: { mode: 'allExcept', handle, keys: [] }, sort: [] });
    let pages = 0;
    for (const _page of rows.rows(abort.signal)) {
      pages += 1;
      abort.abort();
    }
    expect(pages).toBe(1);
  });
});
