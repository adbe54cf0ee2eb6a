import { describe, expect, it } from 'vitest';
import { createSheetCells } from '../../../../../main/export/xlsx/sheet-cells';
import { styleNames, type StyleIds } from '../../../../../main/export/xlsx/sheet-styles';

// Each name has its number.
const ids = Object.fromEntries(styleNames.map((name, index) => [name, index + 10])) as StyleIds;
const cellsIn = (zone: string) => createSheetCells(ids, zone, { strippedCharacters: 0, cutCells: 0 });

describe('createSheetCells', () => {
  const cells = cellsIn('Asia/Kuwait');

  it.each([
    [1_234_500, 'KWD', 'amount3', '1234.500'],
    [-5, 'KWD', 'amount3', '-0.005'],
    [1200, 'JPY', 'amount0', '1200'],
    [1050, 'USD', 'amount2', '10.50'],
    [12345, 'CLF', 'amount4', '1.2345'],
    [7, 'XXX', 'amount0', '7'],
  ] as const)(
    'shows %d minor units of %s with the decimals of the currency',
    (minor, currency, style, value) => {
      expect(cells.amount('B2', minor, currency)).toBe(`<c r="B2" s="${ids[style]}"><v>${value}</v></c>`);
    },
  );

  it('writes an amount as text that Excel would round', () => {
    expect(cells.amount('B2', 999_999_999_999_999, 'USD')).toContain('<v>9999999999999.99</v>');
    expect(cells.amount('B2', Number.MAX_SAFE_INTEGER, 'KWD')).toContain('<t>9007199254740.991</t>');
    expect(cells.whole('B2', '12345678901234567')).toContain('<t>12345678901234567</t>');
  });

  it('writes ids and formulas as text, whatever they look like', () => {
    for (const text of ['169996200023293942', '0012', '=1+1', '1E5', '-1']) {
      expect(cells.text('A1', text)).toBe(
        `<c r="A1" s="${ids.text}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
    }
  });

  it('shows a moment on the wall clock of its zone, without fractions of a second', () => {
    // 2026-11-20 18:04:05 in Kuwait.
    expect(cells.instant('C1', Date.UTC(2026, 10, 20, 15, 4, 5, 999))).toBe(
      `<c r="C1" s="${ids.instant}"><v>46346.75283564815</v></c>`,
    );
  });

  it('names the offset in text where the clock shows the same hour for the second time', () => {
    const berlin = cellsIn('Europe/Berlin');
    const change = Date.UTC(2026, 9, 25, 1);
    expect(berlin.instant('C1', change - 1000)).toContain(`s="${ids.instant}"`);
    expect(berlin.instant('C1', change)).toContain('<t>2026-10-25T02:00:00+01:00</t>');
    expect(berlin.instant('C1', change + 3_600_000)).toContain(`s="${ids.instant}"`);
  });

  it('writes moments as text that Excel cannot show', () => {
    expect(cellsIn('UTC').instant('C1', Date.UTC(1899, 0, 1))).toContain('<t>1899-01-01T00:00:00+00:00</t>');
  });
});
