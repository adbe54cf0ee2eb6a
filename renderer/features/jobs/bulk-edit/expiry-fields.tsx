import { useTranslation } from 'react-i18next';
import type { ExpiryChange } from '#domain/expiry';
import type { Instant } from '#domain/instant';
import { DateTimeField } from '../../../ui/date-time-field';
import { RadioField } from '../../../ui/radio-field';
import { SelectField } from '../../../ui/select-field';
import { TextField } from '../../../ui/text-field';
import styles from './bulk-edit.module.css';
import { BusinessDaysChoice } from './business-days-choice';
import { monthChoices, type ExpiryDraft } from './expiry-draft';
import { ExpiryExample } from './expiry-example';
import { QuickDates } from './quick-dates';
import type { FieldsProps } from './fields-props';
import { useProblemWords } from './use-problem-words';
import { useZone } from './use-zone';

const modes = [
  'absolute',
  'plus-days',
  'month-end',
  'business-day',
] as const satisfies readonly ExpiryChange['kind'][];

interface ModeProps {
  readonly draft: ExpiryDraft;
  readonly onChange: (part: Partial<ExpiryDraft>) => void;
  readonly isDisabled: boolean;
  readonly error: string | undefined;
}

export interface ExpiryFieldsProps extends FieldsProps {
  /** The present expiry of one of the links. */
  readonly example: Instant | undefined;
}

/** The new expiry in the chosen way of saying it, and what it means for one of the links. */
export function ExpiryFields({ draft, onChange, reading, isDisabled, example }: ExpiryFieldsProps) {
  const { t } = useTranslation('bulkEdit');
  const problemWords = useProblemWords();
  const { zone, name } = useZone();
  const { expiry } = draft;
  const change = (part: Partial<ExpiryDraft>) => onChange({ expiry: part });
  const props = { draft: expiry, onChange: change, isDisabled, error: problemWords(reading.read) };
  return (
    <div className={styles['form']}>
      <RadioField<ExpiryDraft['mode']>
        label={t('mode.label')}
        isDisabled={isDisabled}
        options={modes.map((id) => ({ id, label: t(`mode.${id}`) }))}
        value={expiry.mode}
        onChange={(mode) => change({ mode })}
      />
      <div className={styles['fields']}>
        {expiry.mode === 'absolute' && <AbsoluteFields {...props} />}
        {expiry.mode === 'plus-days' && <PlusFields {...props} />}
        {expiry.mode === 'month-end' && <MonthFields {...props} />}
        {expiry.mode === 'plus-days' && <p className={styles['hint']}>{t('keepsClock', { zone, name })}</p>}
        {expiry.mode === 'month-end' && <p className={styles['hint']}>{t('monthClock', { zone, name })}</p>}
        {expiry.mode !== 'absolute' && <BusinessDaysChoice {...props} />}
      </div>
      <ExpiryExample read={reading.read} expiresAt={example} />
    </div>
  );
}

function AbsoluteFields(props: ModeProps) {
  const { draft, onChange, isDisabled, error } = props;
  const { t } = useTranslation('bulkEdit');
  const { zone, name } = useZone();
  return (
    <>
      <div className={styles['date']}>
        <DateTimeField
          label={t('at')}
          value={draft.at}
          timeZone={zone}
          onChange={(at) => onChange({ at })}
          isDisabled={isDisabled}
          error={error}
          description={t('zone', { zone, name })}
        />
      </div>
      <QuickDates {...props} />
    </>
  );
}

function PlusFields(props: ModeProps) {
  const { draft, onChange, isDisabled, error } = props;
  const { t } = useTranslation('bulkEdit');
  return (
    <>
      <div className={styles['pair']}>
        <div className={styles['count']}>
          <TextField
            label={t('count')}
            value={draft.count}
            onChange={(count) => onChange({ count })}
            isDisabled={isDisabled}
            error={error}
            maxLength={8}
          />
        </div>
        <div className={styles['unit']}>
          <SelectField<ExpiryDraft['unit']>
            label={t('unit.label')}
            options={[
              { id: 'days', label: t('unit.days') },
              { id: 'weeks', label: t('unit.weeks') },
            ]}
            value={draft.unit}
            onChange={(unit) => onChange({ unit })}
            isDisabled={isDisabled}
          />
        </div>
      </div>
      <QuickDates {...props} />
    </>
  );
}

function MonthFields({ draft, onChange, isDisabled, error }: ModeProps) {
  const { t } = useTranslation('bulkEdit');
  return (
    <div className={styles['pair']}>
      <div className={styles['wide']}>
        <SelectField<ExpiryDraft['month']>
          label={t('month.label')}
          options={monthChoices.map((id) => ({ id, label: t(`month.${id}`) }))}
          value={draft.month}
          onChange={(month) => onChange({ month })}
          isDisabled={isDisabled}
        />
      </div>
      {draft.month === 'later' && (
        <div className={styles['count']}>
          <TextField
            label={t('month.count')}
            value={draft.monthsLater}
            onChange={(monthsLater) => onChange({ monthsLater })}
            isDisabled={isDisabled}
            error={error}
            maxLength={8}
          />
        </div>
      )}
    </div>
  );
}
