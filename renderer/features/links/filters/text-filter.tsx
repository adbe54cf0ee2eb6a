import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TextField as TextPart } from '#domain/link-filter';
import { useDesk } from '../../../stores/desk-context';
import { Checkbox } from '../../../ui/checkbox';
import { FilterChip } from '../../../ui/filter-chip';
import { TextField } from '../../../ui/text-field';
import type { ChipProps } from './chip-props';
import { sidesShown, textOf, withText, type Side } from './choices';
import styles from './filter-body.module.css';
import { typingPauseMs } from './typing-pause';
import { useFilterWords } from './use-filter-words';
import { usePaused } from './use-paused';

/** The chips of a text field: what it must contain, what it must not, or both. */
export function TextFilter({ part, ...chip }: ChipProps<TextPart>): ReactNode {
  const { query } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const sides = sidesShown(textOf(filter, part, 'wanted') !== '', textOf(filter, part, 'refused') !== '');
  return sides.map((side, index) => (
    <TextChip key={index === 0 ? 'main' : 'second'} {...(index === 0 && chip)} part={part} side={side} />
  ));
}

interface SideProps extends ChipProps<TextPart> {
  readonly side: Side;
}

function TextChip({ part, side, ...chip }: SideProps): ReactNode {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const words = useFilterWords();
  const value = useStore(query, (state) => textOf(state.filter, part, side));
  const isRefused = side === 'refused';
  const set = (text: string) => {
    query.getState().setFilter(withText(query.getState().filter, { field: part, side, text }));
  };
  const turn = (text: string) => {
    const other = isRefused ? 'wanted' : 'refused';
    const without = withText(query.getState().filter, { field: part, side, text: '' });
    query.getState().setFilter(withText(without, { field: part, side: other, text }));
  };
  const summary = isRefused ? t('filters.not', { what: `\u2068${value}\u2069` }) : value;
  return (
    <FilterChip {...chip} field={words.part(part)} {...(value !== '' && { summary, onClear: () => set('') })}>
      <TextForm value={value} isRefused={isRefused} onChange={set} onTurn={turn} />
    </FilterChip>
  );
}

interface TextFormProps {
  readonly value: string;
  readonly isRefused: boolean;
  readonly onChange: (text: string) => void;
  readonly onTurn: (text: string) => void;
}

function TextForm({ value, isRefused, onChange, onTurn }: TextFormProps): ReactNode {
  const { t } = useTranslation('links');
  const [typed, setTyped] = useState(value);
  const { soon, now } = usePaused(typingPauseMs);
  return (
    <div className={styles['body']}>
      <TextField
        label={t('filters.text')}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          soon(() => onChange(text.trim()));
        }}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
      {typed.trim() !== '' && (
        <Checkbox isSelected={isRefused} onChange={() => now(() => onTurn(typed.trim()))}>
          {t('filters.textNot')}
        </Checkbox>
      )}
    </div>
  );
}
