import { useTranslation } from 'react-i18next';
import type { LinkExtras } from '#domain/payment-link';
import { MoneyText } from '../../../ui/money-text';

type AmountRange = NonNullable<LinkExtras['amountRange']>;

/** "USD 10.00 to USD 50.00": what a payer may choose between. */
export function AmountRangeText({
  range: { currency, minMinor, maxMinor },
}: {
  readonly range: AmountRange;
}) {
  const { t } = useTranslation('links');
  const min = minMinor === undefined ? undefined : <MoneyText amountMinor={minMinor} currency={currency} />;
  const max = maxMinor === undefined ? undefined : <MoneyText amountMinor={maxMinor} currency={currency} />;
  if (min === undefined && max === undefined) return t('panel.anyAmount', { currency });
  return (
    <span>
      {min !== undefined && (
        <>
          {t('panel.rangeFrom')} {min}{' '}
        </>
      )}
      {max !== undefined && (
        <>
          {t('panel.rangeTo')} {max}
        </>
      )}
    </span>
  );
}

/** How often a link is meant to be paid, in our words where we have them. */
export function useFrequencyWords(): (word: string) => string {
  const { t } = useTranslation('links');
  return (word) => {
    if (word === 'RECURRING') return t('panel.recurring');
    return word === 'ONE_TIME' ? t('panel.oneTime') : word;
  };
}
