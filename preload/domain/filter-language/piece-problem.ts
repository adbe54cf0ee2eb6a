import type { FieldName } from './fields';
import type { FilterProblem, FilterProblemCode } from './filter-problem';
import { inQuotes } from './quote';
import type { Piece } from './tokenize';

interface Wrong {
  readonly code: FilterProblemCode;
  readonly field?: FieldName;
  readonly hint?: string | undefined;
}

/** A problem with one piece of the text. */
export function wrongPiece(piece: Piece, { code, field, hint }: Wrong): FilterProblem {
  const ofField = field === undefined ? {} : { field };
  if (code === 'value-missing') {
    return { code, at: piece.quote === 'none' ? piece.end : piece.at, end: piece.end, ...ofField };
  }
  const hinted = hint === undefined ? {} : { hint };
  return { code, at: piece.at, end: piece.end, ...ofField, value: piece.text, ...hinted };
}

/** What is wrong with a piece whatever it stands for; an open quote does not keep it from being understood. */
export function pieceProblem(piece: Piece, longest: number, field?: FieldName): FilterProblem | undefined {
  const ofField = field === undefined ? {} : { field };
  const isBlank = piece.text.trim() === '';
  if (isBlank && piece.quote !== 'open') return wrongPiece(piece, { code: 'value-missing', ...ofField });
  if (piece.text.length > longest) return wrongPiece(piece, { code: 'too-long', ...ofField });
  if (piece.quote !== 'open') return undefined;
  return wrongPiece(piece, {
    code: 'quote-open',
    ...ofField,
    hint: isBlank ? undefined : inQuotes(piece.text),
  });
}
