import { restoreFormula } from '../files/formula';

/** What a spreadsheet did to an id. */
export type LinkIdReading =
  | { readonly kind: 'id'; readonly linkId: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

/** What is known of an id's cell and of its file. */
export interface IdCell {
  /** The answer of {@link idsLookRounded} for the whole file. */
  readonly roundedFile: boolean;
  /** The file keeps the cell as a number. */
  readonly isNumber: boolean;
  /** Ids may stand in what keeps spreadsheets from making numbers of them: in CSV files. */
  readonly isWrapped: boolean;
}

const scientific = /^\d+([.,]\d+)?E\+?\d+$/i;
/** Excel keeps 15 digits of a number and writes zeros for the rest: 169996200023293942 becomes 169996200023293000. */
const rounded = /^\d{15}0{3,}$/;
const longDigits = /^\d{18,}$/;
const EXACT_DIGITS = 15;

/** Takes away what spreadsheets put around digits to keep them text: `="1699"` and `'1699`. */
function unwrap(cell: string): string {
  const text = restoreFormula(cell.trim());
  const inner = /^="(.*)"$/.exec(text)?.[1] ?? text;
  return /^'\d/.test(inner) ? inner.slice(1) : inner;
}

/**
 * Whether a spreadsheet rounded the ids of a file, told from a sample of its id column. One genuine id in a thousand ends in
 * three zeros; a file with a tenth of them has lost its last digits.
 */
export function idsLookRounded(sample: readonly string[]): boolean {
  const long = sample.map(unwrap).filter((id) => longDigits.test(id));
  const suspects = long.filter((id) => rounded.test(id));
  return suspects.length > 0 && suspects.length * 10 >= long.length;
}

/** Reads an id cell. A number of more than 15 digits has lost the others whatever it shows. */
export function readLinkId(cell: string, { roundedFile, isNumber, isWrapped }: IdCell): LinkIdReading {
  const linkId = isWrapped ? unwrap(cell) : cell.trim();
  if (linkId === '') return { kind: 'missing' };
  const isTooLong = isNumber && linkId.length > EXACT_DIGITS;
  if (isTooLong || scientific.test(linkId) || (roundedFile && rounded.test(linkId))) {
    return { kind: 'damaged' };
  }
  return { kind: 'id', linkId };
}
