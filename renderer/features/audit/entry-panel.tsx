import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AuditEntry } from '#contract/audit';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { Chip } from '../../ui/chip';
import { SidePanel } from '../../ui/side-panel';
import styles from './audit.module.css';
import { eventTones, isKnownEvent } from './event-words';
import { HashText } from './hash-text';
import { useEntryWords } from './use-entry-words';

export interface EntryPanelProps {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

/** All of one entry, the raw detail too. */
export function EntryPanel({ entry, onClose }: EntryPanelProps) {
  const { t } = useTranslation('audit');
  const { dateTime, number } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const { event, subject, connection, changes, deed, provider, reason } = useEntryWords()(entry);
  const title = t('entry', { sequence: entry.sequence });
  return (
    <SidePanel
      title={title}
      label={title}
      onClose={onClose}
      header={
        <p>
          <Chip tone={isKnownEvent(entry.event) ? eventTones[entry.event] : 'neutral'}>{event}</Chip>
        </p>
      }
    >
      <dl className={styles['facts']}>
        <Fact name={t('column.at')}>
          <p>{dateTime(entry.at, zone)}</p>
          <p className={styles['muted']}>
            <bdi>{new Date(entry.at).toISOString()}</bdi>
          </p>
        </Fact>
        <Fact name={t('column.actor')}>{entry.actor}</Fact>
        <Fact name={t('column.subject')}>{subject}</Fact>
        {connection !== undefined && <Fact name={t('connection')}>{connection}</Fact>}
        {deed !== '' && <Fact name={t('deedName')}>{deed}</Fact>}
        {changes.map(({ field, before, after }) => (
          <Fact key={field} name={field}>
            <del>
              <bdi>{before}</bdi>
            </del>{' '}
            <span aria-hidden>{t('arrow')}</span>{' '}
            <ins>
              <bdi>{after}</bdi>
            </ins>
          </Fact>
        ))}
        {reason !== '' && <Fact name={t('reason')}>{reason}</Fact>}
        {provider !== '' && <Fact name={t('column.provider')}>{provider}</Fact>}
        <Fact name={t('column.sequence')}>{number(entry.sequence)}</Fact>
        <Fact name={t('column.hash')}>
          <HashText hash={entry.hash} label={t('copyHash')} />
        </Fact>
      </dl>
      <details className={styles['raw']}>
        <summary>{t('raw')}</summary>
        <pre dir="ltr" data-selectable>
          {JSON.stringify({ event: entry.event, subject: entry.subject, detail: entry.detail }, null, 2)}
        </pre>
      </details>
    </SidePanel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt>{name}</dt>
      <dd data-selectable>{typeof children === 'string' ? <bdi>{children}</bdi> : children}</dd>
    </div>
  );
}
