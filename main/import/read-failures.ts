import { AppError, type ErrorCode } from '#domain/app-error';

/** A file that cannot be taken; `reason` says why. */
export function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** What a file has too much of: bytes, rows; characters in a cell; levels of elements; columns; text in a small zip. */
export type ImportLimit = 'bytes' | 'rows' | 'cell' | 'nesting' | 'columns' | 'ratio';

const limitCodes: Readonly<Record<ImportLimit, ErrorCode>> = {
  bytes: 'import/too-large',
  rows: 'import/too-large',
  cell: 'import/cell-too-long',
  nesting: 'import/too-complex',
  columns: 'import/too-complex',
  ratio: 'import/expands-too-much',
};

/** A file beyond a limit; `reason` names the limit. */
export function tooLarge(reason: ImportLimit): AppError {
  return new AppError(limitCodes[reason], { message: `The file is too large: ${reason}.`, reason });
}

/** Bytes that are no text of the encoding they are read in. */
export function wrongEncoding(cause?: unknown): AppError {
  return new AppError(
    'import/wrong-encoding',
    { message: 'The file has bytes that its encoding does not know.' },
    cause,
  );
}
