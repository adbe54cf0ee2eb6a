import { useTranslation } from 'react-i18next';

/** Words a chip's chosen values: two by name, more as "the first and n more"; undefined for none. */
export function useSummary(names: readonly string[]): string | undefined {
  const { t } = useTranslation('links');
  const [first, second] = names;
  if (first === undefined || second === undefined) return first;
  // A link has one of them, or none of them where they are refused: "or" is right for both.
  return names.length === 2
    ? t('filters.either', { first, second })
    : t('filters.more', { first, count: names.length - 1 });
}
