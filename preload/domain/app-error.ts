/**
 * Every way a request of this application can fail, as one closed list of codes.
 *
 * The interface words each code (`errors` in the catalogues) and says what to do next; nobody switches on a message.
 */
export const errorCodes = [
  'app/unexpected',
  'app/cancelled',
  'ipc/untrusted-sender',
  'ipc/bad-request',
  'secrets/keychain-unavailable',
  'secrets/secret-missing',
  'secrets/secret-invalid',
  'store/unavailable',
  'store/result-closed',
  'connection/not-found',
  'connection/name-taken',
  'connection/endpoint-refused',
  'link/not-found',
  'link/not-editable',
  'link/changed-since',
  'link/already-so',
  'job/not-found',
  'job/nothing-to-do',
  'job/already-running',
  'plan/not-found',
  'import/unreadable',
  'import/missing-column',
  'import/too-large',
  'import/password-protected',
  'import/old-workbook',
  'import/cell-too-long',
  'import/too-complex',
  'import/expands-too-much',
  'import/not-well-formed',
  'import/doctype-refused',
  'import/wrong-encoding',
  'export/no-rows',
  'export/too-many-rows',
  'export/print-failed',
  'file/not-writable',
  'file/read-only',
  'file/locked',
  'file/disk-full',
  'file/not-found',
  'file/folder-gone',
  'audit/broken',
  'provider/unreachable',
  'provider/timeout',
  'provider/rate-limited',
  'provider/server-error',
  'provider/signature-rejected',
  'provider/credentials-rejected',
  'provider/answer-not-genuine',
  'provider/answer-unreadable',
  'provider/link-not-found',
  'provider/link-already-paid',
  'provider/link-already-open',
  'provider/expiry-refused',
  'provider/amount-refused',
  'provider/currency-refused',
  'provider/reference-refused',
  'provider/refused',
  'provider/not-applied',
  'provider/outcome-unknown',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What a failure tells beyond its code. All of it is safe to show: no secret, no path, no stack. */
export interface ErrorDetails {
  /** Plain English for logs and support; the interface shows its own wording of the code. */
  readonly message?: string;
  /** The provider's own code and text, kept word for word. */
  readonly provider?: { readonly code: string; readonly text: string };
  /** The cause class within the code, for programs: the keychain's `locked`, a process's `timeout`. */
  readonly reason?: string;
  /** The name of the offending input field, if one is known. */
  readonly field?: string;
  /** How long to wait before another try, in milliseconds. */
  readonly retryAfterMs?: number;
  /** True when the same request may succeed later without a change. */
  readonly retryable?: boolean;
}

/** A failure as plain data, the only form in which it crosses a process. */
export interface ErrorAnswer extends ErrorDetails {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
  /** Names the entry in the log that has the full detail. */
  readonly id: string;
}

const retryableCodes: ReadonlySet<ErrorCode> = new Set([
  'secrets/keychain-unavailable',
  'store/unavailable',
  'provider/unreachable',
  'provider/timeout',
  'provider/rate-limited',
  'provider/server-error',
  'provider/outcome-unknown',
]);

/** A failure with a code, a cause and a next step. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(details.message ?? code, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get retryable(): boolean {
    return this.details.retryable ?? retryableCodes.has(this.code);
  }
}

/** True for an AppError of any realm or bundle copy, told by its name and code rather than its class. */
export function isAppError(thrown: unknown): thrown is AppError {
  return thrown instanceof Error && thrown.name === 'AppError' && 'code' in thrown;
}

/** Turns anything thrown into an AppError; what nobody foresaw becomes `app/unexpected` with the cause kept. */
export function toAppError(thrown: unknown): AppError {
  return isAppError(thrown)
    ? thrown
    : new AppError('app/unexpected', { message: 'Something unexpected went wrong.' }, thrown);
}

/** Flattens an AppError to the plain data that may cross a process. */
export function toErrorAnswer(error: AppError, id: string): ErrorAnswer {
  return { ...error.details, code: error.code, message: error.message, retryable: error.retryable, id };
}

/** Restores an AppError from the plain data of another process; a cause, if any, is for the log only. */
export function fromErrorAnswer(answer: ErrorAnswer, cause?: unknown): AppError {
  const { code, id: _id, ...details } = answer;
  return new AppError(code, details, cause);
}
