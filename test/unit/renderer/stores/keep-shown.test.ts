import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '#contract/settings';
import type { SavedView } from '#domain/saved-view';
import { createDesk } from '../../../../renderer/stores/desk';
import { keepShown, showLast } from '../../../../renderer/stores/keep-shown';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleAnswer, sampleSettings, sampleTotals } from '../../../support/renderer/sample-links';

const narrow = { order: ['amount'], hidden: ['attempts'], widths: { amount: 90 } };
const own: SavedView = { id: 'own', name: 'Own', filter: {}, sort: [], columns: narrow };

function deskOver(part: Partial<Settings> = {}) {
  const bridge = createFakeBridge({
    'links:open': () => sampleAnswer(1),
    'links:totals': () => sampleTotals(),
  });
  const settings = { ...sampleSettings, ...part };
  const desk = createDesk(bridge, { settings, hiddenColumns: ['linkId'], newId: () => 'new' });
  return { bridge, desk };
}

describe('what the table shows', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is kept once, after the last of many changes', async () => {
    const { bridge, desk } = deskOver();
    keepShown(desk);
    desk.views.getState().pick('expiring');
    desk.query.getState().setFilter({ words: ['a'] });
    await vi.advanceTimersByTimeAsync(100);
    desk.query.getState().setFilter({ words: ['al'] });
    await vi.advanceTimersByTimeAsync(1000);
    const sort = [{ by: 'expiresAt', direction: 'ascending' }];
    expect(bridge.inputsOf('settings:write')).toEqual([
      { lastShown: { viewId: 'expiring', filter: { words: ['al'] }, sort } },
    ]);
  });

  it('is kept with the columns of a view that has its own', async () => {
    const { bridge, desk } = deskOver({ views: [own] });
    keepShown(desk);
    desk.views.getState().pick('own');
    desk.columns.getState().toggle('status');
    await vi.advanceTimersByTimeAsync(1000);
    const columns = { ...narrow, hidden: ['attempts', 'status'] };
    expect(bridge.inputsOf('settings:write')).toEqual([
      { lastShown: { viewId: 'own', filter: {}, sort: [], columns } },
    ]);
  });

  it('is there again after a restart, with one opening, and is not kept again for that', async () => {
    const filter = { statuses: ['paid'] } as const;
    const lastShown = { viewId: 'open', filter, sort: [] };
    const { bridge, desk } = deskOver({ lastShown, columns: narrow });
    keepShown(desk);
    showLast(desk);
    await vi.advanceTimersByTimeAsync(1000);
    expect(bridge.inputsOf('links:open')).toEqual([{ filter, sort: [] }]);
    expect(desk.views.getState().currentId).toBe('open');
    expect(desk.columns.getState().layout).toEqual(narrow);
    expect(bridge.inputsOf('settings:write')).toEqual([]);
  });

  it('is, in a view with its own columns, those as they were left', () => {
    const columns = { ...narrow, hidden: [] };
    const lastShown = { viewId: 'own', filter: {}, sort: [], columns };
    const { desk } = deskOver({ views: [own], lastShown, columns: { ...narrow, order: [] } });
    showLast(desk);
    expect(desk.columns.getState().layout).toEqual(columns);
  });

  it('is the filter alone when its view is gone', () => {
    const filter = { connectionIds: ['gone'] };
    const { bridge, desk } = deskOver({ lastShown: { viewId: 'gone', filter, sort: [] } });
    showLast(desk);
    expect(desk.views.getState().currentId).toBe('all');
    expect(bridge.inputsOf('links:open')).toEqual([{ filter, sort: [] }]);
  });

  it('is all links at the very first start, with the columns as they are at first', () => {
    const { bridge, desk } = deskOver();
    showLast(desk);
    expect(bridge.inputsOf('links:open')).toEqual([{ filter: {}, sort: [] }]);
    expect(desk.columns.getState().layout.hidden).toEqual(['linkId']);
  });
});
