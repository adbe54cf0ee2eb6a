import type { LinkFilter } from '#domain/link-filter';
import { tidyFilter } from '#domain/tidy-filter';

const listFields = ['statuses', 'currencies', 'connectionIds', 'marks'] as const;

/** What the search box itself shows of a filter: its words, and those it refuses. */
export function wordsOf({ words, not }: LinkFilter): LinkFilter {
  return tidyFilter({
    ...(words === undefined ? {} : { words }),
    ...(not?.words === undefined ? {} : { not: { words: not.words } }),
  });
}

/** What the chips show of a filter: everything but its words. */
export function withoutWords({ words: _words, not = {}, ...rest }: LinkFilter): LinkFilter {
  const { words: _refused, ...refused } = not;
  return tidyFilter({ ...rest, not: refused });
}

/**
 * The filter of the chips, overridden field by field by what typed text names; the words are the text's alone. A typed list of a
 * field also replaces what the chips refuse of it: nobody who types `status:paid` means "of those that are not paid".
 */
export function mergeTyped(chips: LinkFilter, typed: LinkFilter): LinkFilter {
  const { texts, not = {}, ...rest } = typed;
  const base = withoutWords(chips);
  const replaced = listFields.filter((field) => typed[field] !== undefined);
  const kept = Object.fromEntries(
    Object.entries(base.not ?? {}).filter(([field]) => !replaced.some((name) => name === field)),
  );
  const { texts: refusedTexts, ...refused } = not;
  return tidyFilter({
    ...base,
    ...rest,
    texts: { ...base.texts, ...texts },
    not: { ...kept, ...refused, texts: { ...base.not?.texts, ...refusedTexts } },
  });
}
