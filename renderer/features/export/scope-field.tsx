import { useTranslation } from 'react-i18next';
import type { ExportScope } from '#domain/export-spec';
import { RadioField } from '../../ui/radio-field';
import type { Scopes } from './use-scopes';

export interface ScopeFieldProps {
  readonly scopes: Scopes;
  readonly value: ExportScope;
  readonly onChange: (scope: ExportScope) => void;
}

/** Which links go into the file, each choice with how many that are. Without a filter all that match are all. */
export function ScopeField({ scopes: { counts, isFiltered }, value, onChange }: ScopeFieldProps) {
  const { t } = useTranslation('export');
  const { selected, matching, all } = counts;
  return (
    <RadioField<ExportScope>
      label={t('scope.label')}
      options={[
        {
          id: 'selected',
          label: selected === 0 ? t('scope.noneSelected') : t('scope.selected', { count: selected }),
          isDisabled: selected === 0,
        },
        ...(isFiltered ? [{ id: 'matching', label: t('scope.matching', { count: matching }) } as const] : []),
        {
          id: 'all',
          label: t(isFiltered ? 'scope.whatever' : 'scope.everything', { count: all }),
        },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
