import { describe, expect, it } from 'vitest';
import { syncItems } from '../../../../../renderer/features/links/sync/sync-items';

const shops = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
];
const idsOf = (items: ReturnType<typeof syncItems>) => items.map(({ id }) => id);

describe('the menu of syncing', () => {
  it('says why there is nothing to sync, and what else brings links', () => {
    const items = syncItems([], []);
    expect(idsOf(items)).toEqual(['none', 'add', 'import']);
    expect(items[0]).toMatchObject({ isDisabled: true });
    expect(items[1]).toMatchObject({ isDisabled: false });
  });

  it('has one connection without "all", and several with it', () => {
    expect(idsOf(syncItems(shops.slice(0, 1), ['a']))).toEqual(['one a', 'before-full', 'full a']);
    expect(idsOf(syncItems(shops, ['a', 'b']))).toContain('all');
  });

  it('offers only what is not being read, and "all" means those', () => {
    const items = syncItems(shops, ['b']);
    expect(items.filter((item) => 'isDisabled' in item && item.isDisabled).map(({ id }) => id)).toEqual([
      'one a',
      'full a',
    ]);
    expect(items.find(({ id }) => id === 'all')).toMatchObject({ connectionIds: ['b'] });
  });
});
