import { useStore } from 'zustand';
import { linkMarks } from '#domain/link-filter';
import { linkStatuses } from '#domain/payment-link';
import { colourOf } from '../../../stores/connection-colour';
import { useDesk } from '../../../stores/desk-context';
import { ConnectionDot } from '../../../ui/connection-dot';
import type { MultiSelectOption } from '../../../ui/multi-select-list';
import type { ListField } from './choices';
import { useFilterWords } from './use-filter-words';

/** What a list offers to choose from: what there is, and what is chosen although it is no longer there. */
export function useOptions(
  field: ListField,
  chosen: readonly string[],
): readonly MultiSelectOption<string>[] {
  const { query, connections } = useDesk();
  const words = useFilterWords();
  const currencies = useStore(query, (state) => state.currencies);
  const byStatus = useStore(query, (state) => state.totals?.byStatus);
  const all = useStore(connections, (state) => state.connections);
  const label = (id: string) => ({ id, label: words.member(field, id) });
  switch (field) {
    case 'statuses':
      return linkStatuses.map((id) => ({
        ...label(id),
        ...(byStatus === undefined ? {} : { count: byStatus[id] }),
      }));
    case 'marks':
      return linkMarks.map(label);
    case 'currencies':
      return [...new Set([...currencies, ...chosen])].sort().map(label);
    case 'connectionIds':
      return [...new Set([...(all ?? []).map(({ id }) => id), ...chosen])].map((id) => ({
        ...label(id),
        icon: <ConnectionDot colour={colourOf(id, all ?? [])} />,
      }));
  }
}
