import type { AppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';

/**
 * What became of one try to send a request, told by what it means for the other side.
 *
 * Only `not-sent`, `rate-limited` and `refused` promise that nothing was done there. Everything but these and `answered` leaves
 * open whether the request took effect. `error` is what the provider said about it, where somebody reads such answers.
 */
export type Outcome =
  | { readonly kind: 'answered'; readonly body: unknown; readonly servedAt?: Instant }
  /** No connection came about: refused, unknown host, untrusted certificate. */
  | { readonly kind: 'not-sent'; readonly cause: unknown }
  /** HTTP 429. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | undefined; readonly error?: AppError }
  /** HTTP 5xx. */
  | {
      readonly kind: 'server-error';
      readonly status: number;
      readonly retryAfterMs: number | undefined;
      readonly error?: AppError;
    }
  /** HTTP 4xx with a meaning of its own at this provider. */
  | { readonly kind: 'refused'; readonly status: number; readonly error: AppError }
  /** The connection broke, before or in the middle of the answer. */
  | { readonly kind: 'dropped'; readonly cause: unknown }
  | { readonly kind: 'timed-out' }
  /** Something came back that is not JSON, is too long, or has another HTTP status. */
  | { readonly kind: 'unreadable'; readonly status: number; readonly why: string }
  /** Our side gave up while the request was under way. */
  | { readonly kind: 'cancelled' };
