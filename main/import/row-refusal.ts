import type { ImportField, RejectedRow } from '#domain/import-map';
import { MAX_TEXT_SHOWN } from './import-limits';

/** Why a row is not taken, before its line is known. */
export type RowRejection = Omit<RejectedRow, 'line'>;

/** Ends the reading of a row; the row parser turns it into its answer. */
export class RowRefusal extends Error {
  readonly rejection: RowRejection;

  constructor(rejection: RowRejection) {
    super(rejection.problem);
    this.rejection = rejection;
  }
}

/** A rejection with its text cut to what a list shows. */
export function rejectionOf(
  problem: RejectedRow['problem'],
  text: string,
  field?: ImportField,
): RowRejection {
  const shown = [...text.slice(0, 2 * MAX_TEXT_SHOWN)].slice(0, MAX_TEXT_SHOWN).join('');
  return { problem, text: shown, ...(field === undefined ? {} : { field }) };
}

export function refuse(problem: RejectedRow['problem'], text: string, field?: ImportField): never {
  throw new RowRefusal(rejectionOf(problem, text, field));
}
