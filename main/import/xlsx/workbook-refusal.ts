import { AppError } from '#domain/app-error';
import { unreadable } from '../read-failures';

/** Why a workbook is not read. `not-a-workbook` is an archive, but not of an Excel workbook in XML. */
export type WorkbookProblem = 'not-a-workbook' | 'sheet-missing' | 'damaged';

/** A workbook that cannot be read; `reason` says why. */
export function unreadableWorkbook(reason: WorkbookProblem, cause?: unknown): AppError {
  return unreadable(reason, cause);
}

/** A workbook that no reader opens without its password. */
export function encryptedWorkbook(): AppError {
  return new AppError('import/password-protected', { message: 'The workbook has a password.' });
}

/** A workbook of Excel 97 to 2003. */
export function oldWorkbook(): AppError {
  return new AppError('import/old-workbook', { message: 'The workbook is in an old format of Excel.' });
}

/** A workbook with a DOCTYPE in one of its parts: none has one, and it lets a small file name others or grow without end. */
export function workbookWithDoctype(): AppError {
  return new AppError('import/doctype-refused', { message: 'A part of the workbook has a DOCTYPE.' });
}
