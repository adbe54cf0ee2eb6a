import { describe, expect, it } from 'vitest';
import { builtInViews, type SavedView } from '#domain/saved-view';
import { settingsSchema } from '#contract/settings';
import {
  builtInViewIds,
  contentOf,
  isModified,
  isThere,
  problemOfName,
  type ShownContent,
} from '../../../../renderer/stores/view-content';

const layout = {
  order: ['amount', 'status'],
  hidden: ['linkId', 'attempts'],
  widths: { amount: 180, status: 90 },
};
const shown: ShownContent = { filter: {}, sort: [], columns: layout, density: 'normal' };
const saved: SavedView = { id: 'kwd', name: 'Overdue KWD', filter: { currencies: ['KWD'] }, sort: [] };

describe('a view', () => {
  it('is found by its id, built in or saved; one that is gone shows all links', () => {
    expect(contentOf('expired', [])).toBe(builtInViews.expired);
    expect(contentOf('kwd', [saved])).toBe(saved);
    expect(contentOf('kwd', [])).toBe(builtInViews.all);
    expect([isThere('open', []), isThere('kwd', [saved]), isThere('kwd', [])]).toEqual([true, true, false]);
  });

  it('takes the ids of object members for no view', () => {
    expect(isThere('toString', [])).toBe(false);
    expect(contentOf('constructor', [])).toBe(builtInViews.all);
  });

  it('that is built in can be kept as what was shown last', () => {
    for (const viewId of builtInViewIds) {
      const { filter, sort } = builtInViews[viewId];
      expect(settingsSchema.shape.lastShown.safeParse({ viewId, filter, sort }).success).toBe(true);
    }
  });

  it('is unmodified however its parts are ordered or left empty', () => {
    const view = { filter: { statuses: ['open'], currencies: ['KWD'] }, sort: [] } as const;
    expect(
      isModified(view, { ...shown, filter: { currencies: ['KWD'], statuses: ['open'], words: [] } }),
    ).toBe(false);
  });

  it('is modified by another filter or another order of the rows', () => {
    const view = { filter: {}, sort: [{ by: 'amount', direction: 'ascending' }] } as const;
    const as = (part: Partial<ShownContent>) => isModified(view, { ...shown, sort: view.sort, ...part });
    expect(as({})).toBe(false);
    expect(as({ filter: { words: ['noor'] } })).toBe(true);
    expect(as({ sort: [{ by: 'amount', direction: 'descending' }] })).toBe(true);
    expect(as({ sort: [] })).toBe(true);
    expect(as({ sort: [...view.sort, { by: 'status', direction: 'ascending' }] })).toBe(true);
  });

  it('is modified by columns and density only when it has its own', () => {
    const other = { ...layout, hidden: [] };
    expect(isModified({ filter: {}, sort: [] }, { ...shown, columns: other, density: 'compact' })).toBe(
      false,
    );
    const own = { filter: {}, sort: [], columns: layout, density: 'normal' } as const;
    expect(isModified(own, shown)).toBe(false);
    expect(isModified(own, { ...shown, density: 'compact' })).toBe(true);
    expect(isModified(own, { ...shown, columns: other })).toBe(true);
    const again = {
      order: layout.order,
      hidden: ['attempts', 'linkId'],
      widths: { status: 90, amount: 180 },
    };
    expect(isModified(own, { ...shown, columns: again })).toBe(false);
    expect(isModified(own, { ...shown, columns: { ...layout, widths: { amount: 181 } } })).toBe(true);
  });
});

describe('the name of a view', () => {
  it('must have a character that shows', () => {
    expect(problemOfName('  ', [])).toBe('empty');
    expect(problemOfName('Q4', [])).toBeUndefined();
  });

  it('differs from the others by more than case and spaces around it', () => {
    expect(problemOfName(' q4 CLOSE ', ['Q4 close'])).toBe('taken');
    expect(problemOfName('Q4 closed', ['Q4 close'])).toBeUndefined();
  });
});
