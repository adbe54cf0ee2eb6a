import { assertNever } from '#domain/assert-never';
import type { Outcome } from './outcome';

/** How stubborn a connection is. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly maxTries: number;
  /** The wait after the first try; it doubles with every further one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A Retry-After beyond this is left to the caller. */
  readonly longestRetryAfterMs: number;
}

export const usualRetries: RetryPolicy = {
  maxTries: 4,
  firstWaitMs: 500,
  longestWaitMs: 8_000,
  longestRetryAfterMs: 60_000,
};

/** A try that has just ended. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** A write may change something at the provider. */
  readonly isWrite: boolean;
  /** A fresh random number in [0, 1), for the jitter. */
  readonly draw: number;
}

export type RetryVerdict = { readonly again: false } | { readonly again: true; readonly afterMs: number };

const stop: RetryVerdict = { again: false };

/**
 * Whether repeating can help and cannot hurt. A write is repeated only when the last try certainly did nothing: APS documents
 * no idempotency, so after a broken connection the caller must look first.
 */
function mayRepeat(outcome: Outcome, isWrite: boolean): boolean {
  switch (outcome.kind) {
    case 'answered':
    case 'refused':
    case 'cancelled':
    case 'unreadable':
      return false;
    case 'not-sent':
    case 'rate-limited':
      return true;
    case 'server-error':
    case 'dropped':
    case 'timed-out':
      return !isWrite;
    default:
      return assertNever(outcome);
  }
}

/** Doubles from the first wait up to the longest; the upper half is jitter, so that many clients do not return together. */
function backOff(attempt: Attempt, policy: RetryPolicy): number {
  const wait = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (attempt.number - 1));
  return Math.round(wait / 2 + (wait / 2) * attempt.draw);
}

/** Decides whether a request is sent again, and when. A wait the server asks for is kept to the millisecond. */
export function judgeRetry(outcome: Outcome, attempt: Attempt, policy: RetryPolicy): RetryVerdict {
  if (attempt.number >= policy.maxTries || !mayRepeat(outcome, attempt.isWrite)) return stop;
  const asked = 'retryAfterMs' in outcome ? outcome.retryAfterMs : undefined;
  if (asked === undefined) return { again: true, afterMs: backOff(attempt, policy) };
  return asked > policy.longestRetryAfterMs ? stop : { again: true, afterMs: asked };
}
