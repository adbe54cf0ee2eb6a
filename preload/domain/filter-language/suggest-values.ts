import { foldText } from '../fold-text';
import type { Field } from './fields';
import type { FilterNames } from './filter-names';
import { listValues, wordOf } from './list-values';
import type { Piece } from './tokenize';

/** A value and how it is written. */
interface SuggestedValue {
  readonly value: string;
  readonly insert: string;
}

const numberForms = ['>', '>=', '<', '<='];
const dateForms = ['today', '<7d', '<30d', '>30d', 'this-month', 'none'];

/** Values of a field that begin with what is typed (folded), without those that its lists have already. */
export function suggestValues(
  field: Field,
  typed: string,
  { names, others = [] }: { readonly names: FilterNames; readonly others?: readonly Piece[] },
): readonly SuggestedValue[] {
  switch (field.kind) {
    case 'list': {
      const { known, read, write } = listValues[field.part];
      const taken = new Set(others.flatMap((piece) => (piece.text === '' ? [] : (read(piece, names) ?? []))));
      return known(names)
        .filter(
          (member) => !taken.has(member) && foldText(wordOf(field.part, member, names)).startsWith(typed),
        )
        .map((value) => ({ value, insert: write(value, names) }));
    }
    case 'number':
      return typed === '' ? asWritten(numberForms) : [];
    case 'date':
      return asWritten([
        ...begunDays(typed),
        ...datesOf(field.part).filter((form) => form.startsWith(typed)),
      ]);
    case 'text':
      return [];
  }
}

/** Only an expiry is worth calling past: the other moments always are. */
function datesOf(part: string): readonly string[] {
  return part === 'expires' ? ['past', ...dateForms] : dateForms;
}

/** A number of days that still wants its unit. */
function begunDays(typed: string): readonly string[] {
  return /^[<>]\d{1,4}$/.test(typed) && !dateForms.includes(`${typed}d`) ? [`${typed}d`] : [];
}

function asWritten(forms: readonly string[]): readonly SuggestedValue[] {
  return forms.map((form) => ({ value: form, insert: form }));
}
