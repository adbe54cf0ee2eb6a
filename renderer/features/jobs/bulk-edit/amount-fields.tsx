import { useTranslation } from 'react-i18next';
import { exponentOf } from '#domain/currency';
import { formatAmount, formatMinor, parseAmount } from '#domain/money';
import { MoneyField } from '../../../ui/money-field';
import { SelectField } from '../../../ui/select-field';
import { currencyOf } from './bulk-draft';
import styles from './bulk-edit.module.css';
import type { FieldsProps } from './fields-props';
import { useProblemWords } from './use-problem-words';

/** One new amount for all links of one currency. Links of other currencies are left alone by the plan. */
export function AmountFields(props: FieldsProps & { readonly isKnown: boolean }) {
  const { draft, onChange, reading, isDisabled, isKnown } = props;
  const { t } = useTranslation(['bulkEdit', 'common']);
  const problemWords = useProblemWords();
  const { currencies } = reading.context;
  const currency = currencyOf(draft, currencies);
  if (!isKnown) return <p className={styles['explained']}>{t('common:loading')}</p>;
  if (currency === undefined) return <p className={styles['explained']}>{t('amount.noCurrency')}</p>;
  const links = (code: string) => currencies.find((sum) => sum.currency === code)?.count ?? 0;
  const count = exponentOf(currency) ?? 0;
  const example = formatMinor(125_000, currency);
  const tidy = (raw: string) => {
    const parsed = parseAmount(raw, currency);
    return parsed.ok ? formatAmount(parsed.money) : undefined;
  };
  return (
    <div className={styles['fields']}>
      <div className={styles['pair']}>
        {currencies.length > 1 && (
          <div className={styles['unit']}>
            <SelectField
              label={t('amount.currency')}
              options={currencies.map(({ currency: id, count: of }) => ({
                id,
                label: id,
                description: t('common:links', { count: of }),
              }))}
              value={currency}
              onChange={(chosen) => onChange({ currency: chosen })}
              isDisabled={isDisabled}
            />
          </div>
        )}
        <div className={styles['wide']}>
          <MoneyField
            label={t('amount.label')}
            currency={currency}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
            tidy={tidy}
            isDisabled={isDisabled}
            error={problemWords(reading.read, currency)}
            description={
              count === 0 ? t('amount.noDecimals', { example }) : t('amount.decimals', { count, example })
            }
          />
        </div>
      </div>
      <p className={styles['hint']}>
        {currencies.length > 1
          ? t('amount.some', { count: links(currency), currency })
          : t('amount.all', { currency })}
      </p>
    </div>
  );
}
