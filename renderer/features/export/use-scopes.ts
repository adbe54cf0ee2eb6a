import { useStore } from 'zustand';
import type { ExportScope, ExportSelection } from '#domain/export-spec';
import { isNoFilter } from '#domain/tidy-filter';
import { actionScope, type Desk } from '../../stores/desk';
import { useDesk } from '../../stores/desk-context';

export interface Scopes {
  /** How many links each scope has now. */
  readonly counts: Readonly<Record<ExportScope, number>>;
  readonly isFiltered: boolean;
}

export function useScopes(): Scopes {
  const desk = useDesk();
  const matching = useStore(desk.query, (state) => state.answer?.total ?? 0);
  const all = useStore(desk.query, (state) => state.answer?.cached ?? 0);
  const isFiltered = useStore(desk.query, (state) => !isNoFilter(state.filter));
  useStore(desk.selection, (state) => state.selection);
  const scope = actionScope(desk);
  return { counts: { selected: scope?.kind === 'selected' ? scope.count : 0, matching, all }, isFiltered };
}

/** The scope that is meant: what is selected is what an export is about, and then what is in sight. */
export function scopeOf(wanted: ExportScope, { counts, isFiltered }: Scopes): ExportScope {
  if (wanted === 'selected' && counts.selected > 0) return 'selected';
  return isFiltered && wanted !== 'all' ? 'matching' : 'all';
}

/** The links of a scope, read at the press: handles change whenever the table is opened again. */
export function selectionOf(desk: Desk, scope: ExportScope): ExportSelection | undefined {
  if (scope === 'all') return { mode: 'all' };
  if (scope === 'selected') return actionScope(desk)?.selection;
  const handle = desk.query.getState().answer?.handle;
  return handle === undefined ? undefined : { mode: 'allExcept', handle, keys: [] };
}
