import type { Instant } from '#domain/instant';
import type { AhrvoSecrets } from '#domain/provider';
import { carry, type Answered, type CourierParts, type Letter } from '../http/courier';
import { cancelledError } from '../http/http-error';
import type { RetryPolicy } from '../http/judge-retry';
import type { Dialect, Fetch } from '../http/send-request';
import type { Sleep } from '../http/sleep';
import { createThrottle, type ThrottleOptions } from '../http/throttle';
import { trimEndpoint } from './endpoints';
import { judgeError } from './errors';

export interface AskOptions {
  readonly endpoint: string;
  readonly apiVersion: string;
  readonly secrets: () => Promise<AhrvoSecrets>;
  readonly fetch: Fetch;
  readonly clock: () => Instant;
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly throttles: { readonly reads: ThrottleOptions; readonly writes: ThrottleOptions };
  readonly retries: RetryPolicy;
  readonly timeouts: { readonly readMs: number; readonly writeMs: number };
}

/** Carries a request to Ahrvo under the account's name. */
export type Ask = (letter: Letter, signal: AbortSignal) => Promise<Answered>;

// A hundred links with fifty tags of the longest kind and some Arabic are about five megabytes.
const dialect: Dialect = { bodyLimit: 16 * 1024 * 1024, judgeError };

/** What `Authorization: Basic` is followed by (RFC 7617), in UTF-8 as curl sends it. */
export function basicToken({ username, password }: AhrvoSecrets): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

/** Makes the two ways to Ahrvo, one for reads and one for writes, so that a long sync does not hold up an edit. */
export function createAsk(options: AskOptions): Ask {
  const { clock, sleep, fetch, random, throttles, timeouts } = options;
  const courier = (throttle: ThrottleOptions, timeoutMs: number): CourierParts => ({
    ...{ url: trimEndpoint(options.endpoint), fetch, clock, random, sleep, timeoutMs, dialect },
    policy: options.retries,
    throttle: createThrottle(throttle, { clock, sleep }),
  });
  const reads = courier(throttles.reads, timeouts.readMs);
  const writes = courier(throttles.writes, timeouts.writeMs);
  const version = options.apiVersion === '' ? {} : { 'finix-version': options.apiVersion };
  return async (letter, signal) => {
    if (signal.aborted) throw cancelledError();
    const headers = { authorization: `Basic ${basicToken(await options.secrets())}`, ...version };
    return carry(letter.isWrite ? writes : reads, { ...letter, headers }, signal);
  };
}
