import { AppError, isAppError } from '#domain/app-error';

import type { ProcessFailure } from '../processes/process-failure';

/**
 * Why the keychain cannot be had: nothing answers where a secret service should be; there is one, but it is locked
 * or refuses; its library is not installed; it (or the person it asks) did not answer in time; our process for it
 * ended.
 */
export const keychainReasons = [
  'no-service',
  'locked',
  'library-missing',
  'no-answer',
  'process-ended',
] as const;

export type KeychainReason = (typeof keychainReasons)[number];

const sentences: Readonly<Record<KeychainReason, string>> = {
  'no-service': 'There is no keychain service to talk to.',
  locked: 'The keychain is locked or refuses to store.',
  'library-missing': 'The keychain library of the operating system is missing.',
  'no-answer': 'The keychain did not answer in time; it may be waiting for its password.',
  'process-ended': 'The process that talks to the keychain has ended.',
};

/** The one error of every keychain failure. The cause is for the log; keytar's messages name no secret. */
export function keychainUnavailable(reason: KeychainReason, cause?: unknown): AppError {
  return new AppError('secrets/keychain-unavailable', { message: sentences[reason], reason }, cause);
}

const reasonOfProcess: Readonly<Record<ProcessFailure, KeychainReason>> = {
  timeout: 'no-answer',
  exited: 'process-ended',
  'not-started': 'process-ended',
  resting: 'process-ended',
  stopped: 'process-ended',
};

/** Words a failure of the keychain process as one of the keychain; any other error is left as it is. */
export function inKeychainWords(thrown: unknown): unknown {
  if (!isAppError(thrown) || thrown.code !== 'secrets/keychain-unavailable') return thrown;
  const { reason } = thrown.details;
  return isProcessFailure(reason) ? keychainUnavailable(reasonOfProcess[reason], thrown) : thrown;
}

function isProcessFailure(reason: string | undefined): reason is ProcessFailure {
  return reason !== undefined && Object.hasOwn(reasonOfProcess, reason);
}
