import { restoreFormula } from '../files/formula';

/** What a spreadsheet did to an id. */
export type LinkIdReading =
  | { readonly kind: 'id'; readonly linkId: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

const scientific = /^\d+([.,]\d+)?E\+?\d+$/i;
/** Excel keeps 15 digits of a number and writes zeros for the rest: 169996200023293942 becomes 169996200023293000. */
const rounded = /^\d{15}0{3,}$/;
const longDigits = /^\d{18,}$/;

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

/** Reads an id cell; `roundedFile` is the answer of {@link idsLookRounded} for the whole file. */
export function readLinkId(cell: string, roundedFile: boolean): LinkIdReading {
  const linkId = unwrap(cell);
  if (linkId === '') return { kind: 'missing' };
  if (scientific.test(linkId) || (roundedFile && rounded.test(linkId))) return { kind: 'damaged' };
  return { kind: 'id', linkId };
}
