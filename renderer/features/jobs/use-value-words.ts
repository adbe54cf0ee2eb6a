import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditableField } from '#domain/capability';
import type { FieldValue } from '#domain/link-patch';
import { formatAmount } from '#domain/money';
import type { LinkStatus } from '#domain/payment-link';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';

/**
 * Words a field's value as one line of text: statuses by name, instants in the settings' zone, amounts with their code.
 * A value that nobody knows is the empty text.
 */
export function useValueWords(): (field: EditableField, value: FieldValue) => string {
  const { t } = useTranslation(['jobs', 'status']);
  const { dateTime, decimal } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  return useCallback(
    (field, value) => {
      if (value === undefined) return '';
      if (value === '') return t('field.none');
      if (typeof value === 'number') return dateTime(value, zone);
      if (typeof value === 'object') return `${value.currency} ${decimal(formatAmount(value))}`;
      // The only texts of `status` are the statuses.
      return field === 'status' ? t(`status:${value as LinkStatus}`) : value;
    },
    [t, dateTime, decimal, zone],
  );
}
