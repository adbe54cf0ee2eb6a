import type { Capabilities } from '#domain/capability';
import type { LinkPatch } from '#domain/link-patch';
import type { CheckedLink } from '#domain/payment-link';

/** How a link is named to its provider. */
export interface LinkName {
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

/**
 * One connection's provider. Adapters sign, send, verify, throttle and retry where that is safe; they know no cache.
 *
 * Every method throws AppError with a `provider/...` code (the provider's own code and text in its details) or
 * `app/cancelled`. `update` throws `provider/outcome-unknown` when the request may have reached the provider but no genuine
 * answer came back: the caller then checks, and never sends blindly again.
 */
export interface PaymentProvider {
  readonly capabilities: Capabilities;
  /** How many requests it carries at once; more wait for their turn. */
  readonly maxInFlight: number;
  /** Reads one link as the provider has it now. Safe to repeat. */
  check(name: LinkName, signal: AbortSignal): Promise<CheckedLink>;
  /**
   * Asks for a change in absolute values. Not repeated by itself once it may have been received. A signal that has aborted
   * sends nothing; later it only ends the wait between two tries, with `app/cancelled`.
   */
  update(name: LinkName, patch: LinkPatch, signal: AbortSignal): Promise<UpdateReceipt>;
  /** Proves endpoint, credentials and both phrases without changing anything. */
  test(signal: AbortSignal): Promise<ConnectionTest>;
}
