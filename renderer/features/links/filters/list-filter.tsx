import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { Checkbox } from '../../../ui/checkbox';
import { FilterChip } from '../../../ui/filter-chip';
import { MultiSelectList } from '../../../ui/multi-select-list';
import type { ChipProps } from './chip-props';
import { listOf, sidesShown, turned, withList, type ListField, type Side } from './choices';
import styles from './filter-body.module.css';
import { useFilterWords } from './use-filter-words';
import { useOptions } from './use-options';
import { useSummary } from './use-summary';

/** The chips of a list: what is wanted, what is refused, or both. */
export function ListFilter({ part, ...chip }: ChipProps<ListField>): ReactNode {
  const { query } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const sides = sidesShown(
    listOf(filter, part, 'wanted').length > 0,
    listOf(filter, part, 'refused').length > 0,
  );
  // By place: the one chip of a list stays the same one, popover and all, while its values move to the other side.
  return sides.map((side, index) => (
    <ListChip key={index === 0 ? 'main' : 'second'} {...(index === 0 && chip)} part={part} side={side} />
  ));
}

interface SideProps extends ChipProps<ListField> {
  readonly side: Side;
}

function ListChip({ part, side, ...chip }: SideProps): ReactNode {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const words = useFilterWords();
  const filter = useStore(query, (state) => state.filter);
  const values = listOf(filter, part, side);
  const options = useOptions(part, values);
  const isRefused = side === 'refused';
  const set = (chosen: readonly string[]) => {
    // In the order that every list shows them, however they were ticked.
    const next = options.map(({ id }) => id).filter((id) => chosen.includes(id));
    query.getState().setFilter(withList(filter, { field: part, side, values: next }));
  };
  const summary = useSummary(values.map((value) => words.member(part, value)));
  return (
    <FilterChip
      {...chip}
      field={words.part(part)}
      {...(summary !== undefined && {
        summary: isRefused ? t('filters.not', { what: summary }) : summary,
        onClear: () => set([]),
      })}
    >
      {options.length === 0 ? (
        <p className={styles['note']}>{t('filters.noCurrencies')}</p>
      ) : (
        <MultiSelectList<string> label={words.part(part)} options={options} value={values} onChange={set} />
      )}
      {values.length > 0 && (
        <div className={styles['foot']}>
          <Checkbox
            isSelected={isRefused}
            onChange={() => query.getState().setFilter(turned(filter, part, side))}
          >
            {t('filters.allBut')}
          </Checkbox>
        </div>
      )}
    </FilterChip>
  );
}
