import { AppError } from '#domain/app-error';

/** Why a workbook is not read. */
export type WorkbookProblem =
  /** An archive, but not an Excel workbook in XML. */
  | 'not-a-workbook'
  /** Excel 97 to 2003. */
  | 'old-excel'
  | 'encrypted'
  | 'doctype'
  | 'not-well-formed'
  | 'encoding'
  | 'sheet-missing'
  | 'damaged';

/** A workbook that cannot be read; `reason` says why. */
export function unreadableWorkbook(reason: WorkbookProblem, cause?: unknown): AppError {
  return new AppError('import/unreadable', { message: `The file cannot be read: ${reason}.`, reason }, cause);
}

/** A workbook beyond a limit; `reason` names the limit. */
export function oversizedWorkbook(reason: 'bytes' | 'rows' | 'columns' | 'cell' | 'nesting' | 'texts'): AppError {
  return new AppError('import/too-large', { message: `The file is too large: ${reason}.`, reason });
}
