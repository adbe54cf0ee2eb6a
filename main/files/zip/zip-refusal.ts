import { AppError } from '#domain/app-error';

/** An archive that cannot be read; `reason` says why. */
export function unreadableZip(reason: 'not-zip' | 'damaged', cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** An archive whose files are kept under a password. */
export function encryptedZip(): AppError {
  return new AppError('import/password-protected', { message: 'The file has a password.' });
}

/** An archive that unpacks to far more than a sane one does, made to fill the memory or the disk; `reason` names the limit. */
export function unsafeZip(reason: 'entries' | 'ratio' | 'unpacked'): AppError {
  return new AppError('import/expands-too-much', {
    message: `The archive is beyond all measure: ${reason}.`,
    reason,
  });
}
