import type { AppError, ErrorCode } from './app-error';
import { waitsForProvider } from './job-state';

type Failure = Pick<AppError, 'code' | 'details'>;

/**
 * What a failure says beyond the one link it met. `breaks`: every further call would meet it too. `counts`: it may be the
 * link's own or everybody's, which only the next ones tell. `own`: a genuine word about this link alone.
 */
export type Weight = 'breaks' | 'counts' | 'own';

const breaking: ReadonlySet<ErrorCode> = new Set([
  'secrets/keychain-unavailable',
  'secrets/secret-missing',
  'secrets/secret-invalid',
  'store/unavailable',
  'file/disk-full',
  'connection/not-found',
  'connection/endpoint-refused',
  'provider/signature-rejected',
  'provider/credentials-rejected',
  'provider/unreachable',
]);

const counting: ReadonlySet<ErrorCode> = new Set([
  'provider/timeout',
  'provider/rate-limited',
  'provider/server-error',
  'provider/answer-not-genuine',
  'provider/answer-unreadable',
  'provider/outcome-unknown',
  // Accepted and yet not done: once it is a link's own affair, five times in a row it is the provider's.
  'provider/not-applied',
  'provider/refused',
]);

/** Weighs one failure. No I/O, no clock. */
export function weigh({ code, details }: Failure): Weight {
  // No connection at all is everybody's trouble; one that was cut in the middle may have been about this one link.
  if (code === 'provider/unreachable' && details.reason === 'dropped') return 'counts';
  if (breaking.has(code)) return 'breaks';
  return counting.has(code) ? 'counts' : 'own';
}

/** The circuit breaker of one connection's lane. Once broken it stays so: a new run starts with a whole one. */
export type Breaker =
  | { readonly kind: 'whole' }
  /** Failures without a success between: `alike` of them the same as the last, `inAll` of any kind. */
  | { readonly kind: 'counting'; readonly last: string; readonly alike: number; readonly inAll: number }
  | { readonly kind: 'broken'; readonly by: ErrorCode };

export const wholeBreaker: Breaker = { kind: 'whole' };

/** So many failures in a row break the lane: alike, or (a provider that goes down fails in several ways) of any kind. */
export const breaksAfter = { alike: 5, inAll: 10 } as const;

/** The breaker after something went through. */
export function afterSuccess(breaker: Breaker): Breaker {
  return breaker.kind === 'broken' ? breaker : wholeBreaker;
}

/** The breaker after a failure. A provider's own code tells failures of one code apart. */
export function afterFailure(breaker: Breaker, failure: Failure): Breaker {
  if (breaker.kind === 'broken') return breaker;
  const weight = weigh(failure);
  if (weight === 'own') return wholeBreaker;
  const { code, details } = failure;
  if (weight === 'breaks') return { kind: 'broken', by: code };
  const last = `${code} ${details.provider?.code ?? ''}`;
  const before = breaker.kind === 'counting' ? breaker : { last, alike: 0, inAll: 0 };
  const alike = before.last === last ? before.alike + 1 : 1;
  const inAll = before.inAll + 1;
  const isEnough = alike >= breaksAfter.alike || inAll >= breaksAfter.inAll;
  return isEnough ? { kind: 'broken', by: code } : { kind: 'counting', last, alike, inAll };
}

/** Which of several reasons a job tells: one that needs the user before one that passes by itself. */
export function reasonToTell(reasons: readonly ErrorCode[]): ErrorCode | undefined {
  return reasons.find((reason) => !waitsForProvider(reason)) ?? reasons[0];
}
