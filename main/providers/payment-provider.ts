import type { Capabilities } from '#domain/capability';
import type { Instant } from '#domain/instant';
import type { LinkDraft } from '#domain/link-draft';
import type { LinkPatch } from '#domain/link-patch';
import type { CheckedLink } from '#domain/payment-link';

/** How a link is named to its provider. */
export interface LinkName {
  /** Empty when only the reference is known: a provider that cannot look that up answers `provider/link-not-found`. */
  readonly linkId: string;
  /** The merchant's own reference as used at creation; empty when the cache does not know it. */
  readonly reference: string;
}

/** What came back from an update that the provider accepted. What the link is now must still be read: see `check`. */
export interface UpdateReceipt {
  readonly provider: { readonly code: string; readonly text: string };
  /** The customer's link, if the answer carried it. */
  readonly url?: string;
}

/** What a successful test of a connection found. */
export interface ConnectionTest {
  readonly latencyMs: number;
  readonly provider: { readonly code: string; readonly text: string };
}

/** A place in a list of links, plain JSON and known to its adapter only: it is stored, and reading goes on there after a restart. */
export type ListPosition = Readonly<Record<string, string | number | boolean>>;

/** Where a list goes on after a page. */
export type ListStep =
  | { readonly kind: 'on'; readonly position: ListPosition }
  | { readonly kind: 'end' }
  /** The list repeats itself and will not come to an end. */
  | { readonly kind: 'incomplete' };

/** One page of a connection's links. */
export interface LinkListPage {
  readonly links: readonly CheckedLink[];
  /** Rows that are no readable links: their id where they have one, and what is wrong with them. */
  readonly rejected: readonly { readonly linkId?: string; readonly message: string }[];
  /** How many rows lie outside what was asked for: the provider has passed over the question. */
  readonly outside: number;
  /** Where to go on: whether any row of the page was new to this reading of the list decides. */
  readonly next: { readonly ifNew: ListStep; readonly ifAllMet: ListStep };
  /** How many links there are in all, where the page tells. */
  readonly total?: number;
  /** The provider's clock when it answered. */
  readonly servedAt?: Instant;
}

/** What a reading of the list is about; the same for all its pages. */
export interface ListAsk {
  /** Only links that changed at or after this moment. */
  readonly updatedSince?: Instant;
}

/** A link that is to be made, under a name by which it can be found should the answer get lost. */
export interface CreateRequest {
  readonly draft: LinkDraft;
  /** Ours, never used before: letters, digits and `-`. */
  readonly clientRef: string;
}

/**
 * One connection's provider. Adapters sign, send, verify, throttle and retry where that is safe; they know no cache.
 *
 * Every method throws AppError with a `provider/...` code (the provider's own code and text in its details) or
 * `app/cancelled`. `update` throws `provider/outcome-unknown` when the request may have reached the provider but no genuine
 * answer came back: the caller then checks, and never sends blindly again.
 */
export interface PaymentProvider {
  readonly capabilities: Capabilities;
  /** How many changes it carries at once; more wait for their turn. Reads may have more places than that. */
  readonly maxInFlight: number;
  /** Reads one link as the provider has it now. Safe to repeat. */
  check(name: LinkName, signal: AbortSignal): Promise<CheckedLink>;
  /**
   * Asks for a change in absolute values. Not repeated by itself once it may have been received. A signal that has aborted
   * sends nothing; later it only ends the wait between two tries, with `app/cancelled`.
   */
  update(name: LinkName, patch: LinkPatch, signal: AbortSignal): Promise<UpdateReceipt>;
  /** Reads the page of the list at a position, the first one without. Only where `capabilities.list`. Safe to repeat. */
  readonly list?: (
    ask: ListAsk,
    position: ListPosition | undefined,
    signal: AbortSignal,
  ) => Promise<LinkListPage>;
  /** Makes a link. Sent once: never repeated once it may have been received, as `update`. Only where `capabilities.create`. */
  readonly create?: (request: CreateRequest, signal: AbortSignal) => Promise<CheckedLink>;
  /** The link that a request made whose answer was lost; undefined when there is none. Safe to repeat. */
  readonly findCreated?: (
    request: CreateRequest,
    since: Instant,
    signal: AbortSignal,
  ) => Promise<CheckedLink | undefined>;
  /** Proves endpoint and credentials without changing anything. */
  test(signal: AbortSignal): Promise<ConnectionTest>;
}
