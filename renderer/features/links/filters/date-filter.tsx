import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { DateField as DatePart, DateFilter as DateValue } from '#domain/link-filter';
import { useDesk } from '../../../stores/desk-context';
import { FilterChip } from '../../../ui/filter-chip';
import { RadioField } from '../../../ui/radio-field';
import type { ChipProps } from './chip-props';
import { choiceOf, dateChoices, dateOf, isUnbounded, type DateChoice } from './date-choice';
import { DayRange } from './day-range';
import { DaysForm } from './days-form';
import styles from './filter-body.module.css';
import { useFilterWords } from './use-filter-words';

/** The chip of a moment: relative choices stay relative, dates are whole days of the settings' zone. */
export function DateFilter({ part, ...chip }: ChipProps<DatePart>): ReactNode {
  const { query } = useDesk();
  const words = useFilterWords();
  const value = useStore(query, (state) => state.filter[part]);
  const set = (date: DateValue | undefined) => {
    const { [part]: _before, ...rest } = query.getState().filter;
    query.getState().setFilter(date === undefined ? rest : { ...rest, [part]: date });
  };
  return (
    <FilterChip
      {...chip}
      onOpenChange={(isOpen) => {
        if (!isOpen && isUnbounded(query.getState().filter[part])) set(undefined);
        chip.onOpenChange?.(isOpen);
      }}
      field={words.part(part)}
      {...(value !== undefined && { summary: words.date(part, value), onClear: () => set(undefined) })}
    >
      <DateForm part={part} value={value} onChange={set} />
    </FilterChip>
  );
}

interface DateFormProps {
  readonly part: DatePart;
  readonly value: DateValue | undefined;
  readonly onChange: (date: DateValue) => void;
}

function DateForm({ part, value, onChange }: DateFormProps): ReactNode {
  // The choice of one's own days stays while they happen to be 7 or 30, which are choices by themselves.
  const [isOwnDays, setOwnDays] = useState(false);
  const words = useFilterWords();
  const label = useChoiceLabel(part);
  const found = choiceOf(value);
  const choice = isOwnDays && value?.kind === 'within-days' ? 'within' : found;
  return (
    <div className={styles['body']}>
      <RadioField<DateChoice>
        label={words.part(part)}
        options={dateChoices(part).map((id) => ({ id, label: label(id) }))}
        value={choice}
        onChange={(id) => {
          setOwnDays(id === 'within');
          onChange(dateOf(id));
        }}
      />
      {(choice === 'within' || choice === 'beyond') && (
        <DaysForm key={choice} value={value} onChange={onChange} />
      )}
      {choice === 'between' && <DayRange value={value} onChange={onChange} />}
    </div>
  );
}

function useChoiceLabel(part: DatePart): (choice: DateChoice) => string {
  const { t } = useTranslation('links');
  const way = part === 'expires' ? 'ahead' : 'back';
  return (choice) => {
    switch (choice) {
      case 'within7':
        return t(`dates.${way}.within`, { count: 7 });
      case 'within30':
        return t(`dates.${way}.within`, { count: 30 });
      case 'within':
        return t(`dates.${way}.withinOwn`);
      case 'beyond':
        return t(`dates.${way}.beyondOwn`);
      case 'past':
      case 'none':
        return t(`dates.${way}.${choice}`);
      default:
        return t(`dates.${choice}`);
    }
  };
}
