import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '#contract/settings';
import { createColumnsStore } from '../../../../renderer/stores/columns-store';
import { keepColumns, showKeptColumns } from '../../../../renderer/stores/keep-columns';
import { createSettingsStore } from '../../../../renderer/stores/settings-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';

const before: Settings = {
  language: 'en',
  theme: 'system',
  density: 'normal',
  zone: 'UTC',
  businessDays: { weekend: 'fri-sat', holidays: [] },
};
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
  return { writes, columns: createColumnsStore([]), settings: createSettingsStore(bridge, before) };
}

describe('the columns', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are kept once, after the last of many changes', async () => {
    const { writes, columns, settings } = stores();
    keepColumns({ columns, settings });
    columns.getState().setLayout({ ...layout, widths: { amount: 170 } });
    await vi.advanceTimersByTimeAsync(100);
    columns.getState().setLayout(layout);
    await vi.advanceTimersByTimeAsync(1000);
    expect(writes).toEqual([{ columns: layout }]);
  });

  it('come back as they were kept, and are not written again for that', async () => {
    const { writes, columns, settings } = stores({ ...before, columns: layout });
    keepColumns({ columns, settings });
    await settings.getState().read();
    showKeptColumns({ columns, settings });
    await vi.advanceTimersByTimeAsync(1000);
    expect(columns.getState().layout).toEqual(layout);
    expect(writes).toEqual([]);
  });

  it('stay as they are at first while nothing was kept', async () => {
    const { columns, settings } = stores();
    await settings.getState().read();
    showKeptColumns({ columns, settings });
    expect(columns.getState().layout).toEqual({ order: [], hidden: [], widths: {} });
  });
});
