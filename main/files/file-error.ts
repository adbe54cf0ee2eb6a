import { AppError, isAppError, toAppError } from '#domain/app-error';
import type { ErrorCode } from '#domain/app-error';

/** Node's error codes by what the user can do about them. */
const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file/folder-gone',
  ENOTDIR: 'file/folder-gone',
  ENOSPC: 'file/disk-full',
  EDQUOT: 'file/disk-full',
  EFBIG: 'file/disk-full',
  EACCES: 'file/not-writable',
  EPERM: 'file/not-writable',
  EROFS: 'file/not-writable',
  EISDIR: 'file/not-writable',
  EBUSY: 'file/locked',
  EEXIST: 'file/not-writable',
  ENAMETOOLONG: 'file/not-writable',
  EIO: 'file/not-writable',
};

const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  'file/folder-gone': 'The folder is not there.',
  'file/disk-full': 'There is not enough room on the disk.',
  'file/not-writable': 'The file cannot be written there.',
  'file/locked': 'Another program holds the file.',
};

/** The `code` of one of Node's errors. */
export function systemCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  return typeof thrown.code === 'string' ? thrown.code : undefined;
}

/** Turns a failure of writing a file into an AppError with a code of its own; the path stays in the cause, for the log. */
export function toWriteError(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  const system = systemCode(thrown);
  const code = system === undefined ? undefined : codes[system];
  if (system === undefined || code === undefined) return toAppError(thrown);
  return new AppError(code, { message: messages[code] ?? code, reason: system }, thrown);
}

/** Turns a failure of reading a file into an AppError: it is not there, or it cannot be read. */
export function toReadError(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  const system = systemCode(thrown);
  if (system === undefined) return toAppError(thrown);
  if (system === 'ENOENT' || system === 'ENOTDIR') {
    return new AppError('file/not-found', { message: 'The file is not there.', reason: system }, thrown);
  }
  return new AppError('import/unreadable', { message: 'The file cannot be read.', reason: system }, thrown);
}
