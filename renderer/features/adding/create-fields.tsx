import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exponentOf } from '#domain/currency';
import { draftFieldsOf, missingToCreate, type DraftField } from '#domain/link-draft';
import { formatAmount, formatMinor, parseAmount } from '#domain/money';
import type { Connection } from '#domain/provider';
import { useDesk } from '../../stores/desk-context';
import { DateTimeField } from '../../ui/date-time-field';
import { MoneyField } from '../../ui/money-field';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import styles from './adding.module.css';
import { ConnectionField } from './connection-field';
import type { CreateForm, CreateVerdict } from './create-form';

export interface CreateFieldsProps {
  readonly all: readonly Connection[];
  readonly chosen: string | undefined;
  readonly setChosen: (id: string) => void;
  readonly connection: Connection | undefined;
  readonly form: CreateForm;
  readonly edit: (part: Partial<CreateForm>) => void;
  readonly currencies: readonly string[];
  readonly verdict: CreateVerdict | undefined;
  /** Somebody has tried to send: now empty fields are told, too. */
  readonly isTold: boolean;
  readonly isBusy: boolean;
}

/** The fields of a new link, as its provider takes them. */
export function CreateFields(props: CreateFieldsProps) {
  const { all, chosen, setChosen, connection, form, edit, currencies, isBusy } = props;
  const { t } = useTranslation('adding');
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const errorOf = useProblemWords(props);
  const shown = new Set<DraftField>(connection === undefined ? [] : draftFieldsOf(connection));
  const text = (field: 'reference' | 'customerEmail' | 'customerName' | 'orderText') => ({
    label: t(`field.${field}`),
    value: form[field],
    onChange: (value: string) => edit({ [field]: value }),
    isDisabled: isBusy,
    error: errorOf(field),
  });
  const provider = connection?.provider ?? 'aps';
  return (
    <>
      <ConnectionField
        all={all}
        value={chosen}
        onChange={setChosen}
        isDisabled={isBusy}
        whyNot={(one) => (missingToCreate(one) === undefined ? undefined : t('create.missing'))}
      />
      {shown.has('reference') && (
        <TextField {...text('reference')} description={t(`field.referenceHint.${provider}`)} autoFocus />
      )}
      {connection !== undefined && (
        <div className={styles['money']}>
          <SelectField
            label={t('field.currency')}
            options={currencies.map((id) => ({ id, label: id }))}
            value={form.currency}
            onChange={(currency) => edit({ currency })}
            isDisabled={isBusy}
          />
          <MoneyField
            label={t('field.amount')}
            currency={form.currency}
            value={form.amount}
            onChange={(amount) => edit({ amount })}
            tidy={(raw) => tidyAmount(raw, form.currency)}
            isDisabled={isBusy}
            error={errorOf('amount')}
          />
        </div>
      )}
      {shown.has('expiresAt') && (
        <DateTimeField
          label={t('field.expiresAt')}
          value={form.expiresAt}
          timeZone={zone}
          onChange={(expiresAt) => edit({ expiresAt })}
          description={t('field.expiresHint', { zone })}
          isDisabled={isBusy}
          error={errorOf('expiresAt')}
        />
      )}
      {shown.has('customerEmail') && (
        <TextField {...text('customerEmail')} type="email" dir="ltr" description={t('field.emailHint')} />
      )}
      {shown.has('customerName') && <TextField {...text('customerName')} isOptional />}
      {shown.has('orderText') && <TextField {...text('orderText')} isOptional multiline />}
    </>
  );
}

/** Words what is wrong with a field; what is only missing is told once somebody has tried to send. */
function useProblemWords({ verdict, isTold, form: { currency } }: CreateFieldsProps) {
  const { t } = useTranslation(['adding', 'links']);
  return (field: DraftField): string | undefined => {
    const problem = verdict?.problems[field];
    if (problem === undefined) return undefined;
    if (problem.kind === 'draft') {
      return problem.problem === 'required' && !isTold ? undefined : t(`problem.${problem.problem}`);
    }
    return t(`links:amountProblem.${problem.problem}`, {
      currency,
      count: exponentOf(currency) ?? 0,
      example: formatMinor(`1234${'5'.padEnd(exponentOf(currency) ?? 0, '0')}`, currency),
    });
  };
}

/** The amount with all its decimals, once it is readable. */
function tidyAmount(raw: string, currency: string): string | undefined {
  const parsed = parseAmount(raw, currency);
  return parsed.ok ? formatAmount(parsed.money) : undefined;
}
