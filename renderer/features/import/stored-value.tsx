import type { ReactNode } from 'react';
import type { PreviewRow } from '#contract/import';
import type { ImportField } from '#domain/import-map';
import { useFormatters } from '../../i18n/use-formatters';
import { MoneyText } from '../../ui/money-text';
import { StatusChip } from '../../ui/status-chip';

type StoredLink = Extract<PreviewRow, { link: unknown }>['link'];

export interface StoredValueProps {
  readonly link: StoredLink;
  readonly field: ImportField;
  /** The zone times are shown in. */
  readonly zone: string;
}

/** A value as it would be stored, shown as the table will show it; nothing where the link has none. */
export function StoredValue({ link, field, zone }: StoredValueProps): ReactNode {
  const { number, dateTime } = useFormatters();
  switch (field) {
    case 'status':
      return <StatusChip status={link.status} />;
    case 'amount':
      return link.amount === undefined ? null : <MoneyText {...link.amount} />;
    case 'currency':
      return <bdi>{link.amount?.currency}</bdi>;
    case 'attempts':
      return link.attempts === undefined ? null : number(link.attempts);
    case 'createdAt':
    case 'expiresAt':
    case 'checkedAt': {
      const at = link[field];
      return at === undefined ? null : dateTime(at, zone);
    }
    default:
      return <bdi>{link[field]}</bdi>;
  }
}
