/** Reasons of Node's sockets for which no connection came about, so that no byte of the request can have left. */
const connectCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EADDRNOTAVAIL',
]);
const lookupCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA']);

/** TLS refuses the other side's certificate before the request is written. */
const certificateCodes: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Chromium's names for the same, as Electron's `net.fetch` words its rejections. */
const chromiumReason =
  /net::ERR_(NAME_NOT_RESOLVED|CONNECTION_REFUSED|CONNECTION_TIMED_OUT|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|CERT_[A-Z_]+)$/;

function isConnectFailure(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  const syscall = 'syscall' in error ? error.syscall : undefined;
  // The same codes can also end a connection that is in use; then the call is not `connect`.
  if (syscall === 'connect') return connectCodes.has(code);
  if (syscall === 'getaddrinfo') return lookupCodes.has(code);
  return (
    code === 'UND_ERR_CONNECT_TIMEOUT' || certificateCodes.has(code) || chromiumReason.test(error.message)
  );
}

/**
 * True when a rejected fetch certainly sent nothing: then even a write may be repeated.
 *
 * Anything unknown counts as sent. A host with several addresses fails with one error for each: all must be of this kind.
 */
export function wasNeverSent(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return thrown.errors.every(wasNeverSent);
  return isConnectFailure(thrown) || wasNeverSent(thrown.cause);
}
