import { fieldNamed } from './fields';
import type { FilterNames } from './filter-names';
import type { FilterProblem } from './filter-problem';
import { listValues } from './list-values';
import type { Token } from './tokenize';

interface Stray {
  /** How many words belong to the list in truth. */
  readonly count: number;
  /** The term without its dangling comma. */
  readonly term: Token;
  readonly problem: FilterProblem;
}

/** Finds a list that goes on after a space, `status:expired, closed`: a comma at a term's end, and words that are its values. */
export function strayMembers(
  tokens: readonly Token[],
  index: number,
  { text, names }: { readonly text: string; readonly names: FilterNames },
): Stray | undefined {
  const term = tokens[index];
  const field = term?.name === undefined ? undefined : fieldNamed(term.name.text);
  if (term === undefined || field?.kind !== 'list') return undefined;
  const [first, ...others] = term.values;
  const dangling = others.at(-1);
  if (dangling?.text !== '' || dangling.quote !== 'none') return undefined;
  const isMember = (member: string) =>
    listValues[field.part].read({ ...dangling, text: member }, names) !== undefined;
  const members = membersFrom(tokens, index + 1, isMember);
  const last = tokens[index + members.length];
  if (members.length === 0 || last === undefined) return undefined;
  const span = { at: dangling.end, end: last.end };
  return {
    count: members.length,
    term: { ...term, values: [first, ...others.slice(0, -1)] },
    problem: {
      code: 'space-in-list',
      ...span,
      field: field.name,
      value: text.slice(span.at, span.end).trim(),
      hint: members.join(','),
    },
  };
}

/** The words that go on with a list, without the commas at their ends: after a word without one, there is no more. */
function membersFrom(
  tokens: readonly Token[],
  start: number,
  isMember: (member: string) => boolean,
): readonly string[] {
  const members: string[] = [];
  for (let index = start; ; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.name !== undefined || token.isRefused) return members;
    const { text, quote } = token.values[0];
    const goesOn = text.endsWith(',');
    const member = goesOn ? text.slice(0, -1) : text;
    if (quote !== 'none' || !member.split(',').every(isMember)) return members;
    members.push(member);
    if (!goesOn) return members;
  }
}
