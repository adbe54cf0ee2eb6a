import type { LinkFilter } from '../link-filter';
import { tidyFilter } from '../tidy-filter';
import { withMembers, withProblem, type Draft } from './draft';
import { fieldNamed, fields } from './fields';
import type { FilterNames } from './filter-names';
import type { FilterProblem } from './filter-problem';
import { longestText } from './limits';
import { nearest } from './nearest';
import { parseTerm } from './parse-term';
import { pieceProblem } from './piece-problem';
import { inQuotes } from './quote';
import { strayMembers } from './stray-members';
import { withoutMarks } from './text-marks';
import { tokenize, type Piece, type Token } from './tokenize';

export type ParsedFilter =
  | { readonly ok: true; readonly filter: LinkFilter }
  | {
      readonly ok: false;
      /** The first of what is wrong. */
      readonly problem: FilterProblem;
      /** What is right in the text. */
      readonly filter: LinkFilter;
    };

/**
 * Reads a filter text; never throws. Terms are wanted all together, in any order. A field given again adds to its list or gives the
 * other end of its range. A wrong piece is left out of the filter; a quote that is not closed ends with the text.
 */
export function parseFilter(text: string, names: FilterNames): ParsedFilter {
  const tokens = tokenize(text);
  let draft: Draft = { filter: {} };
  let strays = 0;
  for (const [index, token] of tokens.entries()) {
    if (strays > 0) {
      strays -= 1;
      continue;
    }
    const stray = strayMembers(tokens, index, { text, names });
    strays = stray?.count ?? 0;
    draft = withToken(draft, text, { token: stray?.term ?? token, names });
    if (stray !== undefined) draft = withProblem(draft, stray.problem);
  }
  const filter = tidyFilter(draft.filter);
  return draft.problem === undefined ? { ok: true, filter } : { ok: false, problem: draft.problem, filter };
}

interface Asked {
  readonly token: Token;
  readonly names: FilterNames;
}

function withToken(draft: Draft, text: string, { token, names }: Asked): Draft {
  if (token.name === undefined) return withWord(draft, token);
  const field = fieldNamed(token.name.text);
  if (field !== undefined) return parseTerm(draft, { token, field, names });
  return withProblem(draft, unknownField(token.name, text, token.end));
}

function withWord(draft: Draft, { isRefused, values: [word] }: Token): Draft {
  const problem = pieceProblem(word, longestText);
  const noted = problem === undefined ? draft : withProblem(draft, problem);
  if (problem !== undefined && problem.code !== 'quote-open') return noted;
  const filter = withMembers(draft.filter, isRefused, { part: 'words', members: [word.text] });
  if (filter !== undefined) return { ...noted, filter };
  return withProblem(noted, { code: 'too-many', at: word.at, end: word.end, value: word.text });
}

/** Something before a colon: a field's name mistyped, or a word that wants quotes. */
function unknownField(name: Piece, text: string, end: number): FilterProblem {
  const meant = nearest(
    name.text,
    fields.map((field) => field.name),
  );
  const problem = { code: 'unknown-field', at: name.at, value: name.text } as const;
  if (meant !== undefined) return { ...problem, end: name.end, hint: meant };
  return { ...problem, end, hint: inQuotes(withoutMarks(text.slice(name.at, end))) };
}
