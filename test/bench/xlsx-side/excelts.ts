import { WorkbookReader, WorkbookWriter } from '@cj-tech-master/excelts';
import { exportColumns } from '#domain/export-spec';
import { formatAmount } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import { eachLinkRow } from '../link-rows';

/** Offset of the zone that ours writes times of. */
const KUWAIT_MS = 3 * 3_600_000;
const formats = { KWD: '#,##0.000', BHD: '#,##0.000' } as Readonly<Record<string, string>>;

const wallClock = (at: number | undefined) => (at === undefined ? null : new Date(at + KUWAIT_MS));

/** The same values as ours, in the types the library has for them. */
function valuesOf(row: LinkRow) {
  return [
    ...['Main account', row.linkId, row.reference, row.status, row.providerStatus],
    row.amount === undefined ? null : Number(formatAmount(row.amount)),
    ...[row.amount?.currency, row.customerName, row.customerEmail, row.orderText],
    wallClock(row.createdAt),
    wallClock(row.expiresAt),
    row.attempts ?? null,
    row.url,
    wallClock(row.checkedAt),
  ];
}

/** Writes the same table with the library's streaming writer: frozen header, widths, a format for each currency. */
export async function writeExcelts(filename: string, rows: number): Promise<void> {
  const workbook = new WorkbookWriter({ filename, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('Payment links', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = exportColumns.map((column) => ({
    header: column,
    width: 20,
    style: column.endsWith('At') ? { numFmt: 'yyyy-mm-dd hh:mm:ss' } : {},
  }));
  for (const link of eachLinkRow(rows)) {
    const row = sheet.addRow(valuesOf(link));
    row.getCell(6).numFmt = formats[link.amount?.currency ?? ''] ?? '#,##0.00';
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
}

/** Reads the first sheet with the library's streaming reader and answers how many cells are not empty. */
export async function readExcelts(file: string): Promise<number> {
  let cells = 0;
  const workbook = new WorkbookReader(file, { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' });
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      row.eachCell((cell) => {
        if (cell.text !== '') cells += 1;
      });
    }
    break;
  }
  return cells;
}
