import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SyncMode, SyncRun } from '#domain/sync-run';
import type { Bridge } from '../bridge/bridge-client';
import { notePace, noPace, type Pace } from './job-pace';

export type SyncMove = 'paused' | 'running' | 'cancelled';

/** What is known of a connection's syncs. */
export interface ConnectionSyncs {
  /** The run that began last. */
  readonly latest: SyncRun;
  /** The one that came to its end last, whose news are still told. */
  readonly finished: SyncRun | undefined;
  /** The recent course of the latest run. */
  readonly pace: Pace;
}

export interface SyncsState {
  /** By connection id. */
  readonly syncs: Readonly<Record<string, ConnectionSyncs>>;
  /** Ids of runs whose end is news: they ended while this window was open, and nobody has put them away. */
  readonly fresh: readonly string[];
  read(): Promise<void>;
  /** Begins to read a connection's list. This and the next reject with a BridgeError. */
  start(connectionId: string, mode: SyncMode): Promise<void>;
  move(runId: string, to: SyncMove): Promise<void>;
  /** Puts the news of an ended run away; the connection still has them. */
  dismiss(runId: string): void;
}

export type SyncsStore = StoreApi<SyncsState>;

type Known = Pick<SyncsState, 'syncs' | 'fresh'>;

/** Adds a run to what is known of its connection; one that began before the latest only tells the last end. */
export function withRun({ syncs, fresh }: Known, run: SyncRun, at: number): Known {
  const before = syncs[run.connectionId];
  const isLatest = before === undefined || run.startedAt >= before.latest.startedAt;
  const isSame = before?.latest.id === run.id;
  const isNews =
    run.state === 'finished' && isSame && before.latest.state !== 'finished' && !fresh.includes(run.id);
  const known: ConnectionSyncs = {
    latest: isLatest ? run : before.latest,
    finished: run.state === 'finished' ? laterOf(before?.finished, run) : before?.finished,
    pace: paceAfter(before, run, { at, isSame, isLatest }),
  };
  return { syncs: { ...syncs, [run.connectionId]: known }, fresh: isNews ? [...fresh, run.id] : fresh };
}

function laterOf(one: SyncRun | undefined, other: SyncRun): SyncRun {
  return one === undefined || other.startedAt >= one.startedAt ? other : one;
}

function paceAfter(
  before: ConnectionSyncs | undefined,
  run: SyncRun,
  how: { readonly at: number; readonly isSame: boolean; readonly isLatest: boolean },
): Pace {
  if (!how.isLatest) return before?.pace ?? noPace;
  if (run.state !== 'running') return noPace;
  return notePace(how.isSame && before !== undefined ? before.pace : noPace, {
    at: how.at,
    done: run.counts.listed,
  });
}

/** The syncs of every connection. `now` gives epoch milliseconds. */
export function createSyncsStore(bridge: Bridge, now: () => number): SyncsStore {
  return createStore<SyncsState>((set) => {
    const take = (run: SyncRun) => set((state) => withRun(state, run, now()));
    return {
      syncs: {},
      fresh: [],
      read: async () => {
        const runs = await bridge.call('sync:list', {}).catch(() => []);
        // Oldest first: what began last is the latest. Events may have told more of a run than the list.
        for (const run of [...runs].sort((a, b) => a.startedAt - b.startedAt)) {
          set((state) => (isKnown(state, run) ? {} : withRun(state, run, now())));
        }
      },
      start: async (connectionId, mode) => take(await bridge.call('sync:start', { connectionId, mode })),
      move: async (runId, to) => take(await bridge.call('sync:move', { runId, to })),
      dismiss: (runId) => set(({ fresh }) => ({ fresh: fresh.filter((id) => id !== runId) })),
    };
  });
}

const isKnown = ({ syncs }: Known, { id, connectionId }: SyncRun): boolean => {
  const known = syncs[connectionId];
  return known?.latest.id === id || known?.finished?.id === id;
};

/** Takes every change of a run from main. */
export function followSyncs(bridge: Bridge, store: SyncsStore, now: () => number): () => void {
  return bridge.on('sync:changed', ({ run }) => store.setState((state) => withRun(state, run, now())));
}
