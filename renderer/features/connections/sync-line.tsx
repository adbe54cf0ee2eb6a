import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Connection } from '#domain/provider';
import { useDesk } from '../../stores/desk-context';
import { canList, useSync } from '../../stores/use-sync';
import { useSyncWords } from '../../stores/use-sync-words';
import { Button } from '../../ui/button';
import { CountButtons } from '../../ui/count-buttons';
import { IconMore, IconSync } from '../../ui/icons/actions';
import { IconButton } from '../../ui/icon-button';
import { MenuButton } from '../../ui/menu-button';
import styles from './connections.module.css';

/** When the connection's list was read last, what that brought, and reading it again; or why there is no list to read. */
export function SyncLine({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation(['sync', 'connections']);
  if (canList(connection)) return <ListLine connection={connection} />;
  return (
    <p className={styles['syncLine']}>
      <span className={styles['syncTold']}>
        {t('notOffered', { provider: t(`connections:provider.${connection.provider}`) })}
      </span>
      <Button size="small" icon={<IconSync />} isDisabled>
        {t('action')}
      </Button>
    </p>
  );
}

function ListLine({ connection: { id, name } }: { readonly connection: Connection }) {
  const { t } = useTranslation('sync');
  const { syncs: store } = useDesk();
  const { start, move, showNews } = useSync();
  const { courseOf, whyPaused, lastOf, newsOf, warningsOf } = useSyncWords();
  const syncs = useStore(store, (state) => state.syncs[id]);
  const latest = syncs?.latest;
  const finished = syncs?.finished;
  const running = latest?.state === 'running' ? syncs : undefined;
  const isRunning = running !== undefined;
  const isPaused = latest?.state === 'paused';
  return (
    <div className={styles['syncLine']}>
      <div className={styles['syncTold']}>
        <span>{lastOf(finished)}</span>
        {finished !== undefined && (
          <CountButtons
            label={t('newsOf', { name })}
            counts={newsOf(finished)}
            onPress={(kind) => showNews(id, kind)}
          />
        )}
        {finished !== undefined &&
          warningsOf(finished).map((warning) => <span key={warning}>{warning}</span>)}
        {running !== undefined && (
          <span role="status">{`${t('running', { name })}: ${courseOf(running)}`}</span>
        )}
        {isPaused && <span role="status">{`${t('paused', { name })}. ${whyPaused(latest)}`}</span>}
      </div>
      {running !== undefined && (
        <Button size="small" onPress={() => move(running.latest.id, 'paused')}>
          {t('pause')}
        </Button>
      )}
      {isPaused && (
        <Button size="small" variant="primary" onPress={() => move(latest.id, 'running')}>
          {t('resume')}
        </Button>
      )}
      <Button
        size="small"
        icon={<IconSync />}
        isDisabled={isRunning}
        onPress={() => start([id], 'incremental')}
      >
        {isPaused ? t('startOver') : t('action')}
      </Button>
      <MenuButton
        trigger={<IconButton size="small" label={t('more')} icon={<IconMore />} />}
        items={[{ id: 'full', label: t('full', { name }), isDisabled: isRunning }]}
        onAction={() => start([id], 'full')}
      />
    </div>
  );
}
