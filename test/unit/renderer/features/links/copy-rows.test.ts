import { describe, expect, it } from 'vitest';
import type { LinkRow } from '#domain/payment-link';
import type { GridColumn } from '../../../../../renderer/grid/grid-types';
import { copyRows, keysOfRange } from '../../../../../renderer/features/links/table/copy-rows';
import { createFakeBridge } from '../../../../support/renderer/fake-bridge';
import { sampleLink } from '../../../../support/renderer/sample-links';

const columns: readonly GridColumn<LinkRow>[] = [
  { id: 'reference', header: 'Reference', width: 100, render: () => null, text: (row) => row.reference },
];

const bridgeOver = (total: number) => {
  const rows = Array.from({ length: total }, (_, index) =>
    sampleLink({ key: index + 1, reference: `PL-${String(index + 1)}` }),
  );
  return createFakeBridge({ 'links:range': ({ start, end }) => rows.slice(start, end) });
};

describe('copying rows', () => {
  it('copies selected rows that were never scrolled to', async () => {
    const bridge = bridgeOver(5000);
    const selection = { mode: 'only', keys: new Set([2, 4999]) } as const;
    expect(await copyRows({ bridge, handle: 1, total: 5000, selection, columns })).toBe(2);
    expect(bridge.inputsOf('app:copy-text')).toEqual([{ text: 'Reference\r\nPL-2\r\nPL-4999' }]);
  });

  it('stops reading once all selected rows are found', async () => {
    const bridge = bridgeOver(50_000);
    await copyRows({
      bridge,
      handle: 1,
      total: 50_000,
      selection: { mode: 'only', keys: new Set([1]) },
      columns,
    });
    expect(bridge.inputsOf('links:range')).toHaveLength(1);
  });

  it('leaves excluded rows out', async () => {
    const bridge = bridgeOver(3);
    const selection = { mode: 'allExcept', keys: new Set([2]) } as const;
    await copyRows({ bridge, handle: 1, total: 3, selection, columns });
    expect(bridge.inputsOf('app:copy-text')).toEqual([{ text: 'Reference\r\nPL-1\r\nPL-3' }]);
  });

  it('reads nothing when the selection is too large for the clipboard', async () => {
    const bridge = bridgeOver(10);
    const selection = { mode: 'allExcept', keys: new Set<number>() } as const;
    expect(await copyRows({ bridge, handle: 1, total: 1_000_000, selection, columns })).toBeUndefined();
    expect(bridge.calls).toEqual([]);
  });

  it('reads the keys of a long range in pages the contract allows', async () => {
    const bridge = bridgeOver(5000);
    const keys = await keysOfRange(bridge, 1, { start: 10, end: 4510 });
    expect([keys.length, keys[0], keys.at(-1)]).toEqual([4500, 11, 4510]);
    expect(bridge.inputsOf('links:range')).toHaveLength(3);
  });
});
