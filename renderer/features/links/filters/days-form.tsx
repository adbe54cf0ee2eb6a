import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateFilter } from '#domain/link-filter';
import { TextField } from '../../../ui/text-field';
import { daysIn, maxDays, readDays, withDays } from './date-choice';
import styles from './filter-body.module.css';
import { typingPauseMs } from './typing-pause';
import { usePaused } from './use-paused';

interface DaysFormProps {
  readonly value: DateFilter | undefined;
  readonly onChange: (date: DateFilter) => void;
}

/** How many days from now; the text is the user's own until it can be read. */
export function DaysForm({ value, onChange }: DaysFormProps): ReactNode {
  const { t } = useTranslation('links');
  const [typed, setTyped] = useState(String(daysIn(value) ?? ''));
  const { soon } = usePaused(typingPauseMs);
  const type = (text: string) => {
    setTyped(text);
    const days = readDays(text);
    if (days !== undefined) soon(() => onChange(withDays(value, days)));
  };
  return (
    <div className={styles['below']}>
      <TextField
        label={t('dates.days')}
        value={typed}
        onChange={type}
        error={readDays(typed) === undefined ? t('dates.daysProblem', { max: maxDays }) : undefined}
        inputMode="numeric"
        dir="ltr"
        maxLength={8}
        autoComplete="off"
      />
    </div>
  );
}
