import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { UnsettledCreation } from '#contract/links';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { useTellFailure } from '../../stores/use-tell-failure';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import styles from './adding.module.css';

/** Links that were asked for and not confirmed, each to be looked up: nothing is sent a second time before that. */
export function CreationsNotice() {
  const { creations: store, dialogs } = useDesk();
  const creations = useStore(store, (state) => state.creations);
  // The dialog that has sent one tells of it itself.
  const isTold = useStore(dialogs, (state) => state.opened === 'create-link');
  useEffect(() => {
    void store.getState().read();
  }, [store]);
  const open = creations.filter(({ state }) => state === 'unknown');
  if (open.length === 0 || isTold) return null;
  return (
    <div className={styles['notices']}>
      {open.map((creation) => (
        <OneCreation key={creation.id} creation={creation} />
      ))}
    </div>
  );
}

function OneCreation({ creation }: { readonly creation: UnsettledCreation }) {
  const { t } = useTranslation('adding');
  const { creations: store, connections, settings, notices } = useDesk();
  const { dateTime } = useFormatters();
  const zone = useStore(settings, (state) => state.settings.zone);
  const all = useStore(connections, (state) => state.connections);
  const isLooking = useStore(store, (state) => state.looking.includes(creation.id));
  const tell = useTellFailure();
  const { id, connectionId, draft, at } = creation;
  const lookUp = () => {
    store
      .getState()
      .lookUp(id)
      .then((link) => {
        const text =
          link === null ? t('creations.notMade') : t('creations.found', { reference: draft.reference });
        notices.getState().add({ tone: link === null ? 'info' : 'success', text });
      }, tell);
  };
  return (
    <Notice
      tone="warning"
      title={t('creations.title', { reference: draft.reference })}
      action={
        <Button size="small" isPending={isLooking} onPress={lookUp}>
          {t('creations.lookUp')}
        </Button>
      }
    >
      {t('creations.why', {
        at: dateTime(at, zone),
        name: all?.find((one) => one.id === connectionId)?.name ?? '',
      })}
    </Notice>
  );
}
