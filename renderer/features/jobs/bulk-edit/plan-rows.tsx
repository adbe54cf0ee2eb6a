import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkPlan, PlanRow, PlanVerdict } from '#domain/bulk-job';
import { DataGrid } from '../../../grid/data-grid';
import type { ColumnState } from '../../../grid/grid-types';
import { useRowCache } from '../../../grid/use-row-cache';
import { useGridLabels } from '../../../i18n/use-grid-labels';
import { useDesk } from '../../../stores/desk-context';
import { Notice } from '../../../ui/notice';
import styles from './plan-tabs.module.css';
import { usePlanColumns } from './use-plan-columns';

export interface PlanRowsProps {
  readonly plan: BulkPlan;
  readonly verdict: PlanVerdict;
  readonly rowCount: number;
}

const keyOf = (row: PlanRow) => row.linkKey;

/** Every row of a plan with one verdict, read as they come into sight. */
export function PlanRows({ plan, verdict, rowCount }: PlanRowsProps) {
  const { t } = useTranslation('bulkEdit');
  const { bridge } = useDesk();
  const columns = usePlanColumns(verdict);
  const labels = useGridLabels();
  const [columnState, setColumnState] = useState<ColumnState>({ order: [], hidden: [], widths: {} });
  const [hasFailed, setFailed] = useState(false);
  const { planId, changedSince } = plan;
  const rows = useRowCache<PlanRow>({
    rowCount,
    // A check at the provider moves rows from one verdict to another.
    queryKey: `${planId} ${verdict} ${changedSince}`,
    load: async (start, end) => {
      const page = await bridge.call('jobs:plan-rows', { planId, verdict, start, end });
      setFailed(false);
      return page.rows;
    },
    onError: () => setFailed(true),
  });
  return (
    <>
      {hasFailed && <Notice tone="error">{t('plan.unreadable')}</Notice>}
      <div className={styles['rows']}>
        <DataGrid<PlanRow>
          label={t(`plan.verdict.${verdict}`)}
          labels={labels}
          rowCount={rowCount}
          getRow={rows.getRow}
          rowKey={keyOf}
          onRangeNeeded={rows.onRangeNeeded}
          busy={rows.busy}
          columns={columns}
          columnState={columnState}
          onColumnStateChange={setColumnState}
          density="normal"
        />
      </div>
    </>
  );
}
