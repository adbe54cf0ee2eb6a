import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { countSelected } from '../../../stores/selection-store';
import { SelectionBar } from './selection-bar';
import { SumList } from './sum-list';
import styles from './totals-bar.module.css';

/** The foot of the table: totals of what matches, or what is selected with what can be done to it. One height for both. */
export function TotalsBar() {
  const { t } = useTranslation('links');
  const { query, selection } = useDesk();
  const total = useStore(query, (state) => state.answer?.total ?? 0);
  const rows = useStore(selection, (state) => state.selection);
  if (countSelected(rows, total) > 0) return <SelectionBar total={total} />;
  return (
    <footer className={styles['bar']} aria-label={t('footer.label')}>
      {total > 0 && <Totals total={total} />}
    </footer>
  );
}

function Totals({ total }: { readonly total: number }) {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const isComplete = useStore(query, (state) => state.answer?.isComplete);
  const totals = useStore(query, (state) => state.totals);
  const isCounting = useStore(query, (state) => state.isCounting);
  return (
    <>
      <span className={styles['count']}>
        {isComplete === false
          ? t('footer.countSoFar', { count: total })
          : t('footer.count', { count: total })}
      </span>
      {totals === undefined && !isCounting ? (
        <span className={styles['muted']}>{t('bulk.sumsFailed')}</span>
      ) : (
        <SumList sums={totals?.sums ?? []} isOld={isCounting} />
      )}
    </>
  );
}
