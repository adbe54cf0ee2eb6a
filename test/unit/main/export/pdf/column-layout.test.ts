import { assert, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportColumns } from '#domain/export-spec';
import { layOutColumns, typeSizes } from '../../../../../main/export/pdf/column-layout';

describe('layOutColumns', () => {
  it('gives few columns large type and not the whole sheet', () => {
    const { typeSize, tableWidth, shares } = layOutColumns(['reference', 'amount']);
    expect(typeSize).toBe(typeSizes[0]);
    expect(tableWidth).toBeLessThan(50);
    expect(shares).toHaveLength(2);
  });

  it('takes smaller type before it lets values go on in a second line', () => {
    const sizes = [6, 8, 15].map((count) => layOutColumns(exportColumns.slice(0, count)).typeSize);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(layOutColumns(exportColumns).typeSize).toBe(typeSizes.at(-1));
  });

  it('fills the table and the sheet, whichever columns are chosen in whatever order', () => {
    assert(
      property(shuffledSubarray([...exportColumns], { minLength: 1 }), (columns) => {
        const { tableWidth, shares, typeSize } = layOutColumns(columns);
        const total = shares.reduce((sum, share) => sum + share, 0);
        expect(total).toBeCloseTo(100, 0);
        expect(tableWidth).toBeLessThanOrEqual(100);
        // An id of 18 digits stays on one line: 0.64 em a digit, and the room beside them.
        const id = columns.indexOf('linkId');
        if (id === -1) return;
        const ems = ((773.8 / typeSize) * tableWidth * (shares[id] ?? 0)) / 10_000;
        expect(ems).toBeGreaterThan(12.9);
      }),
    );
  });
});
