import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DateFilter } from '#domain/link-filter';
import { useDesk } from '../../../stores/desk-context';
import { DateField } from '../../../ui/date-field';
import { isReversed, withDay } from './date-choice';
import styles from './filter-body.module.css';

interface DayRangeProps {
  readonly value: DateFilter | undefined;
  readonly onChange: (date: DateFilter) => void;
}

/** The first and the last day of a range, either of which may be open. */
export function DayRange({ value, onChange }: DayRangeProps): ReactNode {
  const { t } = useTranslation('links');
  const { settings } = useDesk();
  const zone = useStore(settings, (state) => state.settings.zone);
  const days = value?.kind === 'between' ? value : undefined;
  return (
    <div className={styles['below']}>
      <DateField
        label={t('dates.from')}
        value={days?.from}
        onChange={(day) => onChange(withDay(value, 'from', day))}
      />
      <DateField
        label={t('dates.until')}
        value={days?.until}
        onChange={(day) => onChange(withDay(value, 'until', day))}
        error={isReversed(value) ? t('dates.reversed') : undefined}
      />
      <p className={styles['note']}>{t('dates.zone', { zone })}</p>
    </div>
  );
}
