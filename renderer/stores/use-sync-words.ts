import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { waitsForProvider } from '#domain/job-state';
import { syncNews, type SyncNews, type SyncRun } from '#domain/sync-run';
import { useErrorWords } from '../i18n/use-error-words';
import { useFormatters } from '../i18n/use-formatters';
import { useDesk } from './desk-context';
import { ratePerSecond, timeLeftMs } from './job-pace';
import type { ConnectionSyncs } from './syncs-store';
import { useNow } from './use-now';

export interface SyncWords {
  /** "400 of 1,204 links · page 4 · 120 links a second". */
  readonly courseOf: (syncs: ConnectionSyncs) => string;
  /** Why a run stands still, and what to do. */
  readonly whyPaused: (run: SyncRun) => string;
  /** "Last synced 12:04", or that there was no sync yet. */
  readonly lastOf: (finished: SyncRun | undefined) => string;
  /** "3 new", "5 paid": only what there is. */
  readonly newsOf: (run: SyncRun) => readonly { readonly id: SyncNews; readonly label: string }[];
  /** What a finished run has to warn of. */
  readonly warningsOf: (run: SyncRun) => readonly string[];
}

/** Words the runs of a connection, the same on its card and above the table. */
export function useSyncWords(): SyncWords {
  const { t } = useTranslation('sync');
  const errors = useErrorWords();
  const { time, dateTime, date, duration } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const now = useNow();
  const courseOf = ({ latest: { counts, total }, pace }: ConnectionSyncs) => {
    const rate = ratePerSecond(pace);
    const left = total === undefined ? undefined : timeLeftMs(pace, Math.max(0, total - counts.listed));
    return [
      total === undefined
        ? t('listed', { count: counts.listed })
        : t('listedOf', { listed: counts.listed, total }),
      t('pages', { count: counts.pages }),
      ...(rate === undefined || rate < 1 ? [] : [t('perSecond', { count: Math.round(rate) })]),
      ...(left === undefined ? [] : [t('timeLeft', { time: duration(Math.max(1000, left)) })]),
    ].join(' · ');
  };
  const lastOf = (finished: SyncRun | undefined) => {
    if (finished === undefined) return t('never');
    const at = finished.endedAt ?? finished.startedAt;
    const isToday = date(at, zone) === date(now, zone);
    return t('last', { at: isToday ? time(at, zone) : dateTime(at, zone) });
  };
  return {
    courseOf,
    lastOf,
    whyPaused: ({ pausedBy }) => {
      if (pausedBy === undefined) return t('pausedByUser');
      const { title, next } = errors(pausedBy);
      if (waitsForProvider(pausedBy)) return t('why', { title, next: t('byItself') });
      // Its own advice is to read the provider's message, which a run does not keep.
      return t('why', { title, next: pausedBy === 'provider/refused' ? t('refusedNext') : next });
    },
    newsOf: ({ digest }) =>
      syncNews
        .filter((id) => digest[id] > 0)
        .map((id) => ({ id, label: t(`news.${id}`, { count: digest[id] }) })),
    warningsOf: ({ incomplete, fellBack, counts }) => [
      ...(incomplete === true ? [t('incomplete')] : []),
      ...(fellBack === true ? [t('fellBack')] : []),
      ...(counts.rejected > 0 ? [t('rejected', { count: counts.rejected })] : []),
    ],
  };
}
