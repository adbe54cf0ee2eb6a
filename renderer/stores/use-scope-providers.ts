import { useStore } from 'zustand';
import type { LinkFilter } from '#domain/link-filter';
import type { Connection, ProviderId } from '#domain/provider';
import { useDesk } from './desk-context';

/** The providers that links passing a filter can be at: it may name connections, or leave some out. */
export function providersIn(filter: LinkFilter, all: readonly Connection[]): readonly ProviderId[] {
  const { connectionIds, not } = filter;
  const passing = all.filter(
    ({ id }) => (connectionIds?.includes(id) ?? true) && not?.connectionIds?.includes(id) !== true,
  );
  return [...new Set(passing.map(({ provider }) => provider))];
}

/** The providers that the links in the table, and so the selected ones, can be at. */
export function useScopeProviders(): readonly ProviderId[] {
  const { query, connections } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const all = useStore(connections, (state) => state.connections);
  return providersIn(filter, all ?? []);
}
