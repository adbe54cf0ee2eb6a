import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progressOf, settledStates, type BulkJob, type Edit } from '#domain/bulk-job';
import { DataGrid } from '../../../grid/data-grid';
import type { ColumnState } from '../../../grid/grid-types';
import { useRowCache } from '../../../grid/use-row-cache';
import { useGridLabels } from '../../../i18n/use-grid-labels';
import { useDesk } from '../../../stores/desk-context';
import { Notice } from '../../../ui/notice';
import { Tabs } from '../../../ui/tabs';
import styles from './bulk-edit.module.css';
import { useEditColumns } from './use-edit-columns';

type Outcome = (typeof settledStates)[number];
type EditFilter = Outcome | 'all';

/** Every edit of a job, by outcome. */
export function EditsOfJob({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('bulkEdit');
  const [selected, select] = useState<string>('all');
  const outcomes = settledStates.filter((state) => job.counts[state] > 0);
  const shown = outcomes.find((state) => state === selected) ?? 'all';
  const tabOf = (id: EditFilter, name: string, count: number) => ({
    id,
    label: t('result.tab', { name, count }),
    content: <EditList key={id} job={job} filter={id} rowCount={count} />,
  });
  return (
    <Tabs
      label={t('result.filter')}
      selected={shown}
      onSelect={select}
      tabs={[
        tabOf('all', t('result.all'), progressOf(job.counts).total),
        ...outcomes.map((state) => tabOf(state, t(`state.${state}`), job.counts[state])),
      ]}
    />
  );
}

interface EditListProps {
  readonly job: BulkJob;
  readonly filter: EditFilter;
  readonly rowCount: number;
}

const keyOf = (edit: Edit) => edit.id;
const nothing = () => undefined;

function EditList({ job, filter, rowCount }: EditListProps) {
  const { t } = useTranslation('bulkEdit');
  const { bridge } = useDesk();
  const columns = useEditColumns();
  const labels = useGridLabels();
  // Where nothing went wrong there is no reason to tell.
  const hasReasons = filter !== 'applied' && job.counts.failed + job.counts.conflict > 0;
  const [columnState, setColumnState] = useState<ColumnState>({
    order: [],
    // A list of one outcome need not repeat it.
    hidden: [...(hasReasons ? [] : ['error']), ...(filter === 'all' ? [] : ['state'])],
    widths: {},
  });
  const [hasFailed, setFailed] = useState(false);
  const rows = useRowCache<Edit>({
    rowCount,
    queryKey: `${job.id} ${filter} ${job.finishedAt ?? 0}`,
    load: async (start, end) => {
      const states = filter === 'all' ? {} : { states: [filter] };
      const page = await bridge.call('jobs:edits', { jobId: job.id, start, end, ...states });
      setFailed(false);
      return page.edits;
    },
    onError: () => setFailed(true),
  });
  return (
    <>
      {hasFailed && <Notice tone="error">{t('result.unreadable')}</Notice>}
      <div className={styles['edits']}>
        <DataGrid<Edit>
          label={t('result.edits')}
          labels={labels}
          rowCount={rowCount}
          getRow={rows.getRow}
          rowKey={keyOf}
          onRangeNeeded={rows.onRangeNeeded}
          busy={rows.busy}
          columns={columns}
          columnState={columnState}
          onColumnStateChange={setColumnState}
          sort={[]}
          onSort={nothing}
          density="normal"
        />
      </div>
    </>
  );
}
