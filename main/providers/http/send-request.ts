import type { Instant } from '#domain/instant';
import { wasNeverSent } from './never-sent';
import type { Outcome } from './outcome';
import { readLimited } from './read-limited';
import { parseRetryAfter } from './retry-after';

/** The part of `fetch` that providers use: Electron's `net.fetch` in the application, the platform's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Transport {
  readonly fetch: Fetch;
  readonly clock: () => Instant;
  /** For one try, from connecting to the end of the answer. */
  readonly timeoutMs: number;
}

/** Answers of both providers are a few kilobytes. */
const bodyLimit = 1024 * 1024;

async function readAnswer(response: Response, now: Instant): Promise<Outcome> {
  const { status } = response;
  if (status !== 200) {
    // Frees the connection; what an error page says is of no use.
    await response.body?.cancel();
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now);
    if (status === 429) return { kind: 'rate-limited', retryAfterMs };
    if (status >= 500) return { kind: 'server-error', status, retryAfterMs };
    return { kind: 'unreadable', status, why: 'The answer has an unexpected HTTP status.' };
  }
  const text = await readLimited(response, bodyLimit);
  if (text === undefined) return { kind: 'unreadable', status, why: 'The answer is too long or not UTF-8.' };
  try {
    return { kind: 'answered', body: JSON.parse(text) };
  } catch {
    return { kind: 'unreadable', status, why: 'The answer is not JSON.' };
  }
}

/**
 * A signal that aborts with another one or when the time is up, until it is released.
 *
 * `AbortSignal.timeout` would stay in memory, with all that listens to it, until its time is up: a minute's worth of requests.
 */
function limitBy(signal: AbortSignal, timeoutMs: number) {
  const limit = new AbortController();
  const giveUp = () => {
    limit.abort(signal.reason);
  };
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    limit.abort();
  }, timeoutMs);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  return {
    signal: limit.signal,
    isOver: () => isOver,
    release: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    },
  };
}

/**
 * Posts a JSON text once and tells what became of it; never rejects. Redirects are not followed: a signed request goes to the
 * address it was meant for or nowhere.
 */
export async function sendRequest(
  transport: Transport,
  request: { readonly url: string; readonly body: string },
  signal: AbortSignal,
): Promise<Outcome> {
  const limit = limitBy(signal, transport.timeoutMs);
  try {
    const response = await transport.fetch(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: request.body,
      redirect: 'manual',
      // Electron's fetch would otherwise keep cookies and answers in the session.
      credentials: 'omit',
      cache: 'no-store',
      signal: limit.signal,
    });
    return await readAnswer(response, transport.clock());
  } catch (thrown) {
    if (signal.aborted) return { kind: 'cancelled' };
    if (limit.isOver()) return { kind: 'timed-out' };
    return wasNeverSent(thrown) ? { kind: 'not-sent', cause: thrown } : { kind: 'dropped', cause: thrown };
  } finally {
    limit.release();
  }
}
