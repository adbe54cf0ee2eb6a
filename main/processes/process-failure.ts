import { AppError, type ErrorCode } from '#domain/app-error';

/**
 * Why a call failed though its function did not: no answer in time, the process ended, it did not start, it keeps
 * dying at start and is given a rest, or the client was stopped.
 */
export const processFailures = ['timeout', 'exited', 'not-started', 'resting', 'stopped'] as const;

export type ProcessFailure = (typeof processFailures)[number];

const sentences: Readonly<Record<ProcessFailure, string>> = {
  timeout: 'did not answer in time and was ended',
  exited: 'ended before it answered',
  'not-started': 'could not be started',
  resting: 'ended at every start and is given a rest',
  stopped: 'has been stopped',
};

export interface FailingProcess {
  readonly name: string;
  readonly failureCode: ErrorCode;
}

/** The error every waiting call of a failed process gets. `retryAfterMs` is set for `resting` only. */
export function processError(
  { name, failureCode }: FailingProcess,
  failure: ProcessFailure,
  detail: { readonly retryAfterMs?: number; readonly cause?: unknown } = {},
): AppError {
  const { retryAfterMs, cause } = detail;
  return new AppError(
    failureCode,
    {
      message: `The ${name} process ${sentences[failure]}.`,
      reason: failure,
      retryable: failure !== 'stopped',
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
    cause,
  );
}

export function cancelled(): AppError {
  return new AppError('app/cancelled', { message: 'The call was cancelled.' });
}
