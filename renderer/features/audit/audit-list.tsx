import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#contract/audit';
import { DataGrid } from '../../grid/data-grid';
import type { ColumnState, GridHandle } from '../../grid/grid-types';
import { useErrorWords } from '../../i18n/use-error-words';
import { useGridLabels } from '../../i18n/use-grid-labels';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { IconLog } from '../../ui/icons/signs';
import { Notice } from '../../ui/notice';
import styles from './audit.module.css';
import { EntryPanel } from './entry-panel';
import { useAuditColumns } from './use-audit-columns';
import type { AuditRows } from './use-audit-rows';

const keyOf = (entry: AuditEntry) => entry.sequence;
const allColumns: ColumnState = { order: [], hidden: [], widths: {} };

/** The entries, newest first, with the whole of one beside them. */
export function AuditList({ log: { rows, total, error, reread } }: { readonly log: AuditRows }) {
  const { t } = useTranslation('audit');
  const grid = useRef<GridHandle>(null);
  const [columnState, setColumnState] = useState(allColumns);
  const [opened, open] = useState<{ readonly index: number; readonly entry: AuditEntry } | undefined>(
    undefined,
  );
  const columns = useAuditColumns();
  const labels = useGridLabels();
  const show = (index: number) => {
    const entry = rows.getRow(index);
    if (entry !== undefined) open({ index, entry });
  };
  const close = () => {
    open(undefined);
    if (opened !== undefined) grid.current?.focusRow(opened.index);
  };
  const isShown = opened !== undefined && rows.getRow(opened.index)?.sequence === opened.entry.sequence;
  return (
    <div className={styles['body']} data-panel={opened !== undefined || undefined}>
      <div className={styles['list']}>
        {error !== undefined && <Unreadable code={error.code} onRetry={reread} />}
        {total === 0 && (
          <EmptyState icon={<IconLog size={28} />} title={t('empty')}>
            {t('emptyNext')}
          </EmptyState>
        )}
        {total !== undefined && total > 0 && (
          <div className={styles['table']}>
            <DataGrid<AuditEntry>
              ref={grid}
              label={t('heading')}
              labels={labels}
              rowCount={total}
              getRow={rows.getRow}
              rowKey={keyOf}
              onRangeNeeded={rows.onRangeNeeded}
              busy={rows.busy}
              columns={columns}
              columnState={columnState}
              onColumnStateChange={setColumnState}
              onOpenRow={show}
              activeRow={isShown ? opened.index : undefined}
              onFocusedRowChange={(index) => {
                if (opened !== undefined && index >= 0) show(index);
              }}
              density="normal"
            />
          </div>
        )}
      </div>
      {opened !== undefined && <EntryPanel entry={opened.entry} onClose={close} />}
    </div>
  );
}

interface UnreadableProps {
  readonly code: Parameters<ReturnType<typeof useErrorWords>>[0];
  readonly onRetry: () => void;
}

function Unreadable({ code, onRetry }: UnreadableProps) {
  const { t } = useTranslation('common');
  const { title, next } = useErrorWords()(code);
  return (
    <Notice
      tone="error"
      title={title}
      action={
        <Button size="small" onPress={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      {next}
    </Notice>
  );
}
