import type { AppError } from '#domain/app-error';
import type { Instant } from '#domain/instant';
import { wasNeverSent } from './never-sent';
import type { Outcome } from './outcome';
import { readLimited } from './read-limited';
import { parseHttpDate, parseRetryAfter } from './retry-after';

/** The part of `fetch` that providers use: Electron's `net.fetch` in the application, the platform's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An answer with an HTTP status that is no success, as it came. */
export interface ErrorPage {
  readonly status: number;
  /** Empty when it is too long or not UTF-8. */
  readonly text: string;
}

/** How a provider speaks HTTP that says more with it than a JSON body with status 200. */
export interface Dialect {
  /** Bytes an answer may have. */
  readonly bodyLimit: number;
  /** What an answer with status 4xx or 5xx says. Every 2xx is an answer; an empty one has the body `undefined`. */
  readonly judgeError: (page: ErrorPage) => AppError;
}

export interface Transport {
  readonly fetch: Fetch;
  readonly clock: () => Instant;
  /** For one try, from connecting to the end of the answer. */
  readonly timeoutMs: number;
  readonly dialect?: Dialect;
}

export interface HttpRequest {
  readonly url: string;
  /** POST unless told. */
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
}

/** Answers about one link are a few kilobytes. */
const usualBodyLimit = 1024 * 1024;
const errorPageLimit = 64 * 1024;

/** Statuses that speak of the way, not of the request: what they end may have arrived (RFC 9110, 15.5.9). */
const requestTimeout = 408;

async function readFailure(response: Response, { clock, dialect }: Transport): Promise<Outcome> {
  const { status } = response;
  const text = dialect === undefined ? '' : await readLimited(response, errorPageLimit).catch(() => '');
  // Frees the connection; what an error page says is of no use to a provider without a dialect.
  if (dialect === undefined) await response.body?.cancel();
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), clock());
  const error = dialect?.judgeError({ status, text: text ?? '' });
  const said = error === undefined ? {} : { error };
  if (status === 429) return { kind: 'rate-limited', retryAfterMs, ...said };
  if (status >= 500 || (error !== undefined && status === requestTimeout)) {
    return { kind: 'server-error', status, retryAfterMs, ...said };
  }
  if (error !== undefined && status >= 400) return { kind: 'refused', status, error };
  return { kind: 'unreadable', status, why: 'The answer has an unexpected HTTP status.' };
}

async function readSuccess(response: Response, { dialect }: Transport): Promise<Outcome> {
  const { status } = response;
  const text = await readLimited(response, dialect?.bodyLimit ?? usualBodyLimit);
  if (text === undefined) return { kind: 'unreadable', status, why: 'The answer is too long or not UTF-8.' };
  const servedAt = dialect === undefined ? undefined : parseHttpDate(response.headers.get('date'));
  const served = servedAt === undefined ? {} : { servedAt };
  if (dialect !== undefined && text.trim() === '') return { kind: 'answered', body: undefined, ...served };
  try {
    return { kind: 'answered', body: JSON.parse(text), ...served };
  } catch {
    return { kind: 'unreadable', status, why: 'The answer is not JSON.' };
  }
}

function readAnswer(response: Response, transport: Transport): Promise<Outcome> {
  const { status } = response;
  const isSuccess = transport.dialect === undefined ? status === 200 : status >= 200 && status < 300;
  return isSuccess ? readSuccess(response, transport) : readFailure(response, transport);
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

/** A request as `fetch` takes it: nothing is kept in the session, and nobody leads it elsewhere. */
function initOf({ method = 'POST', headers = {}, body }: HttpRequest, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      accept: 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
    // Electron's fetch would otherwise keep cookies and answers in the session.
    credentials: 'omit',
    cache: 'no-store',
    signal,
  };
}

/**
 * Sends a request once and tells what became of it; never rejects. Redirects are not followed: what is signed or carries a
 * password goes to the address it was meant for or nowhere.
 */
export async function sendRequest(
  transport: Transport,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<Outcome> {
  const limit = limitBy(signal, transport.timeoutMs);
  try {
    const response = await transport.fetch(request.url, initOf(request, limit.signal));
    return await readAnswer(response, transport);
  } catch (thrown) {
    if (signal.aborted) return { kind: 'cancelled' };
    if (limit.isOver()) return { kind: 'timed-out' };
    return wasNeverSent(thrown) ? { kind: 'not-sent', cause: thrown } : { kind: 'dropped', cause: thrown };
  } finally {
    limit.release();
  }
}
