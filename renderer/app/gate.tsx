import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../stores/desk-context';
import { Spinner } from '../ui/spinner';
import { NotReady } from './not-ready';
import styles from './screens.module.css';
import { Shell } from './shell';

/** Lets the screen begin once the local database is open; until then waits, or says what is wrong and what to do. */
export function Gate() {
  const { t } = useTranslation('app');
  const { status: store } = useDesk();
  const status = useStore(store, (state) => state.status);
  const failed = useStore(store, (state) => state.error);
  if (status?.store.state === 'ready') return <Shell setAside={status.setAside} />;
  const error = status?.store.state === 'failed' ? status.store.error : failed;
  if (error !== undefined) return <NotReady error={error} platform={status?.platform ?? 'linux'} />;
  return (
    <main className={styles['screen']}>
      <p className={styles['starting']} role="status">
        <Spinner size={20} />
        {t('starting')}
      </p>
    </main>
  );
}
