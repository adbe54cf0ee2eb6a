import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EditableField } from '#domain/capability';
import { exponentOf } from '#domain/currency';
import type { FieldValue } from '#domain/link-patch';
import { tagLimits } from '#domain/link-tags';
import { formatAmount, formatMinor } from '#domain/money';
import { useFormatters } from '../../../i18n/use-formatters';
import { useDesk } from '../../../stores/desk-context';
import type { FieldProblem } from './edit-form';

type Words = TFunction<['links', 'status']>;

/** Words what is wrong with a field. The currency is the link's. */
export function wordProblem(problem: FieldProblem, currency: string, t: Words): string {
  switch (problem.kind) {
    case 'reason':
      return t(`reasons.${problem.reason}`);
    case 'too-long':
      return t('textProblem.tooLong', { max: problem.max });
    case 'symbol':
      return t('textProblem.symbol', { symbol: problem.symbol });
    case 'tags':
      return t('tagsProblem.inLine', {
        line: problem.line,
        what: t(`tagsProblem.${problem.problem}`, tagLimits),
      });
    case 'expiry-missing':
      return t('form.expiryMissing');
    case 'amount':
      return t(`amountProblem.${problem.problem}`, {
        currency,
        count: exponentOf(currency) ?? 0,
        example: formatMinor(`1234${'5'.padEnd(exponentOf(currency) ?? 0, '0')}`, currency),
      });
  }
}

/** Words a field's value as a reader sees it: statuses by name, instants in the settings' zone, amounts with their code. */
export function useValueWords(): (field: EditableField, value: FieldValue) => string {
  const { t } = useTranslation(['links', 'status']);
  const { dateTime, decimal } = useFormatters();
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  return useCallback(
    (field, value) => {
      if (value === undefined || value === '') return t('panel.none');
      if (typeof value === 'number') return dateTime(value, zone);
      if (typeof value === 'object') return `${value.currency} ${decimal(formatAmount(value))}`;
      if (field !== 'status') return value;
      return t(`status:${value as 'open'}`);
    },
    [t, dateTime, decimal, zone],
  );
}
