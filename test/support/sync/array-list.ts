import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '#domain/app-error';
import type { CheckedLink } from '#domain/payment-link';
import type { ProviderRegistry } from '../../../main/connections/provider-registry';
import type { LinkListPage, ListAsk, PaymentProvider } from '../../../main/providers/payment-provider';

/** A list of links kept in an array, read by offsets, as a provider tells it that takes only the question for changes. */
export interface ArrayList {
  links: CheckedLink[];
  pageSize: number;
  /** Each page that was asked for. */
  readonly asked: { readonly offset: number; readonly since: number | undefined }[];
  /** Thrown once in place of the page at an offset. */
  readonly failAt: Map<number, AppError>;
  /** How long a page takes. */
  latencyMs: number;
  /** Passes over the question for what changed, as some providers do with what they do not know. */
  ignoresSince: boolean;
  readonly providers: ProviderRegistry;
}

export function arrayList(links: readonly CheckedLink[] = []): ArrayList {
  const list: ArrayList = {
    ...{ links: [...links], pageSize: 10, asked: [], failAt: new Map<number, AppError>(), latencyMs: 0 },
    ignoresSince: false,
    providers: {
      of: (connectionId) =>
        connectionId === 'gone'
          ? Promise.reject(new AppError('connection/not-found'))
          : Promise.resolve({ list: readPage } as Partial<PaymentProvider> as PaymentProvider),
      draft: () => Promise.reject(new Error('Nothing is drafted here.')),
      ...{ renew: () => undefined, forget: () => undefined },
    },
  };
  const readPage: NonNullable<PaymentProvider['list']> = async (ask, position, signal) => {
    const offset = Number(position?.['offset'] ?? 0);
    list.asked.push({ offset, since: ask.updatedSince });
    await sleep(list.latencyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw new AppError('app/cancelled');
    const failure = list.failAt.get(offset);
    list.failAt.delete(offset);
    if (failure !== undefined) throw failure;
    return pageAt(list, offset, ask);
  };
  return list;
}

function pageAt(list: ArrayList, offset: number, { updatedSince = 0 }: ListAsk): LinkListPage {
  const isChanged = ({ extras }: CheckedLink) => (extras?.updatedAt ?? 0) >= updatedSince;
  const all = list.ignoresSince ? list.links : list.links.filter(isChanged);
  const links = all.slice(offset, offset + list.pageSize);
  const next = offset + list.pageSize;
  const step =
    next < all.length ? { kind: 'on' as const, position: { offset: next } } : { kind: 'end' as const };
  return {
    links,
    rejected: [],
    outside: links.filter((link) => !isChanged(link)).length,
    next: { ifNew: step, ifAllMet: step },
    total: all.length,
  };
}
