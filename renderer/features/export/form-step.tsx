import { useTranslation } from 'react-i18next';
import type { ExportScope } from '#domain/export-spec';
import type { BridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { Checkbox } from '../../ui/checkbox';
import { Notice } from '../../ui/notice';
import { RadioField } from '../../ui/radio-field';
import { ZoneField } from '../../ui/zone-field';
import { ColumnList } from './column-list';
import type { ExportForm } from './export-form';
import styles from './export.module.css';
import type { Scopes } from './use-export';

export interface FormStepProps {
  readonly form: ExportForm;
  readonly onChange: (form: ExportForm) => void;
  readonly scopes: Scopes;
  readonly scope: ExportScope;
  readonly onScope: (scope: ExportScope) => void;
  readonly error: BridgeError | undefined;
}

/** Everything an export is asked for, but not where it goes: the system's own dialog asks that. */
export function FormStep({ form, onChange, scopes, scope, onScope, error }: FormStepProps) {
  const change = (part: Partial<ExportForm>) => onChange({ ...form, ...part });
  return (
    <div className={styles['content']}>
      {error !== undefined && <ExportFailure error={error} />}
      <div className={styles['form']}>
        <div className={styles['fields']}>
          <ScopeField scopes={scopes} value={scope} onChange={onScope} />
          <WayFields form={form} change={change} />
        </div>
        <ColumnList columns={form.columns} onChange={(columns) => change({ columns })} />
      </div>
    </div>
  );
}

interface ScopeFieldProps {
  readonly scopes: Scopes;
  readonly value: ExportScope;
  readonly onChange: (scope: ExportScope) => void;
}

function ScopeField({ scopes, value, onChange }: ScopeFieldProps) {
  const { t } = useTranslation('export');
  const { selected, matching, isFiltered } = scopes;
  return (
    <RadioField<ExportScope>
      label={t('scope.label')}
      options={[
        {
          id: 'selected',
          label: selected === 0 ? t('scope.noneSelected') : t('scope.selected', { count: selected }),
          isDisabled: selected === 0,
        },
        { id: 'matching', label: t(isFiltered ? 'scope.matching' : 'scope.everything', { count: matching }) },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

interface WayFieldsProps {
  readonly form: ExportForm;
  readonly change: (part: Partial<ExportForm>) => void;
}

/** How the values are written. */
function WayFields({ form, change }: WayFieldsProps) {
  const { t } = useTranslation('export');
  // A KWD amount: three decimals show the difference. Isolated, so that Arabic does not turn it.
  const example = (text: string) => `\u2066${text}\u2069`;
  return (
    <>
      <RadioField<ExportForm['format']>
        label={t('format.label')}
        options={[
          { id: 'csv', label: t('format.csv') },
          { id: 'xml', label: t('format.xml') },
        ]}
        value={form.format}
        onChange={(format) => change({ format })}
      />
      {form.format === 'csv' && (
        <Checkbox
          isSelected={form.csv.bom}
          onChange={(bom) => change({ csv: { ...form.csv, bom } })}
          description={t('bom.hint')}
        >
          {t('bom.label')}
        </Checkbox>
      )}
      <RadioField<ExportForm['amounts']>
        label={t('amounts.label')}
        options={[
          { id: 'major', label: t('amounts.major', { example: example('1234.500 KWD') }) },
          { id: 'minor', label: t('amounts.minor', { example: example('1234500 KWD') }) },
        ]}
        value={form.amounts}
        onChange={(amounts) => change({ amounts })}
      />
      <RadioField<ExportForm['language']>
        label={t('language.label')}
        options={[
          { id: 'en', label: t('language.en') },
          { id: 'ar', label: t('language.ar') },
        ]}
        value={form.language}
        onChange={(language) => change({ language })}
      />
      <ZoneField
        label={t('zone.label')}
        value={form.zone}
        onChange={(zone) => change({ zone })}
        description={t('zone.hint')}
        placeholder={t('zone.search')}
        noneText={t('zone.none')}
      />
    </>
  );
}

function ExportFailure({ error }: { readonly error: BridgeError }) {
  const { t } = useTranslation('export');
  const { title, next } = useErrorWords()(error.code);
  // The user's own decision, not a mishap.
  if (error.code === 'app/cancelled') return <Notice tone="info">{t('progress.cancelled')}</Notice>;
  return (
    <Notice tone="error" title={title}>
      {next}
    </Notice>
  );
}
