import { useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { DataGrid } from '../../../grid/data-grid';
import type { GridHandle } from '../../../grid/grid-types';
import { useGridLabels } from '../../../i18n/use-grid-labels';
import type { PagedRows } from '../use-paged-rows';
import styles from './jobs-page.module.css';
import { useJobColumns } from './use-job-columns';

export interface JobListProps {
  readonly ref: Ref<GridHandle>;
  readonly history: PagedRows<BulkJob>;
  readonly chosen: string | undefined;
  readonly onChoose: (jobId: string) => void;
  readonly empty: ReactNode;
}

/** Jobs have texts for ids; the grid's keys serve a selection, which this list has none of. */
const keyOf = () => 0;

/** How far down the chosen job is looked for: beyond, its row is just not tinted. */
const searched = 1000;

/** The jobs as a grid: a click or Enter shows one beside it. */
export function JobList({ ref, history, chosen, onChoose, empty }: JobListProps) {
  const { t } = useTranslation('jobs');
  const labels = useGridLabels();
  const columns = useJobColumns(chosen !== undefined);
  const [columnState, setColumnState] = useState({ order: [] as readonly string[], widths: {} });
  const total = history.total ?? 0;
  const rows = Array.from({ length: Math.min(total, searched) }, (_, index) => history.getRow(index));
  const active = rows.findIndex((row) => row !== undefined && row.id === chosen);
  const choose = (index: number) => {
    const row = history.getRow(index);
    if (row !== undefined) onChoose(row.id);
  };
  return (
    <div className={styles['grid']}>
      <DataGrid<BulkJob>
        ref={ref}
        label={t('page.list')}
        labels={labels}
        rowCount={total}
        getRow={history.getRow}
        rowKey={keyOf}
        onRangeNeeded={history.onRangeNeeded}
        busy={history.busy}
        columns={columns}
        columnState={{ ...columnState, hidden: [] }}
        onColumnStateChange={setColumnState}
        onOpenRow={choose}
        onClickRow={choose}
        // Walking on with the keyboard shows the next job only while one is shown.
        onFocusedRowChange={chosen === undefined ? undefined : choose}
        activeRow={active < 0 ? undefined : active}
        density="comfortable"
        empty={history.total === 0 && empty}
      />
    </div>
  );
}
