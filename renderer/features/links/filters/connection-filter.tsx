import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { FilterChip } from '../../../ui/filter-chip';
import { MultiSelectList } from '../../../ui/multi-select-list';
import { useSummary } from './use-summary';

/** Which connections pass; nothing to choose while there is only one. */
export function ConnectionFilter() {
  const { t } = useTranslation('links');
  const { query, connections } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const all = useStore(connections, (state) => state.connections) ?? [];
  const value = filter.connectionIds ?? [];
  const set = (connectionIds: readonly string[]) => query.getState().setFilter({ ...filter, connectionIds });
  const summary = useSummary(
    value.map((id) => all.find((connection) => connection.id === id)?.name ?? t('removedConnection')),
  );
  if (all.length < 2 && summary === undefined) return null;
  return (
    <FilterChip
      field={t('filters.connection')}
      {...(summary === undefined ? {} : { summary, onClear: () => set([]) })}
    >
      <MultiSelectList<string>
        label={t('filters.connection')}
        options={all.map(({ id, name }) => ({ id, label: name }))}
        value={value}
        onChange={set}
      />
    </FilterChip>
  );
}
