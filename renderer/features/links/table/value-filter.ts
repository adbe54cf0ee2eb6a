import { tidyFilter } from '#domain/tidy-filter';
import type { LinkFilter } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

/** The value of a cell as a filter can name it. */
export type CellValue =
  | { readonly list: 'statuses'; readonly value: LinkRow['status'] }
  | { readonly list: 'currencies' | 'connectionIds'; readonly value: string }
  | { readonly text: 'customerName'; readonly value: string };

/** What a filter could ask for, given the cell under the menu; undefined for columns that are not lists of values. */
export function cellValueOf(row: LinkRow, columnId: string | undefined): CellValue | undefined {
  switch (columnId) {
    case 'status':
      return { list: 'statuses', value: row.status };
    case 'amount':
      return { list: 'currencies', value: row.amount?.currency ?? '' };
    case 'connection':
      return { list: 'connectionIds', value: row.connectionId };
    case 'customerName':
      return row.customerName === undefined || row.customerName === ''
        ? undefined
        : { text: 'customerName', value: row.customerName };
    default:
      return undefined;
  }
}

/** The filter with this value alone in its field; the other fields stay. */
export function showOnly(filter: LinkFilter, cell: CellValue): LinkFilter {
  if ('text' in cell) {
    return tidyFilter({ ...filter, texts: { ...filter.texts, [cell.text]: cell.value } });
  }
  const { [cell.list]: _refused, ...not } = filter.not ?? {};
  return tidyFilter({ ...filter, [cell.list]: [cell.value], not });
}

/** The filter without rows of this value. */
export function leaveOut(filter: LinkFilter, cell: CellValue): LinkFilter {
  if ('text' in cell) {
    const texts = { ...filter.not?.texts, [cell.text]: cell.value };
    return tidyFilter({ ...filter, not: { ...filter.not, texts } });
  }
  const wanted: readonly string[] = filter[cell.list] ?? [];
  const refused: readonly string[] = filter.not?.[cell.list] ?? [];
  return tidyFilter({
    ...filter,
    [cell.list]: wanted.filter((value) => value !== cell.value),
    not: { ...filter.not, [cell.list]: [...refused.filter((value) => value !== cell.value), cell.value] },
  });
}
