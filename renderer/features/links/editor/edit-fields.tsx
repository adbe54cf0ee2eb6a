import { useTranslation } from 'react-i18next';
import type { Capabilities, EditableField } from '#domain/capability';
import { formatAmount, parseAmount } from '#domain/money';
import type { BlockReason } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';
import { DateTimeField } from '../../../ui/date-time-field';
import { MoneyField } from '../../../ui/money-field';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { blockedBy, commonReason, type EditForm, type FormVerdict } from './edit-form';
import { ExpiryQuickPicks } from './expiry-quick-picks';
import { wordProblem } from './field-words';
import styles from './link-panel.module.css';
import { StatusField } from './status-field';

export interface EditFieldsProps {
  readonly link: LinkRow;
  readonly form: EditForm;
  readonly verdict: FormVerdict;
  readonly capabilities: Capabilities;
  readonly zone: string;
  /** Keeps every field as it is, whatever the link allows. */
  readonly locked: BlockReason | undefined;
  readonly onEdit: (part: Partial<EditForm>) => void;
}

/** The fields a provider lets us change; the others are disabled and say why. */
export function EditFields(props: EditFieldsProps) {
  const { link, form, verdict, capabilities, zone, locked, onEdit } = props;
  const { t } = useTranslation(['links', 'status']);
  const currency = link.amount?.currency ?? '';
  const all = locked ?? commonReason(form, { link, capabilities });
  const blocked = (field: EditableField) => locked ?? blockedBy(field, form, { link, capabilities });
  const state = (field: EditableField, hint?: string) => {
    const reason = blocked(field);
    const problem = verdict.problems[field];
    const description = all !== undefined ? undefined : reason === undefined ? hint : t(`reasons.${reason}`);
    return {
      isDisabled: reason !== undefined,
      ...(description === undefined ? {} : { description }),
      ...(problem === undefined ? {} : { error: wordProblem(problem, currency, t) }),
    };
  };
  return (
    <div className={styles['fields']}>
      {/* What locks the fields is told above them already; here it is only the reason. */}
      {locked !== undefined && (
        <p className={styles['muted']}>
          {t(`reasons.${locked}`)}
          {verdict.isDirty && ` ${t('waiting.typedKept')}`}
        </p>
      )}
      {locked === undefined && all !== undefined && <Notice tone="info">{t(`reasons.${all}`)}</Notice>}
      <StatusField
        link={link}
        value={form.status}
        blocked={blocked('status')}
        isReasonTold={all !== undefined}
        onChange={(status) => onEdit({ status })}
      />
      <div className={styles['expiry']}>
        <DateTimeField
          label={t('form.expiresAt')}
          value={form.expiresAt}
          timeZone={zone}
          onChange={(expiresAt) => onEdit({ expiresAt })}
          {...state('expiresAt', t('form.expiresHint', { zone }))}
        />
        <ExpiryQuickPicks
          expiresAt={link.expiresAt}
          isDisabled={blocked('expiresAt') !== undefined}
          onPick={(expiresAt) => onEdit({ expiresAt })}
        />
      </div>
      <MoneyField
        label={t('form.amount')}
        currency={currency}
        value={form.amount}
        onChange={(amount) => onEdit({ amount })}
        tidy={(raw) => tidyAmount(raw, currency)}
        {...state('amount')}
      />
      <TextField
        label={t('form.customerName')}
        value={form.customerName}
        onChange={(customerName) => onEdit({ customerName })}
        {...state('customerName')}
      />
      <TextField
        label={t('form.orderText')}
        value={form.orderText}
        onChange={(orderText) => onEdit({ orderText })}
        multiline
        {...state('orderText')}
      />
    </div>
  );
}

/** The amount with all its decimals, once it is readable. */
function tidyAmount(raw: string, currency: string): string | undefined {
  const parsed = parseAmount(raw, currency);
  return parsed.ok ? formatAmount(parsed.money) : undefined;
}
