import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { isNoFilter } from '../../../stores/query-store';
import { Button } from '../../../ui/button';
import { LiveRegion } from '../../../ui/live-region';
import { ConnectionFilter } from './connection-filter';
import { CurrencyFilter } from './currency-filter';
import { ExpiresFilter } from './expires-filter';
import { StatusFilter } from './status-filter';
import styles from './filter-bar.module.css';

/** The filter as chips, and how many links pass it. */
export function FilterBar() {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const answer = useStore(query, (state) => state.answer);
  return (
    <div className={styles['bar']} role="group" aria-label={t('filters.label')}>
      <StatusFilter />
      <CurrencyFilter />
      <ExpiresFilter />
      <ConnectionFilter />
      {!isNoFilter(filter) && (
        <Button variant="quiet" size="small" onPress={() => query.getState().setFilter({})}>
          {t('filters.clear')}
        </Button>
      )}
      {answer !== undefined && (
        <>
          <span className={styles['count']}>
            {t('shownOfTotal', { shown: answer.total, total: answer.cached })}
          </span>
          {/* Never emptied in between: during a job the table is opened again and again, and each time the same count would be read. */}
          <LiveRegion message={t('shownAnnounced', { count: answer.total, total: answer.cached })} />
        </>
      )}
    </div>
  );
}
