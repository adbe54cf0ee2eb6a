import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { weekends, type BusinessDays, type Weekend } from '#domain/business-days';
import styles from './business-days-field.module.css';
import { HolidayAdder } from './holiday-adder';
import { HolidayChips } from './holiday-chips';
import type { AddedHolidays } from './holiday-list';
import { RadioField } from './radio-field';

export interface BusinessDaysFieldProps {
  readonly value: BusinessDays;
  readonly onChange: (value: BusinessDays) => void;
  readonly isDisabled?: boolean;
}

/** Which days are no business days: the weekend, and holidays typed, picked or pasted. Brings its own words. */
export function BusinessDaysField({
  value,
  onChange,
  isDisabled = false,
}: BusinessDaysFieldProps): ReactNode {
  const { t } = useTranslation('common');
  const [outcome, setOutcome] = useState<AddedHolidays | undefined>(undefined);
  const { holidays } = value;
  const onAdded = (added: AddedHolidays) => {
    setOutcome(added);
    if (added.added > 0) onChange({ ...value, holidays: added.holidays });
  };
  const onRemove = (day: string) => {
    setOutcome(undefined);
    onChange({ ...value, holidays: holidays.filter((other) => other !== day) });
  };
  return (
    <div className={styles['frame']}>
      <RadioField<Weekend>
        label={t('businessDays.weekend')}
        isInRow
        options={weekends.map((id) => ({ id, label: t(`businessDays.weekends.${id}`) }))}
        value={value.weekend}
        onChange={(weekend) => onChange({ ...value, weekend })}
        isDisabled={isDisabled}
      />
      <HolidayAdder known={holidays} onAdded={onAdded} isDisabled={isDisabled} />
      {/* Always there, so that what comes into it is read aloud. */}
      <div role="status" className={styles['outcome']}>
        {outcome !== undefined && <Outcome outcome={outcome} />}
      </div>
      <HolidayChips holidays={holidays} onRemove={onRemove} isDisabled={isDisabled} />
    </div>
  );
}

function Outcome({ outcome: { added, invalid, left } }: { readonly outcome: AddedHolidays }) {
  const { t } = useTranslation('common');
  return (
    <>
      <p>{added === 0 ? t('businessDays.noneAdded') : t('businessDays.added', { count: added })}</p>
      {invalid.length > 0 && (
        <p className={styles['wrong']}>
          {t('businessDays.invalid')} <bdi>{invalid.slice(0, 5).join(', ')}</bdi>
          {invalid.length > 5 && ` ${t('businessDays.andMore', { count: invalid.length - 5 })}`}
        </p>
      )}
      {left > 0 && <p className={styles['wrong']}>{t('businessDays.full', { count: left })}</p>}
    </>
  );
}
