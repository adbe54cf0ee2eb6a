import type { UnsettledCreation } from '#contract/links';
import type { ErrorCode } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import type { LinkDraft } from '#domain/link-draft';
import type { CheckedLink, LinkRow } from '#domain/payment-link';

/** How the making of a link ended, or that nobody knows yet. */
export type CreationEnd =
  | { readonly kind: 'created'; readonly link: CheckedLink }
  /** The provider said no, or nothing was sent. */
  | { readonly kind: 'refused'; readonly errorCode: ErrorCode }
  /** Looked up, and not there. */
  | { readonly kind: 'not-made' }
  | { readonly kind: 'unknown'; readonly errorCode: ErrorCode };

/** The links that are being made: each is kept from before it is sent until it is known what became of it. */
export interface CreationStoreApi {
  /** Keeps a link that is about to be sent, with its audit entry. `connection/not-found`. */
  addCreation(input: { id: string; connectionId: string; draft: LinkDraft; at: Instant }): void;
  /** Oldest first. */
  listCreations(input: object): readonly UnsettledCreation[];
  /** Ends a creation, or calls it unknown, with its audit entry; answers the link that was made. `link/not-found` when it is settled. */
  settleCreation(input: {
    id: string;
    end: CreationEnd;
    at: Instant;
    provider?: { readonly code: string; readonly text: string };
  }): LinkRow | null;
  /** What was being sent when the process ended is unknown from now on. */
  forgetSending(input: object): void;
}
