import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatters } from '../i18n/use-formatters';
import styles from './instant-text.module.css';

export interface InstantTextProps {
  /** Epoch milliseconds; undefined shows a dash. */
  readonly at: number | undefined;
  /** IANA name of the zone to show it in. */
  readonly timeZone: string;
  /** The present, epoch milliseconds: for "in 3 days". */
  readonly now: number;
  readonly show?: 'date-time' | 'date' | 'relative';
}

/** An instant: absolute in the text, relative and with its zone in the tooltip. */
export function InstantText({ at, timeZone, now, show = 'date-time' }: InstantTextProps): ReactNode {
  const { t } = useTranslation('common');
  const formatters = useFormatters();
  if (at === undefined) {
    return (
      <span className={styles['empty']}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('notSet')}</span>
      </span>
    );
  }
  const relative = formatters.relative(at, now);
  const full = formatters.dateTime(at, timeZone);
  const texts = { 'date-time': full, date: formatters.date(at, timeZone), relative };
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={t('instantTitle', { relative, full, zone: formatters.zoneName(at, timeZone) })}
      className={styles['instant']}
    >
      {texts[show]}
    </time>
  );
}
