import type { AppError, ErrorCode } from '#domain/app-error';

/**
 * Failures that every further call of the connection would meet too: wrong phrase, account refused, no network, a provider that
 * is down or wants no more requests, a keychain that does not open. Work over many links stops at the first instead of burning
 * through all of them.
 */
const wholeConnection: ReadonlySet<ErrorCode> = new Set([
  'app/cancelled',
  'secrets/keychain-unavailable',
  'secrets/secret-missing',
  'connection/not-found',
  'provider/unreachable',
  'provider/timeout',
  'provider/rate-limited',
  'provider/signature-rejected',
  'provider/credentials-rejected',
  'provider/answer-not-genuine',
  'store/unavailable',
]);

/** Whether a failure concerns the connection (or the desk) and not the one link. */
export function stopsEverything(error: AppError): boolean {
  // A server that fails with an answer of its own may fail for this one request: APS's 006 is that, too.
  const isDown = error.code === 'provider/server-error' && error.details.provider === undefined;
  return isDown || wholeConnection.has(error.code);
}
