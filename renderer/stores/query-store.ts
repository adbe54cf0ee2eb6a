import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LinkFilter } from '#domain/link-filter';
import { isSameFilter, tidyFilter } from '#domain/tidy-filter';
import type { Bridge } from '../bridge/bridge-client';
import { createHandles } from './handles';
import type { ShownQuery } from './open-query';
import { createOpening } from './query-opening';
import type { QueryState } from './query-state';
import type { ReaderAnchor } from './reader-place';

export type QueryStore = StoreApi<QueryState>;

const noQuery = {
  filter: {},
  sort: [],
  answer: undefined,
  totals: undefined,
  isCounting: false,
  change: undefined,
  busy: false,
  error: undefined,
  currencies: [],
} as const satisfies Partial<QueryState>;

/** The table's query. Old rows and totals stay on screen until new ones are there. */
export function createQueryStore(bridge: Bridge): QueryStore {
  const handles = createHandles(bridge);
  let anchorsNow = (): readonly ReaderAnchor[] => [];
  return createStore<QueryState>((set, get) => {
    const { open, fail } = createOpening({ bridge, handles, set, get }, () => anchorsNow());
    const show = (query: Partial<ShownQuery>) => {
      set(query);
      void open();
    };
    /** The filter that is shown, where the other one means the same: that is the same query, and the reader stays where he is. */
    const known = (filter: LinkFilter) =>
      isSameFilter(filter, get().filter) ? get().filter : tidyFilter(filter);
    return {
      ...noQuery,
      setFilter: (filter) => show({ filter: known(filter) }),
      setSort: (sort) => show({ sort }),
      show: ({ filter, sort }) => show({ filter: known(filter), sort }),
      reopen: open,
      watchPlace: (anchors) => {
        anchorsNow = anchors;
        return () => {
          if (anchorsNow === anchors) anchorsNow = () => [];
        };
      },
      hold: async (work) => {
        const { answer } = get();
        return answer === undefined ? undefined : handles.hold(work(answer));
      },
      rowsFailed: fail,
    };
  });
}
