import type { ErrorAnswer, ErrorCode, ErrorDetails } from '#domain/app-error';

/** A failed call, as main told it: safe to show, switched on by `code` and never by its message. */
export class BridgeError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  /** Names the entry in the log that has the full detail. */
  readonly id: string;
  readonly provider: ErrorDetails['provider'];
  readonly reason: string | undefined;
  readonly field: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(answer: ErrorAnswer, cause?: unknown) {
    super(answer.message, cause === undefined ? undefined : { cause });
    this.name = 'BridgeError';
    this.code = answer.code;
    this.retryable = answer.retryable;
    this.id = answer.id;
    this.provider = answer.provider;
    this.reason = answer.reason;
    this.field = answer.field;
    this.retryAfterMs = answer.retryAfterMs;
  }
}

/** Turns anything thrown into a BridgeError; what nobody foresaw is `app/unexpected` with the cause kept. */
export function toBridgeError(thrown: unknown): BridgeError {
  if (thrown instanceof BridgeError) return thrown;
  const message = 'Something unexpected went wrong.';
  return new BridgeError({ code: 'app/unexpected', message, retryable: false, id: '' }, thrown);
}
