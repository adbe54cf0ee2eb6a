import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Connection } from '#domain/provider';
import { useDesk } from '../../../stores/desk-context';
import type { ConnectionSyncs } from '../../../stores/syncs-store';
import { useSync } from '../../../stores/use-sync';
import { useSyncWords } from '../../../stores/use-sync-words';
import { Button } from '../../../ui/button';
import { ConfirmButton } from '../../../ui/confirm-button';
import { CountButtons } from '../../../ui/count-buttons';
import { IconButton } from '../../../ui/icon-button';
import { IconClose } from '../../../ui/icons/actions';
import { IconSuccess, IconWarning } from '../../../ui/icons/signs';
import { ProgressBar } from '../../../ui/progress-bar';
import styles from './sync-strip.module.css';

interface LineProps {
  readonly connection: Connection;
  readonly syncs: ConnectionSyncs;
}

/** The syncs under way, those that stand still, and what the ones that have just ended brought. */
export function SyncStrip() {
  const { t } = useTranslation('sync');
  const { syncs: store, connections } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  const syncs = useStore(store, (state) => state.syncs);
  const fresh = useStore(store, (state) => state.fresh);
  const lines = all.flatMap((connection) => {
    const known = syncs[connection.id];
    if (known === undefined) return [];
    const { id, state } = known.latest;
    const isShown = state === 'running' || state === 'paused' || (state === 'finished' && fresh.includes(id));
    return isShown ? [{ connection, syncs: known }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <section className={styles['strip']} aria-label={t('strip')}>
      {lines.map((line) => (
        <SyncLine key={line.connection.id} {...line} />
      ))}
    </section>
  );
}

function SyncLine(props: LineProps) {
  switch (props.syncs.latest.state) {
    case 'running':
      return <RunningLine {...props} />;
    case 'paused':
      return <PausedLine {...props} />;
    case 'finished':
      return <FinishedLine {...props} />;
    case 'cancelled':
      return null;
  }
}

function RunningLine({ connection: { name }, syncs }: LineProps) {
  const { t } = useTranslation('sync');
  const { move } = useSync();
  const { courseOf } = useSyncWords();
  const { id, counts, total = 0 } = syncs.latest;
  return (
    <div className={styles['line']}>
      <div className={styles['bar']}>
        <ProgressBar
          label={t('running', { name })}
          value={counts.listed}
          max={total}
          isIndeterminate={total === 0}
          valueLabel={courseOf(syncs)}
        />
        {total === 0 && <span className={styles['muted']}>{courseOf(syncs)}</span>}
      </div>
      <Button size="small" onPress={() => move(id, 'paused')}>
        {t('pause')}
      </Button>
      <CancelButton runId={id} />
    </div>
  );
}

function CancelButton({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('sync');
  const { move } = useSync();
  return (
    <ConfirmButton
      size="small"
      question={t('cancelAsk')}
      confirm={t('cancelYes')}
      keep={t('cancelNo')}
      onConfirm={() => move(runId, 'cancelled')}
    >
      {t('cancel')}
    </ConfirmButton>
  );
}

function PausedLine({ connection: { id: connectionId, name }, syncs }: LineProps) {
  const { t } = useTranslation('sync');
  const { move, start } = useSync();
  const { courseOf, whyPaused } = useSyncWords();
  const { latest } = syncs;
  return (
    <div className={styles['line']} role="status">
      <span className={styles['sign']} data-tone="warning">
        <IconWarning />
      </span>
      <div className={styles['bar']}>
        <strong>{t('paused', { name })}</strong>
        <span className={styles['muted']}>
          {whyPaused(latest)} {courseOf(syncs)}
        </span>
      </div>
      <Button size="small" variant="primary" onPress={() => move(latest.id, 'running')}>
        {t('resume')}
      </Button>
      <Button size="small" onPress={() => start([connectionId], latest.mode)}>
        {t('startOver')}
      </Button>
      <CancelButton runId={latest.id} />
    </div>
  );
}

function FinishedLine({ connection: { id: connectionId, name }, syncs: { latest } }: LineProps) {
  const { t } = useTranslation('sync');
  const { syncs: store } = useDesk();
  const { showNews } = useSync();
  const { lastOf, newsOf, warningsOf } = useSyncWords();
  const news = newsOf(latest);
  const warnings = warningsOf(latest);
  const Sign = latest.incomplete === true ? IconWarning : IconSuccess;
  return (
    <div className={styles['line']} role="status">
      <span className={styles['sign']} data-tone={latest.incomplete === true ? 'warning' : 'success'}>
        <Sign />
      </span>
      <div className={styles['told']}>
        <bdi className={styles['name']}>{name}</bdi>
        <span>{lastOf(latest)}</span>
        {news.length === 0 ? (
          <span className={styles['muted']}>{t('nothingNew')}</span>
        ) : (
          <CountButtons
            label={t('newsOf', { name })}
            counts={news}
            onPress={(kind) => showNews(connectionId, kind)}
          />
        )}
        {warnings.map((warning) => (
          <span key={warning} className={styles['muted']}>
            {warning}
          </span>
        ))}
      </div>
      <IconButton
        size="small"
        label={t('dismiss')}
        icon={<IconClose size={14} />}
        onPress={() => store.getState().dismiss(latest.id)}
      />
    </div>
  );
}
