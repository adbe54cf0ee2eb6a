import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { FilterChip } from '../../../ui/filter-chip';
import { MultiSelectList } from '../../../ui/multi-select-list';
import { useSummary } from './use-summary';

/** Which currencies pass, of those the cache has shown so far. */
export function CurrencyFilter() {
  const { t } = useTranslation('links');
  const { query } = useDesk();
  const filter = useStore(query, (state) => state.filter);
  const currencies = useStore(query, (state) => state.currencies);
  const value = filter.currencies ?? [];
  const set = (chosen: readonly string[]) => query.getState().setFilter({ ...filter, currencies: chosen });
  const summary = useSummary(value);
  return (
    <FilterChip
      field={t('filters.currency')}
      {...(summary === undefined ? {} : { summary, onClear: () => set([]) })}
    >
      {currencies.length === 0 ? (
        <p>{t('filters.noCurrencies')}</p>
      ) : (
        <MultiSelectList<string>
          label={t('filters.currency')}
          options={currencies.map((id) => ({ id, label: id }))}
          value={value}
          onChange={(ids) => set([...ids].sort())}
        />
      )}
    </FilterChip>
  );
}
