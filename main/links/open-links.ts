import { resolveFilter, type LinkFilter, type LinkSort } from '#domain/link-filter';
import type { LinkDetail, LinkQueryAnswer } from '#contract/links';
import { AppError } from '#domain/app-error';
import type { SettingsStore } from '../settings/read-settings';
import type { StoreClient } from '../store/store-client';

export interface ReadLinksOptions {
  readonly store: StoreClient;
  readonly settings: SettingsStore;
  readonly now: () => number;
}

/** Opens a query: relative dates mean the present moment in the user's zone. Overdue links are marked expired first. */
export async function openLinks(
  query: { readonly filter: LinkFilter; readonly sort: readonly LinkSort[] },
  { store, settings, now }: ReadLinksOptions,
): Promise<LinkQueryAnswer> {
  const { zone } = await settings.read();
  const at = now();
  await store.call('expireOverdue', { now: at });
  return store.call('openQuery', { filter: resolveFilter(query.filter, at, zone), sort: query.sort });
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
  };
}
