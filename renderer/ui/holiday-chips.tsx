import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatters } from '../i18n/use-formatters';
import styles from './business-days-field.module.css';
import { Chip } from './chip';

export interface HolidayChipsProps {
  readonly holidays: readonly string[];
  readonly onRemove: (day: string) => void;
  readonly isDisabled: boolean;
}

/** The holidays in order, each removable. The keyboard stays in the list when one goes. */
export function HolidayChips({ holidays, onRemove, isDisabled }: HolidayChipsProps): ReactNode {
  const { t } = useTranslation('common');
  const { date } = useFormatters();
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (removed.current === undefined) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(removed.current, buttons.length - 1)]?.focus();
    removed.current = undefined;
  }, [holidays]);
  if (holidays.length === 0) return <p className={styles['none']}>{t('businessDays.none')}</p>;
  return (
    <ul ref={list} className={styles['chips']} aria-label={t('businessDays.holidays')}>
      {holidays.map((day, index) => {
        const text = date(Date.parse(day), 'UTC');
        const remove = () => {
          removed.current = index;
          onRemove(day);
        };
        return (
          <li key={day}>
            <Chip {...(isDisabled ? {} : { onRemove: remove, removeLabel: text })}>{text}</Chip>
          </li>
        );
      })}
    </ul>
  );
}
