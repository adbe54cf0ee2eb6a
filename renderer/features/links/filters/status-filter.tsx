import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';
import { useDesk } from '../../../stores/desk-context';
import { FilterChip } from '../../../ui/filter-chip';
import { MultiSelectList } from '../../../ui/multi-select-list';
import { useSummary } from './use-summary';

/** Which statuses pass, with how many links each has. */
export function StatusFilter() {
  const { t } = useTranslation(['links', 'status']);
  const { query } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const byStatus = useStore(query, (state) => state.answer?.byStatus);
  const value = filter.statuses ?? [];
  const set = (statuses: readonly LinkStatus[]) => query.getState().setFilter({ ...filter, statuses });
  const summary = useSummary(value.map((status) => t(`status:${status}`)));
  return (
    <FilterChip
      field={t('filters.status')}
      {...(summary === undefined ? {} : { summary, onClear: () => set([]) })}
    >
      <MultiSelectList<LinkStatus>
        label={t('filters.status')}
        options={linkStatuses.map((id) => ({
          id,
          label: t(`status:${id}`),
          // The counts are of the rows that match: a status that is filtered out has none to tell.
          ...(byStatus !== undefined && (value.length === 0 || value.includes(id))
            ? { count: byStatus[id] }
            : {}),
        }))}
        value={value}
        // In the order that every list shows them, however they were ticked.
        onChange={(ids) => set(linkStatuses.filter((status) => ids.includes(status)))}
      />
    </FilterChip>
  );
}
