import type { LinkRow } from '#domain/payment-link';
import { useFormatters } from '../../../i18n/use-formatters';
import { InstantText } from '../../../ui/instant-text';
import styles from './cells.module.css';

export interface ExpiresCellProps {
  readonly row: LinkRow;
  readonly zone: string;
  readonly now: number;
  /** Adds "in 3 days" as a second line, for rows that are high enough. */
  readonly withRelative: boolean;
}

/** When a link expires; a date that no longer matters is quieter. */
export function ExpiresCell({ row, zone, now, withRelative }: ExpiresCellProps) {
  const { relative } = useFormatters();
  const isOver = row.status === 'paid' || row.status === 'closed';
  return (
    <span className={styles['expires']} data-over={isOver || undefined}>
      <InstantText at={row.expiresAt} timeZone={zone} now={now} />
      {withRelative && row.expiresAt !== undefined && !isOver && (
        <span className={styles['relative']}>{relative(row.expiresAt, now)}</span>
      )}
    </span>
  );
}
