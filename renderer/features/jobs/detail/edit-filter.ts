import { editStates, settledStates, type EditCounts, type EditState } from '#domain/edit-state';

/** Which edits of a job a list shows: all, those not settled yet (`open`), or those of one outcome. */
export type EditFilter = 'all' | 'open' | (typeof settledStates)[number];

export const editFilters = ['all', 'open', ...settledStates] as const satisfies readonly EditFilter[];

/** The states a filter stands for. */
export function statesOf(filter: EditFilter): readonly EditState[] {
  if (filter === 'all') return editStates;
  if (filter !== 'open') return [filter];
  return editStates.filter((state) => !(settledStates as readonly EditState[]).includes(state));
}

/** How many edits a filter shows. */
export function countOf(filter: EditFilter, counts: EditCounts): number {
  return statesOf(filter).reduce((sum, state) => sum + counts[state], 0);
}

/** A filter and a search as the channels of edits take them: what says nothing is left out. */
export function toEditFilter(
  filter: EditFilter,
  search: string,
): { readonly states?: readonly EditState[]; readonly search?: string } {
  const text = search.trim();
  return {
    ...(filter === 'all' ? {} : { states: statesOf(filter) }),
    ...(text === '' ? {} : { search: text }),
  };
}
