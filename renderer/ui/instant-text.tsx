import type { MouseEvent, ReactNode } from 'react';
import { useFormatters } from '../i18n/use-formatters';
import { useFrameWords } from '../i18n/use-frame-words';
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
  const t = useFrameWords();
  const formatters = useFormatters();
  if (at === undefined) {
    return (
      <span className={styles['empty']}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('notSet')}</span>
      </span>
    );
  }
  // Written when it is wanted: naming a zone for every cell of a table would be felt while scrolling.
  const onMouseEnter = (event: MouseEvent<HTMLElement>): void => {
    event.currentTarget.title = t('instantTitle', {
      relative: formatters.relative(at, now),
      full: formatters.dateTime(at, timeZone),
      zone: formatters.zoneName(at, timeZone),
    });
  };
  const write = {
    'date-time': () => formatters.dateTime(at, timeZone),
    date: () => formatters.date(at, timeZone),
    relative: () => formatters.relative(at, now),
  };
  return (
    // Only the tooltip depends on the mouse; nothing is done.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <time dateTime={new Date(at).toISOString()} onMouseEnter={onMouseEnter} className={styles['instant']}>
      {write[show]()}
    </time>
  );
}
