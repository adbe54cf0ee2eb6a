import { useTranslation } from 'react-i18next';
import { capabilitiesOf, type EditableField } from '#domain/capability';
import type { BlockReason } from '#domain/link-patch';
import { formatAmount, parseAmount } from '#domain/money';
import type { LinkRow } from '#domain/payment-link';
import type { ProviderId } from '#domain/provider';
import { DateTimeField } from '../../../ui/date-time-field';
import { MoneyField } from '../../../ui/money-field';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { blockedBy, commonReason, type EditForm, type FormVerdict } from './edit-form';
import { ExpiryQuickPicks } from './expiry-quick-picks';
import type { FieldState } from './field-state';
import { wordProblem } from './field-words';
import { LabelFields } from './label-fields';
import styles from './link-panel.module.css';
import { StatusField } from './status-field';

export interface EditFieldsProps {
  readonly link: LinkRow;
  readonly form: EditForm;
  readonly verdict: FormVerdict;
  readonly provider: ProviderId;
  readonly zone: string;
  /** Keeps every field as it is, whatever the link allows. */
  readonly locked: BlockReason | undefined;
  readonly onEdit: (part: Partial<EditForm>) => void;
}

/** The fields a provider lets us change; the others are disabled and say why. */
export function EditFields(props: EditFieldsProps) {
  const { link, form, verdict, provider, zone, locked, onEdit } = props;
  const { t } = useTranslation('links');
  const { blocked, common, state } = useFieldStates(props);
  const { edit, reopen } = capabilitiesOf[provider];
  const currency = link.amount?.currency ?? '';
  // A text that a provider neither has nor changes is no field of its links.
  const isShown = (field: 'customerName' | 'orderText') => edit[field] || form[field] !== '';
  return (
    <div className={styles['fields']}>
      {/* What locks the fields is told above them already; here it is only the reason. */}
      {locked !== undefined && (
        <p className={styles['muted']}>
          {t(`reasons.${locked}`)}
          {verdict.isDirty && ` ${t('waiting.typedKept')}`}
        </p>
      )}
      {locked === undefined && common !== undefined && <Notice tone="info">{t(`reasons.${common}`)}</Notice>}
      <StatusField
        link={link}
        value={form.status}
        blocked={blocked('status')}
        isReasonTold={common !== undefined}
        mayBeRefused={reopen === 'maybe'}
        onChange={(status) => onEdit({ status })}
      />
      <LabelFields form={form} shown={edit} stateOf={state} onEdit={onEdit} />
      <div className={styles['expiry']}>
        <DateTimeField
          label={t('form.expiresAt')}
          value={form.expiresAt}
          timeZone={zone}
          onChange={(expiresAt) => onEdit({ expiresAt })}
          {...state('expiresAt', t('form.expiresHint', { zone }))}
        />
        {edit.expiresAt && (
          <ExpiryQuickPicks
            expiresAt={link.expiresAt}
            isDisabled={blocked('expiresAt') !== undefined}
            onPick={(expiresAt) => onEdit({ expiresAt })}
          />
        )}
      </div>
      <MoneyField
        label={t('form.amount')}
        currency={currency}
        value={form.amount}
        onChange={(amount) => onEdit({ amount })}
        tidy={(raw) => tidyAmount(raw, currency)}
        {...state('amount')}
      />
      {isShown('customerName') && (
        <TextField
          label={t('form.customerName')}
          value={form.customerName}
          onChange={(customerName) => onEdit({ customerName })}
          {...state('customerName')}
        />
      )}
      {isShown('orderText') && (
        <TextField
          label={t('form.orderText')}
          value={form.orderText}
          onChange={(orderText) => onEdit({ orderText })}
          multiline
          {...state('orderText')}
        />
      )}
    </div>
  );
}

/** Judges each field of the form and words the verdict; a reason that all fields share is told once, not with each. */
function useFieldStates({ link, form, verdict, provider, locked }: EditFieldsProps) {
  const { t } = useTranslation(['links', 'status', 'common']);
  const about = { link, capabilities: capabilitiesOf[provider] };
  const common = locked ?? commonReason(form, about);
  const blocked = (field: EditableField) => locked ?? blockedBy(field, form, about);
  const wordReason = (field: EditableField, reason: BlockReason) =>
    reason === 'not-offered'
      ? t(`notOffered.${field}`, { provider: t(`common:provider.${provider}`) })
      : t(`reasons.${reason}`);
  const state = (field: EditableField, hint?: string): FieldState => {
    const reason = blocked(field);
    const problem = verdict.problems[field];
    const told = reason === undefined ? hint : wordReason(field, reason);
    const isTold = common !== undefined && reason !== 'not-offered';
    return {
      isDisabled: reason !== undefined,
      ...(told === undefined || isTold ? {} : { description: told }),
      ...(problem === undefined ? {} : { error: wordProblem(problem, link.amount?.currency ?? '', t) }),
    };
  };
  return { blocked, common, state };
}

/** The amount with all its decimals, once it is readable. */
function tidyAmount(raw: string, currency: string): string | undefined {
  const parsed = parseAmount(raw, currency);
  return parsed.ok ? formatAmount(parsed.money) : undefined;
}
