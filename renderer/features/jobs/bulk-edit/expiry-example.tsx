import { useTranslation } from 'react-i18next';
import { nextExpiry } from '#domain/expiry';
import type { Instant } from '#domain/instant';
import { useFormatters } from '../../../i18n/use-formatters';
import type { ReadDraft } from './bulk-draft';
import styles from './bulk-edit.module.css';
import { useZone } from './use-zone';

export interface ExpiryExampleProps {
  readonly read: ReadDraft;
  /** The present expiry of one of the links; without one the example starts from now. */
  readonly expiresAt: Instant | undefined;
}

/** "For example: 21 Nov 2026, 14:30 → 30 Nov 2026, 23:59". */
export function ExpiryExample({ read, expiresAt }: ExpiryExampleProps) {
  const { t } = useTranslation('bulkEdit');
  const { dateTime } = useFormatters();
  const { zone, now } = useZone();
  if (!read.ok || read.change.verb !== 'set-expiry') return null;
  const before = expiresAt ?? now;
  const after = nextExpiry(read.change.expiry, before) ?? before;
  const words = { before: dateTime(before, zone), after: dateTime(after, zone) };
  return (
    <p className={styles['example']}>
      <span className={styles['muted']}>{t('example.label')}</span>{' '}
      {after === before ? t('example.stays', words) : t('example.moves', words)}
    </p>
  );
}
