import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import { useNow } from '../../../stores/use-now';
import { Button } from '../../../ui/button';
import { IconWarning } from '../../../ui/icons/signs';
import { LiveRegion } from '../../../ui/live-region';
import styles from './offline-banner.module.css';
import { useSilent, type SilentConnection } from './use-silent';

const dayMs = 86_400_000;

/** Says calmly that a provider does not answer, and for how long; gone when it answers again. */
export function OfflineBanner() {
  const { t } = useTranslation('connections');
  const { list } = useFormatters();
  const silent = useSilent();
  const since = useSinceWords();
  useToastOnReturn(silent);
  const [first] = silent;
  // Names of either script keep their own direction inside the sentence.
  const names = list(silent.map(({ name }) => `\u2068${name}\u2069`));
  const said = first === undefined ? '' : t('reach.noAnswer', { names, since: since(first.since) });
  return (
    <>
      {/* Always there, so that a change is read aloud. */}
      <LiveRegion message={said} />
      {said !== '' && (
        <div className={styles['banner']}>
          <span className={styles['icon']}>
            <IconWarning />
          </span>
          <p className={styles['text']}>
            <strong>{said}</strong> {t('reach.goOn')}
          </p>
          <TryNow />
        </div>
      )}
    </>
  );
}

/** The time alone for what began today, else with its day. */
function useSinceWords(): (at: number) => string {
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const now = useNow();
  const { time, date, dateTime } = useFormatters();
  return (at) =>
    now - at < dayMs && date(at, zone) === date(now, zone) ? time(at, zone) : dateTime(at, zone);
}

function TryNow() {
  const { t } = useTranslation('connections');
  const { reach } = useDesk();
  const since = useSinceWords();
  const trying = useStore(reach, (state) => state.trying);
  const triedAt = useStore(reach, (state) => state.triedAt);
  return (
    <span className={styles['try']}>
      <span role="status" className={styles['tried']}>
        {triedAt !== undefined && t('reach.tried', { at: since(triedAt) })}
      </span>
      <Button size="small" isPending={trying} onPress={() => void reach.getState().tryNow()}>
        {t('reach.tryNow')}
      </Button>
    </span>
  );
}

function useToastOnReturn(silent: readonly SilentConnection[]): void {
  const { t } = useTranslation('connections');
  const { notices, connections } = useDesk();
  const before = useRef(silent);
  useEffect(() => {
    const all = connections.getState().connections ?? [];
    const back = before.current.filter(
      ({ id }) => !silent.some((other) => other.id === id) && all.some((known) => known.id === id),
    );
    before.current = silent;
    for (const { name } of back) {
      notices.getState().add({ tone: 'success', text: t('reach.back', { name }) });
    }
  }, [silent, notices, connections, t]);
}
