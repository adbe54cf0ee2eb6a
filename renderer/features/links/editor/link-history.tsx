import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#contract/links';
import { InstantText } from '../../../ui/instant-text';
import { useHistoryWords } from './history-words';
import styles from './link-panel.module.css';

export interface LinkHistoryProps {
  readonly history: readonly HistoryEntry[];
  readonly currency: string;
  readonly zone: string;
  readonly now: number;
}

/** What happened to a link, newest first. */
export function LinkHistory({ history, currency, zone, now }: LinkHistoryProps) {
  const { t } = useTranslation('links');
  const words = useHistoryWords(currency, zone);
  if (history.length === 0) return <p className={styles['muted']}>{t('panel.noHistory')}</p>;
  return (
    <ol className={styles['history']}>
      {history.map((entry) => (
        <li key={`${entry.at}-${entry.source}`}>
          <p className={styles['moment']}>
            <span>{t(`source.${entry.source}`)}</span>
            <InstantText at={entry.at} timeZone={zone} now={now} />
          </p>
          {words(entry).map((line) => (
            <p key={line} className={styles['change']}>
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
