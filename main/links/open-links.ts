import type { LinkFilter, LinkSort } from '#domain/link-filter';
import { resolveFilter } from '#domain/resolve-filter';
import type { LinkDetail, LinkQueryAnswer } from '#contract/links';
import { AppError } from '#domain/app-error';
import type { SettingsStore } from '../settings/read-settings';
import type { StoreClient } from '../store/store-client';

export interface ReadLinksOptions {
  readonly store: StoreClient;
  readonly settings: SettingsStore;
  readonly now: () => number;
}

export interface AskedLinks {
  readonly filter: LinkFilter;
  readonly sort: readonly LinkSort[];
  readonly anchors?: readonly number[];
}

/** Opens the queries of one window, of which only the newest counts. */
export class LinkOpener {
  readonly #options: ReadLinksOptions;
  #newest = new AbortController();

  constructor(options: ReadLinksOptions) {
    this.#options = options;
  }

  /**
   * Opens a query: relative dates mean the present moment in the user's zone. Overdue links are marked expired first. Ends with
   * `app/cancelled` when another one is opened before it is answered; where that comes too late there is an answer, to be closed.
   */
  async open({ filter, ...rest }: AskedLinks): Promise<LinkQueryAnswer> {
    const { store, settings, now } = this.#options;
    this.#newest.abort();
    this.#newest = new AbortController();
    const { signal } = this.#newest;
    const { zone } = await settings.read();
    const at = now();
    await store.call('expireOverdue', { now: at }, { signal });
    return store.call('openQuery', { filter: resolveFilter(filter, { now: at, zone }), ...rest }, { signal });
  }
}

/** Everything known about one link. */
export async function readLink(key: number, store: StoreClient): Promise<LinkDetail> {
  const [link] = await store.call('readLinks', { keys: [key] });
  if (link === undefined) throw new AppError('link/not-found');
  const connection = (await store.call('listConnections', {})).find(({ id }) => id === link.connectionId);
  if (connection === undefined) throw new AppError('connection/not-found');
  return {
    link,
    connection,
    history: await store.call('readHistory', { key }),
    openEdits: await store.call('openEditsOf', { linkKey: key }),
    duplicates: await store.call('readTwins', { key }),
  };
}
