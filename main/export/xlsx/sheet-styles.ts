import type { CellStyle } from 'hucre/xlsx';

/**
 * How cells are shown. Text has Excel's text format: a cell of any other is read anew when somebody presses Enter in it, and then
 * a long id becomes a rounded number, and text that begins with `=` a formula.
 */
export const sheetStyles = {
  text: { numFmt: '@' },
  header: {
    numFmt: '@',
    font: { name: 'Calibri', size: 11, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE7EAEE' } },
    border: { bottom: { style: 'thin', color: { rgb: 'FF8A93A0' } } },
  },
  instant: { numFmt: 'yyyy-mm-dd hh:mm:ss' },
  whole: { numFmt: '0' },
  amount0: { numFmt: '#,##0' },
  amount2: { numFmt: '#,##0.00' },
  amount3: { numFmt: '#,##0.000' },
  amount4: { numFmt: '#,##0.0000' },
} as const satisfies Readonly<Record<string, CellStyle>>;

export type StyleName = keyof typeof sheetStyles;

export const styleNames = Object.keys(sheetStyles) as readonly StyleName[]; // the keys of a constant

/** The number a workbook gives each style. */
export type StyleIds = Readonly<Record<StyleName, number>>;

/** The style of amounts of a currency with so many decimals. */
export function amountStyle(exponent: number): StyleName {
  const name = `amount${exponent}`;
  return styleNames.find((style) => style === name) ?? 'amount0';
}
