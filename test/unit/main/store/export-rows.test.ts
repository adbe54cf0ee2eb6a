import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LinkRow } from '#domain/payment-link';
import { createExportRows } from '../../../../main/store/export-rows';
import type { FileRows } from '../../../../main/store/file-rows';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
let opened: FileRows<LinkRow>[];
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

function exportRows(what: Parameters<typeof createExportRows>[1]): FileRows<LinkRow> {
  const rows = createExportRows(store, what);
  opened.push(rows);
  return rows;
}

const signal = new AbortController().signal;
const sort = [
  { by: 'attempts', direction: 'descending' },
  { by: 'linkId', direction: 'descending' },
] as const;

describe('the rows of an export', () => {
  it('come in pages, in the export’s order, whatever the order of the selection', () => {
    const { handle } = store.methods.openQuery({ filter: {}, sort: [] });
    const rows = exportRows({ selection: { mode: 'allExcept', handle, keys: [4500] }, sort });
    const pages = [...rows.rows(signal)];
    expect(rows.total).toBe(4499);
    expect(pages.map(({ length }) => length)).toEqual([2000, 2000, 499]);
    const got = pages.flat().map(({ attempts = 0, linkId }) => [attempts, linkId] as const);
    expect(got).toEqual([...got].sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1)));
  });

  it('are the chosen ones that exist', () => {
    const rows = exportRows({ selection: { mode: 'only', keys: [2, 9999, 1] }, sort: [] });
    expect([rows.total, [...rows.rows(signal)].flat().map(({ key }) => key)]).toEqual([2, [1, 2]]);
  });

  it('name their connection, or its id when it is gone', () => {
    const rows = exportRows({ selection: { mode: 'only', keys: [1] }, sort: [] });
    expect([rows.connectionName('shop'), rows.connectionName('gone')]).toEqual(['Shop', 'gone']);
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
    expect(new Set(seen.map(({ status }) => status))).toEqual(new Set(['open']));
    expect(rows.connectionName('web')).toBe('Boutique');
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
