import { useTranslation } from 'react-i18next';
import { useFormatters } from '../../../i18n/use-formatters';

/** Words a chip's chosen values: two by name, more as "the first and n more"; undefined for none. */
export function useSummary(names: readonly string[]): string | undefined {
  const { t } = useTranslation('links');
  const { list } = useFormatters();
  const [first] = names;
  if (first === undefined) return undefined;
  return names.length <= 2 ? list(names) : t('filters.more', { first, count: names.length - 1 });
}
