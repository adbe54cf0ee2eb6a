import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LinkQueryAnswer } from '#contract/links';
import type { LinkFilter, LinkSort } from '#domain/link-filter';
import type { Bridge } from '../bridge/bridge-client';
import { toBridgeError, type BridgeError } from '../bridge/bridge-error';
import { createLatest } from './latest';

export interface QueryState {
  readonly filter: LinkFilter;
  readonly sort: readonly LinkSort[];
  /** The newest opened query; it stays while the next one is opened, so that old rows remain on screen. */
  readonly answer: LinkQueryAnswer | undefined;
  readonly busy: boolean;
  readonly error: BridgeError | undefined;
  /** Every currency seen in an answer: what a currency filter can offer. */
  readonly currencies: readonly string[];
  /** Replaces the filter and opens it. */
  setFilter(filter: LinkFilter): void;
  setSort(sort: readonly LinkSort[]): void;
  /** Opens the same query again, because its rows may have changed. */
  reopen(): Promise<void>;
  /** Runs work that reads the opened query in several calls: its handle stays open until the work has ended. Undefined without a query. */
  hold<T>(work: (answer: LinkQueryAnswer) => Promise<T>): Promise<T | undefined>;
  /** Rows of a handle could not be read: what main no longer knows is opened again, any other failure is told. */
  rowsFailed(handle: number, thrown: unknown): void;
}

export type QueryStore = StoreApi<QueryState>;

const noQuery = {
  filter: {},
  sort: [],
  answer: undefined,
  busy: false,
  error: undefined,
  currencies: [],
} as const satisfies Partial<QueryState>;

/** Drops what a filter's parts leave empty, so that "no filter" has one form. */
export function tidyFilter(filter: LinkFilter): LinkFilter {
  const { search, statuses, currencies, connectionIds, expires } = filter;
  return {
    ...(search === undefined || search.trim() === '' ? {} : { search }),
    ...(statuses === undefined || statuses.length === 0 ? {} : { statuses }),
    ...(currencies === undefined || currencies.length === 0 ? {} : { currencies }),
    ...(connectionIds === undefined || connectionIds.length === 0 ? {} : { connectionIds }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** True when a filter lets every link pass. */
export function isNoFilter(filter: LinkFilter): boolean {
  return Object.keys(tidyFilter(filter)).length === 0;
}

/** The table's query. A newer opening supersedes an older one; every handle that is no longer shown is closed. */
export function createQueryStore(bridge: Bridge): QueryStore {
  const latest = createLatest();
  const underWay = new Set<Promise<unknown>>();
  const close = (answer: LinkQueryAnswer | undefined) => {
    if (answer === undefined) return;
    // Closing is housekeeping: main also closes what is left when the window goes.
    Promise.allSettled(underWay)
      .then(() => bridge.call('links:close', { handle: answer.handle }))
      .catch(() => undefined);
  };

  return createStore<QueryState>((set, get) => {
    const show = (answer: LinkQueryAnswer) => {
      const before = get().answer;
      const seen = new Set([...get().currencies, ...answer.sums.map((sum) => sum.currency)]);
      const currencies = seen.size === get().currencies.length ? get().currencies : [...seen].sort();
      set({ answer, busy: false, error: undefined, currencies });
      close(before);
    };
    const open = (): Promise<void> => {
      const { filter, sort } = get();
      set({ busy: true });
      return latest.run(() => bridge.call('links:open', { filter, sort }), {
        onValue: show,
        onError: (thrown) => set({ busy: false, error: toBridgeError(thrown) }),
        onLate: close,
      });
    };
    return {
      ...noQuery,
      setFilter: (filter) => {
        set({ filter: tidyFilter(filter) });
        void open();
      },
      setSort: (sort) => {
        set({ sort });
        void open();
      },
      reopen: open,
      hold: async (work) => {
        const { answer } = get();
        if (answer === undefined) return undefined;
        const working = work(answer);
        underWay.add(working);
        return working.finally(() => underWay.delete(working));
      },
      rowsFailed: (handle, thrown) => {
        if (get().answer?.handle !== handle) return;
        const error = toBridgeError(thrown);
        if (error.code === 'store/result-closed') void open();
        else set({ error });
      },
    };
  });
}

/**
 * Opens the query again when cached links change: at most every 300 ms, because a running job reports many changes a second, and
 * one opening after the other, because a large one takes longer than that.
 */
export function followLinkChanges(bridge: Bridge, store: QueryStore, waitMs = 300): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasChanged = false;
  const openSoon = () => {
    timer ??= setTimeout(() => {
      hasChanged = false;
      void store
        .getState()
        .reopen()
        .then(() => {
          timer = undefined;
          if (hasChanged) openSoon();
        });
    }, waitMs);
  };
  const unsubscribe = bridge.on('links:changed', () => {
    hasChanged = true;
    openSoon();
  });
  return () => {
    clearTimeout(timer);
    hasChanged = false;
    unsubscribe();
  };
}
