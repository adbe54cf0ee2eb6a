import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';
import { formatMinor } from '#domain/money';
import type { HistoryEntry } from '#contract/links';
import { useFormatters } from '../../../i18n/use-formatters';

type Change = HistoryEntry['changes'][number];

const named = {
  reference: 'column.reference',
  status: 'column.status',
  providerStatus: 'panel.providerStatus',
  amount: 'column.amount',
  amountMinor: 'column.amount',
  expiresAt: 'column.expiresAt',
  createdAt: 'column.createdAt',
  customerName: 'column.customerName',
  customerEmail: 'column.customerEmail',
  orderText: 'column.orderText',
  attempts: 'column.attempts',
  url: 'panel.url',
  tags: 'form.tags',
} as const;

const isNamed = (field: string): field is keyof typeof named => Object.hasOwn(named, field);
const isStatus = (value: unknown): value is LinkStatus =>
  (linkStatuses as readonly unknown[]).includes(value);

/** Words a history entry line by line: `Expires: 3 Nov 2026, 18:00 → 10 Nov 2026, 18:00`. */
export function useHistoryWords(currency: string, zone: string): (entry: HistoryEntry) => readonly string[] {
  const { t } = useTranslation(['links', 'status']);
  const { dateTime, decimal, number } = useFormatters();
  return useCallback(
    (entry) => {
      const value = (field: string, raw: Change['before']): string => {
        if (raw === null || raw === '') return t('panel.none');
        if (field === 'status' && isStatus(raw)) return t(`status:${raw}`);
        if (typeof raw === 'string') return raw;
        if (field.endsWith('At')) return dateTime(raw, zone);
        return field.startsWith('amount')
          ? `${currency} ${decimal(formatMinor(raw, currency))}`
          : number(raw);
      };
      return entry.changes.map(({ field, before, after }) =>
        t('historyChange', {
          field: isNamed(field) ? t(named[field]) : field,
          before: value(field, before),
          after: value(field, after),
        }),
      );
    },
    [t, currency, zone, dateTime, decimal, number],
  );
}
