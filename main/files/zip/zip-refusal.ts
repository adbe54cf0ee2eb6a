import { AppError } from '#domain/app-error';

/** Why an archive is not read. */
export type ZipProblem = 'not-zip' | 'damaged' | 'encrypted';

/** An archive that cannot be read; `reason` says why. */
export function unreadableZip(reason: ZipProblem, cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** An archive that unpacks to more than a sane one does; `reason` names the limit. */
export function oversizedZip(reason: 'entries' | 'ratio' | 'unpacked'): AppError {
  return new AppError('import/too-large', { message: `The file is too large: ${reason}.`, reason });
}
