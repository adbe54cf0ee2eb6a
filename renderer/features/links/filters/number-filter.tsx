import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { NumberFilter as NumberValue } from '#domain/link-filter';
import { useDesk } from '../../../stores/desk-context';
import { FilterChip } from '../../../ui/filter-chip';
import { TextField } from '../../../ui/text-field';
import { readBounds, typedBounds, type BoundProblem, type TypedBounds } from './bounds';
import type { ChipProps } from './chip-props';
import styles from './filter-body.module.css';
import { typingPauseMs } from './typing-pause';
import { useFilterWords } from './use-filter-words';
import { usePaused } from './use-paused';

type NumberPart = 'amount' | 'attempts';

/** The chip of a number: an amount in major units of whatever currency, or a count. */
export function NumberFilter({ part, ...chip }: ChipProps<NumberPart>): ReactNode {
  const { query } = useDesk();
  const words = useFilterWords();
  const value = useStore(query, (state) => state.filter[part]);
  const set = (bounds: NumberValue) => {
    query.getState().setFilter({ ...query.getState().filter, [part]: bounds });
  };
  const summary = value && words.bounds(value);
  return (
    <FilterChip
      {...chip}
      field={words.part(part)}
      {...(summary !== undefined && { summary, onClear: () => set({}) })}
    >
      <BoundsForm part={part} value={value} onChange={set} />
    </FilterChip>
  );
}

interface BoundsFormProps {
  readonly part: NumberPart;
  readonly value: NumberValue | undefined;
  readonly onChange: (bounds: NumberValue) => void;
}

/** Two fields whose text is the user's own until it can be read. */
function BoundsForm({ part, value, onChange }: BoundsFormProps): ReactNode {
  const { t } = useTranslation('links');
  const [typed, setTyped] = useState(() => typedBounds(value));
  // Fixed at opening: a bound that is emptied while it is edited must not change its kind.
  const [kinds] = useState({ isAbove: value?.above !== undefined, isBelow: value?.below !== undefined });
  const { soon } = usePaused(typingPauseMs);
  const read = readBounds(typed, kinds);
  const type = (change: Partial<TypedBounds>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    const bounds = readBounds(next, kinds);
    if (bounds.ok) soon(() => onChange(bounds.value));
  };
  const problem = (code: BoundProblem | undefined) => code && t(`bounds.problem.${code}`);
  return (
    <div className={styles['body']}>
      <TextField
        label={t(`bounds.lower.${kinds.isAbove ? 'above' : 'from'}`)}
        value={typed.lower}
        onChange={(lower) => type({ lower })}
        error={read.ok ? undefined : problem(read.lower)}
        inputMode="decimal"
        dir="ltr"
        maxLength={24}
        autoComplete="off"
        autoFocus
      />
      <TextField
        label={t(`bounds.upper.${kinds.isBelow ? 'below' : 'until'}`)}
        value={typed.upper}
        onChange={(upper) => type({ upper })}
        error={read.ok ? undefined : problem(read.upper)}
        inputMode="decimal"
        dir="ltr"
        maxLength={24}
        autoComplete="off"
      />
      {part === 'amount' && <p className={styles['note']}>{t('bounds.majorUnits')}</p>}
    </div>
  );
}
