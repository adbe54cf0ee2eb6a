import { useTranslation } from 'react-i18next';
import type { ExportFormat, ExportScope } from '#domain/export-spec';
import type { BridgeError } from '../../bridge/bridge-error';
import { TileField } from '../../ui/tile-field';
import { ColumnList } from './column-list';
import { formatsInOrder, type ExportForm } from './export-form';
import { ExportFailure } from './export-failure';
import styles from './export.module.css';
import { FilePreview } from './file-preview';
import { FormatFields } from './format-fields';
import { PresetBar } from './preset-bar';
import type { Chosen } from './presets';
import { ScopeField } from './scope-field';
import { usePresets } from './use-presets';
import type { Scopes } from './use-scopes';
import { AmountsField, PlaceFields } from './value-fields';

export interface FormStepProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly scopes: Scopes;
  readonly scope: ExportScope;
  readonly onScope: (scope: ExportScope) => void;
  readonly error: BridgeError | undefined;
}

/** Everything an export is asked for, but not where it goes: the system's own dialog asks that. */
export function FormStep({ chosen, onChoose, scopes, scope, onScope, error }: FormStepProps) {
  const { t } = useTranslation('export');
  const presets = usePresets(chosen, onChoose);
  const { form } = chosen;
  const change = (part: Partial<ExportForm>) => onChoose({ ...chosen, form: { ...form, ...part } });
  return (
    <div className={styles['content']}>
      {error !== undefined && <ExportFailure error={error} />}
      <PresetBar presets={presets} />
      <div className={styles['form']}>
        <div className={styles['fields']}>
          <ScopeField scopes={scopes} value={scope} onChange={onScope} />
          <TileField<ExportFormat>
            label={t('format.label')}
            tiles={formatsInOrder.map((id) => ({
              id,
              label: t(`format.${id}`),
              description: t(`format.${id}Hint`),
            }))}
            value={form.format}
            onChange={(format) => change({ format })}
          />
          <PlaceFields form={form} change={change} />
        </div>
        <div className={styles['fields']}>
          <AmountsField form={form} change={change} />
          <FormatFields form={form} change={change} count={scopes.counts[scope]} />
        </div>
        <ColumnList columns={form.columns} onChange={(columns) => change({ columns })} />
      </div>
      <FilePreview form={form} scope={scope} />
    </div>
  );
}
