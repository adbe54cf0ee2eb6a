import { sortColumns, type LinkSort, type SortColumn } from '#domain/link-filter';
import type { GridSort } from '../../../grid/sort';

const isSortColumn = (id: string): id is SortColumn => (sortColumns as readonly string[]).includes(id);

/** The grid's order as the query takes it. The table's columns carry the names of the sort columns. */
export function toLinkSort(sort: readonly GridSort[]): readonly LinkSort[] {
  return sort.flatMap(({ columnId, direction }) =>
    isSortColumn(columnId)
      ? [{ by: columnId, direction: direction === 'asc' ? ('ascending' as const) : ('descending' as const) }]
      : [],
  );
}

/** The query's order as the grid shows it. */
export function toGridSort(sort: readonly LinkSort[]): readonly GridSort[] {
  return sort.map(({ by, direction }) => ({
    columnId: by,
    direction: direction === 'ascending' ? 'asc' : 'desc',
  }));
}
