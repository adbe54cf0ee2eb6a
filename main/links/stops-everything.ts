import type { AppError, ErrorCode } from '#domain/app-error';

/**
 * Failures that every further call of the connection would meet too: wrong phrase, account refused, no network, a keychain
 * that does not open. Work over many links stops at the first instead of burning through all of them.
 */
const wholeConnection: ReadonlySet<ErrorCode> = new Set([
  'app/cancelled',
  'secrets/keychain-unavailable',
  'secrets/secret-missing',
  'connection/not-found',
  'provider/unreachable',
  'provider/signature-rejected',
  'provider/credentials-rejected',
  'provider/answer-not-genuine',
  'store/unavailable',
]);

/** Whether a failure concerns the connection (or the desk) and not the one link. */
export function stopsEverything(error: AppError): boolean {
  return wholeConnection.has(error.code);
}
