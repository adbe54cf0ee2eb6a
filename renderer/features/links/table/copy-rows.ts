import type { LinkRow } from '#domain/payment-link';
import type { Bridge } from '../../../bridge/bridge-client';
import { countSelected, type RowSelection } from '../../../stores/selection-store';
import type { GridColumn } from '../../../grid/grid-types';
import { rowsToTsv } from '../../../grid/grid-tsv';

/** What the clipboard channel takes at most. */
const mostCharacters = 2_000_000;
/** A row of ids, a reference and an amount is hardly shorter than this. */
const fewestPerRow = 20;
const pageSize = 2000;

export interface CopyRequest {
  readonly bridge: Bridge;
  readonly handle: number;
  readonly total: number;
  readonly selection: RowSelection;
  /** The visible columns, in their order. */
  readonly columns: readonly GridColumn<LinkRow>[];
}

/**
 * Copies every selected row of an opened query as tab-separated text, loaded or not. Returns how many, or `undefined` when
 * they are too many for the clipboard; then nothing was copied.
 */
export async function copyRows(request: CopyRequest): Promise<number | undefined> {
  const { bridge, selection, total, columns } = request;
  const wanted = countSelected(selection, total);
  if (wanted * fewestPerRow > mostCharacters) return undefined;
  const rows = await selectedRows(request, wanted);
  const text = rowsToTsv(columns, rows);
  if (text.length > mostCharacters) return undefined;
  await bridge.call('app:copy-text', { text });
  return rows.length;
}

/** Pages through the query until all selected rows are found. */
async function selectedRows(request: CopyRequest, wanted: number): Promise<readonly LinkRow[]> {
  const { bridge, handle, selection, total } = request;
  const isOnly = selection.mode === 'only';
  const rows: LinkRow[] = [];
  for (let start = 0; start < total && rows.length < wanted; start += pageSize) {
    const page = await bridge.call('links:range', { handle, start, end: Math.min(start + pageSize, total) });
    rows.push(...page.filter((row) => selection.keys.has(row.key) === isOnly));
  }
  return rows;
}

/** The keys of a range of rows, for a range selection over rows that are not loaded. */
export async function keysOfRange(
  bridge: Bridge,
  handle: number,
  range: { readonly start: number; readonly end: number },
): Promise<readonly number[]> {
  const keys: number[] = [];
  for (let start = range.start; start < range.end; start += pageSize) {
    const page = await bridge.call('links:range', {
      handle,
      start,
      end: Math.min(start + pageSize, range.end),
    });
    keys.push(...page.map((row) => row.key));
  }
  return keys;
}
