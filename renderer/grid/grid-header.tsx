import { memo, useId, type ReactNode } from 'react';
import type { PlacedColumn } from './columns';
import styles from './data-grid.module.css';
import { cellStyle, selectionColumnWidth } from './grid-row';
import type { GridLabels } from './grid-types';
import type { GridSort } from './sort';

/** Height of the header row, CSS pixels. */
export const headerHeight = 34;

export interface GridHeaderProps<Row> {
  readonly columns: readonly PlacedColumn<Row>[];
  readonly sort: readonly GridSort[];
  readonly labels: GridLabels;
  /** Undefined in a grid without check boxes. */
  readonly selection: 'none' | 'some' | 'all' | undefined;
  readonly focusedColumn: number | undefined;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;
const ariaChecked = { none: false, some: 'mixed', all: true } as const;

function SortMark({
  sort,
  columnId,
}: {
  readonly sort: readonly GridSort[];
  readonly columnId: string;
}): ReactNode {
  const level = sort.findIndex((entry) => entry.columnId === columnId);
  const direction = sort[level]?.direction;
  if (direction === undefined) return null;
  return (
    <span className={styles['sort']} aria-hidden>
      <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.5">
        <path
          d={direction === 'asc' ? 'M6 10V2.5M3 5.5l3-3 3 3' : 'M6 2v7.5M3 6.5l3 3 3-3'}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {sort.length > 1 && <span className={styles['level']}>{level + 1}</span>}
    </span>
  );
}

function Header<Row>(props: GridHeaderProps<Row>): ReactNode {
  const { columns, sort, labels, selection, focusedColumn } = props;
  const hintId = useId();
  const first = selection === undefined ? 0 : 1;
  return (
    <div role="rowgroup" className={styles['head']}>
      <div
        role="row"
        aria-rowindex={1}
        className={styles['headRow']}
        data-row={-1}
        style={{ height: headerHeight }}
      >
        {selection !== undefined && (
          <div
            role="columnheader"
            aria-colindex={1}
            aria-label={labels.selectionColumn}
            className={`${styles['headCell']} ${styles['pinned']}`}
            style={cellStyle(selectionColumnWidth, 0)}
          >
            <span
              role="checkbox"
              className={styles['box']}
              aria-checked={ariaChecked[selection]}
              aria-label={labels.selectAll}
              data-column={0}
              data-box
              tabIndex={focusedColumn === 0 ? 0 : -1}
            />
          </div>
        )}
        {columns.map(({ column, width, pinnedAt }, position) => {
          const direction = sort.find((level) => level.columnId === column.id)?.direction;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={position + first + 1}
              aria-sort={
                direction === undefined
                  ? column.sortable === true
                    ? 'none'
                    : undefined
                  : ariaSort[direction]
              }
              aria-describedby={hintId}
              className={[
                styles['headCell'],
                column.align === 'end' && styles['end'],
                pinnedAt !== undefined && styles['pinned'],
              ]
                .filter(Boolean)
                .join(' ')}
              style={cellStyle(width, pinnedAt)}
              data-column={position + first}
              data-column-id={column.id}
              data-movable={column.pinned !== true || undefined}
              data-sortable={column.sortable === true || undefined}
              tabIndex={focusedColumn === position + first ? 0 : -1}
            >
              <span className={styles['headText']} data-head-text>
                {column.header}
              </span>
              <SortMark sort={sort} columnId={column.id} />
              {column.resizable !== false && (
                <span className={styles['resizer']} data-resize={column.id} aria-hidden />
              )}
            </div>
          );
        })}
      </div>
      <span id={hintId} hidden>
        {labels.headerHint}
      </span>
    </div>
  );
}

/** The header row: names, sort marks, resize handles and the check box for all rows. Scrolling draws it never again. */
// memo() forgets the type parameter; the cast gives back the signature the function has.
export const GridHeader = memo(Header) as typeof Header;
