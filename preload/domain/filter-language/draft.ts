import type { LinkFilter } from '../link-filter';
import type { ListPart } from './fields';
import type { FilterProblem } from './filter-problem';
import { mostMembers } from './limits';

/** Parts of a filter that can also be refused. */
type Choices = NonNullable<LinkFilter['not']>;

/** What has been understood of a text so far, and what has not. */
export interface Draft {
  readonly filter: LinkFilter;
  /** The first of them in the text. */
  readonly problem?: FilterProblem;
}

export function withProblem(draft: Draft, problem: FilterProblem): Draft {
  return draft.problem !== undefined && draft.problem.at <= problem.at ? draft : { ...draft, problem };
}

/** The filter's choices, or those it refuses. */
export function choicesOf(filter: LinkFilter, isRefused: boolean): Choices {
  return isRefused ? (filter.not ?? {}) : filter;
}

export function withChoices(filter: LinkFilter, isRefused: boolean, choices: Choices): LinkFilter {
  return isRefused ? { ...filter, not: { ...filter.not, ...choices } } : { ...filter, ...choices };
}

/** Adds members that a list has not got yet; undefined when it would become too long. */
export function withMembers(
  filter: LinkFilter,
  isRefused: boolean,
  { part, members }: { readonly part: ListPart | 'words'; readonly members: readonly string[] },
): LinkFilter | undefined {
  const joined = [...new Set<string>([...(choicesOf(filter, isRefused)[part] ?? []), ...members])];
  if (joined.length > mostMembers[part]) return undefined;
  return withChoices(filter, isRefused, { [part]: joined });
}
