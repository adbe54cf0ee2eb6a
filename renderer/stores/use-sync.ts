import { useStore } from 'zustand';
import { capabilitiesOf } from '#domain/capability';
import type { LinkMark } from '#domain/link-filter';
import type { Connection } from '#domain/provider';
import type { SyncMode, SyncNews } from '#domain/sync-run';
import { useDesk } from './desk-context';
import type { SyncMove } from './syncs-store';
import { useTellFailure } from './use-tell-failure';

/** The mark that each kind of news leaves on its links. */
export const markOfNews = {
  new: 'new',
  paid: 'newly-paid',
  closed: 'newly-closed',
  expired: 'newly-expired',
} as const satisfies Readonly<Record<SyncNews, LinkMark>>;

export const canList = ({ provider }: Connection): boolean => capabilitiesOf[provider].list;

export interface Sync {
  /** Connections whose provider has a list to read. */
  readonly listing: readonly Connection[];
  /** Those of them that are not being read, by id. */
  readonly idle: readonly string[];
  readonly start: (connectionIds: readonly string[], mode: SyncMode) => void;
  readonly move: (runId: string, to: SyncMove) => void;
  /** Shows the links that a kind of news is about. */
  readonly showNews: (connectionId: string, news: SyncNews) => void;
}

/** Beginning, pausing and ending syncs; a failure is told as a notice. */
export function useSync(): Sync {
  const { connections, syncs, query, commands } = useDesk();
  const all = useStore(connections, (state) => state.connections);
  const runs = useStore(syncs, (state) => state.syncs);
  const tell = useTellFailure();
  const listing = (all ?? []).filter(canList);
  return {
    listing,
    idle: listing.filter(({ id }) => runs[id]?.latest.state !== 'running').map(({ id }) => id),
    start: (connectionIds, mode) => {
      for (const id of connectionIds) syncs.getState().start(id, mode).catch(tell);
    },
    move: (runId, to) => {
      syncs.getState().move(runId, to).catch(tell);
    },
    showNews: (connectionId, news) => {
      query.getState().setFilter({ connectionIds: [connectionId], marks: [markOfNews[news]] });
      commands.run('show-links');
    },
  };
}
