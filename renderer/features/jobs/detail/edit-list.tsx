import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { DataGrid } from '../../../grid/data-grid';
import { useGridLabels } from '../../../i18n/use-grid-labels';
import { useDesk } from '../../../stores/desk-context';
import { Notice } from '../../../ui/notice';
import { usePagedRows } from '../use-paged-rows';
import { useSlowly } from '../use-slowly';
import styles from './detail.module.css';
import { EditFacts } from './edit-facts';
import { toEditFilter, type EditFilter } from './edit-filter';
import { useEditColumns } from './use-edit-columns';

export interface EditListProps {
  readonly job: BulkJob;
  readonly filter: EditFilter;
  readonly search: string;
}

const keyOf = (edit: Edit) => edit.id;

/** How often rows are read again while their job runs. */
const rowsEveryMs = 1000;
/** A pause in typing. */
const searchEveryMs = 300;

/** The columns that tell something here: a list of one outcome need not repeat it, and reasons need something that went wrong. */
function hiddenColumns({ counts }: BulkJob, filter: EditFilter): readonly string[] {
  const hasTrouble = counts.failed + counts.conflict + counts.unknown > 0 && filter !== 'applied';
  return [
    ...(hasTrouble ? [] : ['error', 'now']),
    ...(filter === 'all' || filter === 'open' ? [] : ['state']),
  ];
}

/** The edits of a job that a filter shows, with everything about the one the keyboard is on. */
export function EditList({ job, filter, search }: EditListProps) {
  const { t } = useTranslation('jobDetail');
  const { bridge } = useDesk();
  const columns = useEditColumns();
  const labels = useGridLabels();
  const [columnState, setColumnState] = useState({ order: [] as readonly string[], widths: {} });
  const [chosen, choose] = useState<number | undefined>(undefined);
  const settledSearch = useSlowly(search, searchEveryMs);
  const course = useSlowly(JSON.stringify(job.counts), rowsEveryMs);
  const asked = toEditFilter(filter, settledSearch);
  const rows = usePagedRows<Edit>(`${job.id} ${JSON.stringify(asked)} ${course}`, async (start, end) => {
    const { total, edits } = await bridge.call('jobs:edits', { jobId: job.id, ...asked, start, end });
    return { total, rows: edits };
  });
  const edit = chosen === undefined ? undefined : rows.getRow(chosen);
  return (
    <>
      {rows.hasFailed && <Notice tone="error">{t('edits.unreadable')}</Notice>}
      <div className={styles['edits']}>
        <DataGrid<Edit>
          label={t('edits.label')}
          labels={labels}
          rowCount={rows.total ?? 0}
          getRow={rows.getRow}
          rowKey={keyOf}
          onRangeNeeded={rows.onRangeNeeded}
          busy={rows.busy}
          columns={columns}
          columnState={{ ...columnState, hidden: hiddenColumns(job, filter) }}
          onColumnStateChange={setColumnState}
          onFocusedRowChange={choose}
          onClickRow={choose}
          onOpenRow={choose}
          activeRow={edit === undefined ? undefined : chosen}
          density="normal"
          empty={rows.total === 0 && <p className={styles['muted']}>{t('edits.empty')}</p>}
        />
      </div>
      {edit === undefined ? (
        <p className={styles['hint']}>{t('edits.hint')}</p>
      ) : (
        <EditFacts key={edit.id} edit={edit} />
      )}
    </>
  );
}
