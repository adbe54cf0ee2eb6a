import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { EditCounts } from '#domain/edit-state';
import { countOf, editFilters, type EditFilter } from './edit-filter';
import styles from './outcome-filter.module.css';
import { useFormatters } from '../../../i18n/use-formatters';

export interface OutcomeFilterProps {
  readonly counts: EditCounts;
  readonly value: EditFilter;
  readonly onChange: (filter: EditFilter) => void;
}

/** One chip for every outcome there is, with its count; exactly one is chosen. */
export function OutcomeFilter({ counts, value, onChange }: OutcomeFilterProps) {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  const { number } = useFormatters();
  const nameOf = (filter: EditFilter): string => {
    if (filter === 'all' || filter === 'open') return t(`edits.${filter}`);
    return t(`jobs:state.${filter}`);
  };
  const shown = editFilters.filter(
    (filter) => filter === 'all' || filter === value || countOf(filter, counts) > 0,
  );
  return (
    <ToggleButtonGroup
      aria-label={t('edits.filter')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = editFilters.find((filter) => keys.has(filter));
        if (chosen !== undefined) onChange(chosen);
      }}
      className={styles['filter'] ?? ''}
    >
      {shown.map((filter) => (
        <ToggleButton
          key={filter}
          id={filter}
          aria-label={t('edits.count', { name: nameOf(filter), count: countOf(filter, counts) })}
          className={styles['chip'] ?? ''}
        >
          {nameOf(filter)}
          <span className={styles['count']} data-outcome={filter}>
            {number(countOf(filter, counts))}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
