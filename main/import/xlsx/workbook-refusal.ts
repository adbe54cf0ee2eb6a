import { AppError } from '#domain/app-error';

/** Why a workbook is not read. */
export type WorkbookProblem =
  /** An archive, but not an Excel workbook in XML. */
  'not-a-workbook' | 'not-well-formed' | 'encoding' | 'sheet-missing' | 'damaged';

/** A workbook that cannot be read; `reason` says why. */
export function unreadableWorkbook(reason: WorkbookProblem, cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** A workbook beyond a limit; `reason` names the limit. */
export function oversizedWorkbook(reason: 'columns' | 'cell' | 'texts'): AppError {
  return new AppError('import/too-large', { message: `The file is too large: ${reason}.`, reason });
}

/** A workbook with something that none has, and that makes readers fetch other files or grow without end. */
export function unsafeWorkbook(reason: 'doctype' | 'nesting'): AppError {
  return new AppError('import/unsafe-file', {
    message: `The file is not built like a workbook: ${reason}.`,
    reason,
  });
}

/** A workbook that no reader opens without its password. */
export function encryptedWorkbook(): AppError {
  return new AppError('import/password-protected', { message: 'The workbook has a password.' });
}

/** A workbook of Excel 97 to 2003. */
export function oldWorkbook(): AppError {
  return new AppError('import/old-workbook', { message: 'The workbook is in an old format of Excel.' });
}
