import { createHash } from 'node:crypto';
import { createZipWriter } from '../../files/zip/zip-writer';
import type { ZipWriter } from '../../files/zip/zip-writer';
import type { ExportRow } from '#domain/export-row';
import type { ExportSheet } from '../export-sheet';
import type { ExportWriter } from '../export-writer';
import { summaryWording } from '../summary-wording';
import { createLinkRows, type LinkRows } from './link-rows';
import { createPageCursor, type PageCursor } from './page-cursor';
import { createSheetCells } from './sheet-cells';
import { sheetNames } from './sheet-names';
import { summaryRows, summaryWidths } from './summary-rows';
import { buildFrame, type SheetPlan, type WorkbookFrame } from './workbook-frame';

/** Excel's rows but one, for the header. */
export const MAX_DATA_ROWS = 1_048_575;
const ROWS_PER_CHUNK = 500;

const bytesOfText = (text: string) => Buffer.from(text, 'utf8');

/** The sheets of links that were written, by their data rows, and the SHA-256 of their content. */
interface LinkSheets {
  readonly rowCounts: readonly number[];
  readonly dataSha256: string;
}

interface SheetWork {
  readonly zip: ZipWriter;
  readonly rows: LinkRows;
  readonly cursor: PageCursor<ExportRow>;
  readonly maxRows: number;
  /** The frame of a workbook whose last sheet of links has so many data rows. */
  readonly frameOf: (rowCounts: readonly number[]) => Promise<WorkbookFrame>;
}

/** Writes the links, one sheet after the other, as many as their number needs. */
async function writeLinkSheets({ zip, rows, cursor, maxRows, frameOf }: SheetWork): Promise<LinkSheets> {
  const hash = createHash('sha256');
  const rowCounts: number[] = [];

  async function* content(head: string) {
    let done = 0;
    yield head + rows.header;
    for (;;) {
      const page = await cursor.next(Math.min(ROWS_PER_CHUNK, maxRows - done));
      if (page === undefined) break;
      yield rows.rows(page, done + 2);
      done += page.length;
      if (done === maxRows) break;
    }
    rowCounts.push(done);
    const frame = await frameOf(rowCounts);
    yield frame.sheets[rowCounts.length - 1]?.foot ?? '';
  }

  async function* hashed(texts: AsyncIterable<string>) {
    for await (const text of texts) {
      const bytes = bytesOfText(text);
      hash.update(bytes);
      yield bytes;
    }
  }

  do {
    const frame = await frameOf([...rowCounts, 0]);
    const sheet = frame.sheets[rowCounts.length];
    if (sheet === undefined) break;
    await zip.add(sheet.path, hashed(content(sheet.head)));
  } while (await cursor.hasMore());
  return { rowCounts, dataSha256: hash.digest('hex') };
}

function plansOf(
  { spec }: ExportSheet,
  widths: readonly number[],
  rowCounts: readonly number[],
): readonly SheetPlan[] {
  const isRightToLeft = spec.language === 'ar';
  const names = sheetNames(spec.language, rowCounts.length);
  return [
    ...rowCounts.map((rows, index) => ({
      name: names[index] ?? '',
      widths,
      isRightToLeft,
      headerOver: rows + 1,
    })),
    { name: summaryWording[spec.language].title, widths: summaryWidths, isRightToLeft },
  ];
}

/** Makes the writer; only tests have sheets of fewer rows than Excel's. */
export function createXlsxWriter(maxRows = MAX_DATA_ROWS): ExportWriter {
  return {
    fill: async (sheet, output) => {
      const { spec } = sheet;
      const losses = { strippedCharacters: 0, cutCells: 0 };
      const zip = createZipWriter((bytes) => output.write(bytes));
      const { styles } = await buildFrame(
        [{ name: 'A', widths: [1], isRightToLeft: false }],
        sheet.createdAt,
      );
      const cells = createSheetCells(styles, spec.zone, losses);
      const rows = createLinkRows(sheet, cells);
      const frameOf = (rowCounts: readonly number[]) =>
        buildFrame(plansOf(sheet, rows.widths, rowCounts), sheet.createdAt);
      const cursor = createPageCursor(sheet.pages);
      const { rowCounts, dataSha256 } = await writeLinkSheets({ zip, rows, cursor, maxRows, frameOf });
      Object.assign(sheet.cells, losses);
      const summary = sheet.summary(dataSha256);
      const frame = await frameOf(rowCounts);
      const { path, head, foot } = frame.sheets[rowCounts.length] ?? { path: '', head: '', foot: '' };
      await zip.add(path, [
        bytesOfText(head + summaryRows({ summary, language: spec.language, cells }) + foot),
      ]);
      for (const other of frame.others) await zip.add(other.path, [other.bytes]);
      await zip.finish();
      return summary;
    },
  };
}

/**
 * Links as an Excel workbook: a sheet of links, or several where Excel's rows do not suffice, and one with the summary. Dates are
 * dates on the zone's wall clock, amounts are numbers with the decimals of their currency, and all else is text.
 *
 * `dataSha256` is the SHA-256 of the sheets of links as they lie in the file, one after the other:
 *
 *     unzip -p links.xlsx xl/worksheets/sheet1.xml | sha256sum
 */
export const xlsxWriter: ExportWriter = createXlsxWriter();
