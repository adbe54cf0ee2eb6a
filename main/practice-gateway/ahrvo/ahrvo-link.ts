import type { Instant } from '#domain/instant';

export const linkStates = ['ACTIVE', 'DEACTIVATED', 'COMPLETED', 'EXPIRED'] as const;
export type LinkState = (typeof linkStates)[number];

/** A link as Ahrvo's side holds it. */
export interface AhrvoLink {
  readonly id: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly expiresAt: Instant;
  readonly merchantId: string;
  readonly nickname: string;
  readonly state: LinkState;
  readonly isMultipleUse: boolean;
  readonly methods: readonly string[];
  readonly currency: string;
  /** Minor units; the payer of a `MIN_MAX` chooses. */
  readonly amount:
    | { readonly type: 'FIXED'; readonly total: number }
    | { readonly type: 'MIN_MAX'; readonly min: number; readonly max: number };
  readonly items: readonly { readonly name: string; readonly quantity: number }[];
  /** As it is written; both shapes are about. */
  readonly buyer: Readonly<Record<string, unknown>> | null;
  readonly tags: Readonly<Record<string, string>>;
}

/** A link as it is at a moment: an active one past its expiry is expired, and changed when that happened. */
export function linkAt(link: AhrvoLink, now: Instant): AhrvoLink {
  return link.state === 'ACTIVE' && link.expiresAt <= now
    ? { ...link, state: 'EXPIRED', updatedAt: Math.max(link.updatedAt, link.expiresAt) }
    : link;
}
