import type { CheckedLink } from '#domain/payment-link';
import type { SyncPage, SyncPosition, SyncStep } from '../../../main/store/sync-api';
import { aLink } from './temp-store';

export const on = (place: number): SyncStep => ({ kind: 'on', position: { place } });
export const end: SyncStep = { kind: 'end' };

/** A link as a list tells it. */
export function listed(number: number, more: Partial<CheckedLink> = {}): CheckedLink {
  const { connectionId: _, ...link } = aLink({ number });
  return { ...link, checkedAt: 1_760_000_000_000, ...more };
}

/** A page of links that leads on to a place, or to the end of the list. */
export function aPage(
  links: readonly CheckedLink[],
  next: SyncStep = end,
  more: Partial<SyncPage> = {},
): { readonly page: SyncPage } {
  return { page: { links, rejected: 0, next: { ifNew: next, ifAllMet: next }, ...more } };
}

/** The same page, read from a place of the list. */
export function from<P extends object>(place: number, page: P): P & { readonly from: SyncPosition } {
  return { ...page, from: { place } };
}
