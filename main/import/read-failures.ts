import { AppError } from '#domain/app-error';

/** A file that cannot be taken; `reason` says why. */
export function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** A file beyond a limit; `reason` names the limit. */
export function tooLarge(reason: 'bytes' | 'rows' | 'cell'): AppError {
  return new AppError('import/too-large', { message: `The file is too large: ${reason}.`, reason });
}
