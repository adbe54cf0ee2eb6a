import { AppError, type ErrorDetails } from '#domain/app-error';
import { assertNever } from '#domain/assert-never';
import type { Outcome } from './outcome';

type Failure = Exclude<Outcome, { kind: 'answered' }>;

/** Nothing was done at the provider, certainly. */
const doneNothing: ReadonlySet<Failure['kind']> = new Set(['not-sent', 'rate-limited', 'refused']);

/** The error of a request that was given up before it was sent. */
export function cancelledError(): AppError {
  return new AppError('app/cancelled', { message: 'Cancelled before it was sent.' });
}

/** Wait hints are details only when the server gave one. */
function waitOf(retryAfterMs: number | undefined): { retryAfterMs?: number } {
  return retryAfterMs === undefined ? {} : { retryAfterMs };
}

function causeOf(failure: Failure): unknown {
  return 'cause' in failure ? failure.cause : undefined;
}

/** What the provider said about a failure, beside what its HTTP status says. */
function saidOf(failure: Failure): ErrorDetails {
  return 'error' in failure ? failure.error.details : {};
}

function readError(failure: Failure): AppError {
  switch (failure.kind) {
    case 'refused':
      return failure.error;
    case 'not-sent':
    case 'dropped':
      return new AppError('provider/unreachable', { reason: failure.kind }, failure.cause);
    case 'rate-limited':
      return new AppError('provider/rate-limited', { ...saidOf(failure), ...waitOf(failure.retryAfterMs) });
    case 'server-error':
      return new AppError('provider/server-error', {
        ...saidOf(failure),
        reason: `http-${failure.status}`,
        ...waitOf(failure.retryAfterMs),
      });
    case 'timed-out':
      return new AppError('provider/timeout');
    case 'unreadable':
      return new AppError('provider/answer-unreadable', {
        message: failure.why,
        reason: `http-${failure.status}`,
      });
    case 'cancelled':
      return new AppError('app/cancelled');
    default:
      return assertNever(failure);
  }
}

/**
 * The error of a request's last try. Of a write that may have been received only `provider/outcome-unknown` can be said, even
 * when it was cancelled on this side: what happened there must be looked up.
 */
export function toProviderError(failure: Failure, isWrite: boolean): AppError {
  if (!isWrite || doneNothing.has(failure.kind)) return readError(failure);
  const { provider } = saidOf(failure);
  return new AppError(
    'provider/outcome-unknown',
    {
      message: 'It may have been received, but no answer says so.',
      reason: failure.kind,
      ...(provider === undefined ? {} : { provider }),
    },
    causeOf(failure),
  );
}
