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
  const answer = useStore(query, (state) => state.answer);
  const rows = useStore(selection, (state) => state.selection);
  const total = answer?.total ?? 0;
  if (countSelected(rows, total) > 0) return <SelectionBar total={total} />;
  return (
    <footer className={styles['bar']} aria-label={t('footer.label')}>
      {answer !== undefined && answer.total > 0 && (
        <>
          <span className={styles['count']}>{t('footer.count', { count: total })}</span>
          <SumList sums={answer.sums} />
        </>
      )}
    </footer>
  );
}
