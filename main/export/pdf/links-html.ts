import type { ExportColumn, ExportLayout } from '#domain/export-spec';
import type { ExportRow } from '#domain/export-row';
import { headerOf } from '../wording';
import { layOutColumns } from './column-layout';
import { escapeHtml } from './html-text';
import type { PdfCells } from './pdf-cells';

type LinksLayout = Pick<ExportLayout, 'columns' | 'language' | 'amounts'>;

/** How a column's cells are set: text in its own direction; figures to their end; codes and moments from left to right. */
const cellClasses: Readonly<Record<ExportColumn, 'text' | 'code' | 'figure' | 'moment' | 'address'>> = {
  connection: 'text',
  linkId: 'code',
  reference: 'text',
  status: 'text',
  providerStatus: 'text',
  amount: 'figure',
  currency: 'code',
  customerName: 'text',
  customerEmail: 'text',
  orderText: 'text',
  createdAt: 'moment',
  expiresAt: 'moment',
  attempts: 'figure',
  url: 'address',
  checkedAt: 'moment',
};

/** Counts what had to be left out of the texts. */
export interface Stripped {
  strippedCharacters: number;
}

/** Writes the table of links, a stretch of rows at a time. */
export interface LinksTable {
  /** The cells of a row. */
  row(row: ExportRow): string;
  /** A table of rows. `nameOf` names a row by its place, so that its page can be found in what is printed. */
  table(rows: readonly string[], nameOf?: (place: number) => string): string;
}

function cellWriter(column: ExportColumn, cells: PdfCells, stripped: Stripped): (row: ExportRow) => string {
  const value = cells[column];
  const kind = cellClasses[column];
  const [open, close] =
    kind === 'text' ? ['<td><bdi>', '</bdi></td>'] : [`<td class="${kind}"><bdi dir="ltr">`, '</bdi></td>'];
  return (row) => {
    const escaped = escapeHtml(value(row));
    stripped.strippedCharacters += escaped.stripped;
    return open + (column === 'customerEmail' ? escaped.text.replace('@', '@<wbr/>') : escaped.text) + close;
  };
}

function headHtml(spec: LinksLayout): string {
  const { typeSize, tableWidth, shares } = layOutColumns(spec.columns);
  const widths = shares.map((share) => `<col width="${String(share)}%"/>`).join('');
  const headers = spec.columns.map(
    (column) =>
      `<th scope="col" class="${cellClasses[column]}">${escapeHtml(headerOf(column, spec)).text}</th>`,
  );
  return (
    `<table class="links type-${String(typeSize * 10)}" width="${String(tableWidth)}%"><colgroup>${widths}</colgroup>` +
    `<thead><tr>${headers.join('')}</tr></thead><tbody>`
  );
}

/** The links as a table whose header comes again on every page. */
export function createLinksTable(
  spec: LinksLayout,
  { cells, stripped }: { readonly cells: PdfCells; readonly stripped: Stripped },
): LinksTable {
  const columns = spec.columns.map((column) => cellWriter(column, cells, stripped));
  const head = headHtml(spec);
  return {
    row: (row) => columns.map((write) => write(row)).join(''),
    table(rows, nameOf) {
      const named = rows.map((row, place) => {
        const id = nameOf === undefined ? '' : ` id="${nameOf(place)}"`;
        return `<tr${id}>${row}</tr>`;
      });
      return `${head}${named.join('')}</tbody></table>`;
    },
  };
}
