import type { Instant } from './instant';
import type { Money } from './money';

/** Our statuses in the order every list shows them. The provider's own word is kept beside ours. */
export const linkStatuses = ['open', 'paid', 'closed', 'expired', 'unknown'] as const;
export type LinkStatus = (typeof linkStatuses)[number];

/** Names one link at its provider. Ids are always text: APS ids have 18 digits, more than a number holds. */
export interface LinkIdentity {
  readonly connectionId: string;
  readonly linkId: string;
}

/** What a provider says of a link when asked for it alone. */
export interface CheckedLink {
  readonly linkId: string;
  readonly reference: string;
  readonly status: LinkStatus;
  readonly providerStatus: string;
  /** Absent when the answer's currency or amount is not readable. */
  readonly amount?: Money;
  readonly expiresAt?: Instant;
  /** APS: openings of the link by the customer (`user_attempts_count`). */
  readonly attempts?: number;
  /** When the provider confirmed all this. */
  readonly checkedAt: Instant;
  readonly customerName?: string;
  readonly customerEmail?: string;
  readonly orderText?: string;
  readonly url?: string;
  readonly createdAt?: Instant;
  /** Ahrvo's tags in their text form: see `link-tags.ts`. */
  readonly tags?: string;
  readonly extras?: LinkExtras;
}

/** What only some providers tell of a link, and nobody sorts or filters by. */
export interface LinkExtras {
  /** Of a link whose payer chooses the amount: both ends in minor units, absent where there is none. */
  readonly amountRange?: {
    readonly currency: string;
    readonly minMinor?: number;
    readonly maxMinor?: number;
  };
  /** True where one link can be paid many times: it stays open after a payment. */
  readonly isMultipleUse?: boolean;
  /** The provider's own word, `RECURRING` for example. */
  readonly frequency?: string;
  readonly merchantId?: string;
  /** When the provider last changed the link. */
  readonly updatedAt?: Instant;
}

/** One row of the link cache. Absent means that nobody has told us yet. APS's checks tell no texts, no address, no creation. */
export interface PaymentLink extends CheckedLink, LinkIdentity {}

/** A cached link with its local key and what this desk is doing with it. */
export interface LinkRow extends PaymentLink {
  /** The cache's own row number: stable, local, never shown. */
  readonly key: number;
  /** True while an edit made here is not yet settled. */
  readonly pending: boolean;
  /** True while an edit made here waits for a decision: the link changed at its provider meanwhile. */
  readonly conflict: boolean;
  /** True while another open link asks for the same amount under the same reference. */
  readonly duplicate?: true;
}

/**
 * Our status for a provider's word, its expiry and the present.
 *
 * APS documents `Paid`, `Open` and `Closed` as words and speaks of expired links in its dashboard only, so an open link whose
 * expiry has passed is expired whatever the word. The set of words is open: an unknown one stays `unknown`.
 */
export function statusFromWord(word: string, expiresAt: Instant | undefined, now: Instant): LinkStatus {
  switch (word.trim().toLowerCase()) {
    case 'paid':
      return 'paid';
    case 'closed':
      return 'closed';
    case 'expired':
      return 'expired';
    case 'open':
      return expiresAt !== undefined && expiresAt <= now ? 'expired' : 'open';
    default:
      return 'unknown';
  }
}
