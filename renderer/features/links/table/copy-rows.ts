import type { LinkRow } from '#domain/payment-link';
import type { Bridge } from '../../../bridge/bridge-client';
import { countSelected, type RowSelection } from '../../../stores/selection-store';
import type { GridColumn } from '../../../grid/grid-types';
import { tsvLine, tsvRows } from '../../../grid/grid-tsv';

/** What the clipboard channel takes at most. */
const mostCharacters = 40_000_000;
/** More than a spreadsheet is pasted into with patience; an export is the better way from here on. */
const mostRows = 100_000;
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
  const { bridge, handle, selection, total, columns } = request;
  const wanted = countSelected(selection, total);
  if (wanted > mostRows) return undefined;
  const parts = [tsvLine(columns.map((column) => column.header))];
  let length = 0;
  let copied = 0;
  const isOnly = selection.mode === 'only';
  for (let start = 0; start < total && copied < wanted; start += pageSize) {
    const page = await bridge.call('links:range', { handle, start, end: Math.min(start + pageSize, total) });
    const rows = page.filter((row) => selection.keys.has(row.key) === isOnly);
    if (rows.length === 0) continue;
    // Written page by page, between two answers, so that the window never stands still.
    const text = tsvRows(columns, rows);
    parts.push(text);
    copied += rows.length;
    length += text.length;
    if (length > mostCharacters) return undefined;
  }
  await bridge.call('app:copy-text', { text: parts.join('\r\n') });
  return copied;
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
