import { describe, expect, it } from 'vitest';
import type { ProviderId } from '#domain/provider';
import { headerItems } from '../../../../../renderer/features/links/table/header-menu';
import { rowItems } from '../../../../../renderer/features/links/table/row-items';
import { sampleLink } from '../../../../support/renderer/sample-links';

const column = (id: string, more: object = {}) => ({
  id,
  header: id,
  width: 100,
  sortable: true,
  render: () => null,
  text: () => '',
  ...more,
});

const disabled = (items: readonly object[]) =>
  items.flatMap((item) =>
    'isDisabled' in item && item.isDisabled === true && 'id' in item ? [item.id] : [],
  );

describe('the menu of a header', () => {
  it('offers no place before the pinned column or after the last one', () => {
    const before = column('reference', { pinned: true });
    const items = headerItems({ column: column('amount'), before, after: undefined, sort: [] });
    expect(disabled(items)).toEqual(['addSort', 'clearSort', 'earlier', 'later']);
  });

  it('adds at most as many orders as the query takes', () => {
    const sort = ['a', 'b', 'c', 'd'].map((columnId) => ({ columnId, direction: 'asc' as const }));
    const facts = { column: column('amount'), before: column('x'), after: column('y') };
    expect(disabled(headerItems({ ...facts, sort }))).toContain('addSort');
    expect(disabled(headerItems({ ...facts, sort: sort.slice(1) }))).not.toContain('addSort');
  });

  it('a column that cannot be sorted has no sorting in its menu', () => {
    const facts = { column: column('orderText', { sortable: false }), before: undefined, after: undefined };
    expect(headerItems({ ...facts, sort: [] }).map(({ id }) => id)).toEqual([
      'earlier',
      'later',
      'fit',
      'hide',
    ]);
  });
});

describe('the menu of a row', () => {
  const row = sampleLink({ key: 1, reference: 'PL-1' });
  const facts = { row, cell: undefined, isPart: false, isRefreshing: false, providers: ['aps'] } as const;

  it('offers filters only on cells a filter can name', () => {
    const ids = (cell: { readonly list: 'currencies'; readonly value: string } | undefined) =>
      rowItems({ ...facts, cell }).map(({ id }) => id);
    expect(ids(undefined)).not.toContain('showOnly');
    expect(ids({ list: 'currencies', value: 'KWD' })).toContain('leaveOut');
  });

  it('takes a selected row out, and selects another', () => {
    expect(rowItems({ ...facts, isPart: true }).map(({ id }) => id)).toContain('unselect');
    expect(rowItems(facts).map(({ id }) => id)).toContain('select');
  });

  it('disables what no provider of the links offers, and says so', () => {
    const verbs = (providers: readonly ProviderId[]) =>
      rowItems({ ...facts, providers }).flatMap((item) => ('isNotOffered' in item ? [item.id] : []));
    expect(verbs(['ahrvo'])).toEqual(['set-expiry', 'set-amount', 'set-order-text']);
    expect(verbs(['ahrvo', 'aps'])).toEqual([]);
    expect(verbs([])).toEqual([]);
  });

  it('does not refresh twice at once', () => {
    expect(disabled(rowItems({ ...facts, isRefreshing: true }))).toContain('refresh');
  });
});
