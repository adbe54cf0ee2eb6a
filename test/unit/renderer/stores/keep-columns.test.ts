import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '#contract/settings';
import { createColumnsStore } from '../../../../renderer/stores/columns-store';
import { keepColumns } from '../../../../renderer/stores/keep-columns';
import { createQueryStore } from '../../../../renderer/stores/query-store';
import { createSettingsStore } from '../../../../renderer/stores/settings-store';
import { createViewsStore } from '../../../../renderer/stores/views-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleSettings } from '../../../support/renderer/sample-links';

const before = sampleSettings;
const layout = { order: ['amount', 'status'], hidden: ['linkId'], widths: { amount: 180 } };

function stores(kept: Settings = before) {
  let written: Settings = kept;
  const writes: Partial<Settings>[] = [];
  const bridge = createFakeBridge({
    'settings:read': () => written,
    'settings:write': (part) => {
      writes.push(part as Partial<Settings>);
      written = { ...written, ...(part as Partial<Settings>) };
      return written;
    },
  });
  const parts = {
    columns: createColumnsStore([]),
    settings: createSettingsStore(bridge, kept),
    query: createQueryStore(bridge),
  };
  const views = createViewsStore(parts, { newId: () => 'new', firstColumns: { ...layout, order: [] } });
  return { writes, ...parts, views };
}

describe('the columns', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are kept once, after the last of many changes', async () => {
    const { writes, columns, settings, views } = stores();
    keepColumns({ columns, settings, views });
    columns.getState().setLayout({ ...layout, widths: { amount: 170 } });
    await vi.advanceTimersByTimeAsync(100);
    columns.getState().setLayout(layout);
    await vi.advanceTimersByTimeAsync(1000);
    expect(writes).toEqual([{ columns: layout }]);
  });

  it('of a view that has its own are left to the view, and what all others show stays as it is', async () => {
    const own = { id: 'own', name: 'Own', filter: {}, sort: [], columns: layout };
    const { writes, columns, settings, views } = stores({ ...before, views: [own] });
    keepColumns({ columns, settings, views });
    const general = { ...layout, widths: { amount: 200 } };
    columns.getState().setLayout(general);
    await vi.advanceTimersByTimeAsync(100);
    views.getState().pick('own');
    columns.getState().toggle('status');
    await vi.advanceTimersByTimeAsync(1000);
    // A change made just before the view was left is not lost either.
    expect(writes).toEqual([{ columns: general }]);
    views.getState().pick('all');
    await vi.advanceTimersByTimeAsync(1000);
    expect(columns.getState().layout).toEqual(general);
    expect(writes).toHaveLength(1);
  });
});
