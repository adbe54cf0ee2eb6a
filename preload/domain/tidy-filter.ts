import type { LinkFilter } from './link-filter';

/** Drops what a filter's parts leave empty, so that "no filter" has one form. */
export function tidyFilter(filter: LinkFilter): LinkFilter {
  // Pruning takes parts away and changes none.
  return prune(filter) ?? {};
}

/** True when a filter lets every link pass. */
export function isNoFilter(filter: LinkFilter): boolean {
  return Object.keys(tidyFilter(filter)).length === 0;
}

/** True when two filters ask for the same, whatever the order of their parts. */
export function isSameFilter(a: LinkFilter, b: LinkFilter): boolean {
  return canonical(tidyFilter(a)) === canonical(tidyFilter(b));
}

/** A "between" without bounds stays: its chip waits for them. */
const mayBeBare = (value: object): boolean => 'kind' in value;

/** Of the lists only that of currencies has a member without letters: the code of links without an amount. */
const isBlank = (member: unknown, name: string): boolean =>
  typeof member === 'string' && member.trim() === '' && name !== 'currencies';

function prune(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const members = value.filter((member) => !isBlank(member, name));
    return members.length === 0 ? undefined : members;
  }
  if (typeof value !== 'object' || value === null) return isBlank(value, name) ? undefined : value;
  const entries = Object.entries(value)
    .map(([part, member]) => [part, prune(member, part)] as const)
    .filter(([, member]) => member !== undefined);
  return entries.length === 0 && !mayBeBare(value) ? undefined : Object.fromEntries(entries);
}

/** Text that is the same for equal values, whatever the order of their parts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
