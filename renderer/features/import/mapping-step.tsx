import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormatters } from '../../i18n/use-formatters';
import { useDesk } from '../../stores/desk-context';
import { useNow } from '../../stores/use-now';
import { Button } from '../../ui/button';
import { DateTimeField } from '../../ui/date-time-field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { StepHeading } from '../../ui/step-heading';
import { ZoneField } from '../../ui/zone-field';
import { ColumnMap } from './column-map';
import { FileCard } from './file-card';
import styles from './import.module.css';
import { ImportFailure } from './import-failure';
import type { ImportFlow } from './import-flow';
import { problemsOf, type FormProblems } from './import-form';
import type { ImportWork } from './use-import';

type MappingFlow = Extract<ImportFlow, { kind: 'mapping' }>;

export interface MappingStepProps {
  readonly flow: MappingFlow;
  readonly work: ImportWork;
  readonly onClose: () => void;
}

const noProblems: FormProblems = { connection: false, fields: [], exportedAt: undefined };

/** How the chosen file is to be read. */
export function MappingStep({ flow, work, onClose }: MappingStepProps) {
  const { t } = useTranslation('import');
  const now = useNow();
  const { file, form } = flow;
  const { change } = work;
  // A moment in the future is wrong at once; what is missing is marked after the first try.
  const all = problemsOf(form, now);
  const problems = flow.isTried ? all : { ...noProblems, exportedAt: all.exportedAt };
  return (
    <div className={styles['content']}>
      <StepHeading>
        <bdi>{file.fileName}</bdi>
      </StepHeading>
      <FileCard file={file} />
      {flow.error !== undefined && <ImportFailure error={flow.error} />}
      <div className={styles['sources']}>
        <ConnectionChoice flow={flow} work={work} isMissing={problems.connection} onClose={onClose} />
        <ZoneField
          label={t('zone.label')}
          value={form.zone}
          onChange={(zone) => change({ zone })}
          description={t('zone.hint')}
          placeholder={t('zone.search')}
          noneText={t('zone.none')}
        />
        <DateTimeField
          label={t('exportedAt.label')}
          value={form.exportedAt}
          timeZone={form.zone}
          onChange={(exportedAt) => change({ exportedAt })}
          description={t('exportedAt.hint')}
          error={problems.exportedAt === undefined ? undefined : t(`exportedAt.${problems.exportedAt}`)}
        />
      </div>
      <ColumnMap file={file} map={form.map} missing={problems.fields} onChange={(map) => change({ map })} />
    </div>
  );
}

/** Which account the links belong to; without one there is nothing to import into. */
function ConnectionChoice({
  flow,
  work,
  isMissing,
  onClose,
}: MappingStepProps & { readonly isMissing: boolean }) {
  const { t } = useTranslation('import');
  const { connections, dialogs } = useDesk();
  const all = useStore(connections, (state) => state.connections) ?? [];
  if (all.length === 0) {
    const add = () => {
      onClose();
      dialogs.getState().open('add-connection');
    };
    return (
      <Notice
        tone="info"
        title={t('connection.none')}
        action={
          <Button size="small" onPress={add}>
            {t('connection.add')}
          </Button>
        }
      >
        {t('connection.noneNext')}
      </Notice>
    );
  }
  return (
    <SelectField
      label={t('connection.label')}
      options={all.map(({ id, name }) => ({ id, label: name }))}
      value={flow.form.connectionId}
      onChange={(connectionId) => work.change({ connectionId })}
      error={isMissing ? t('connection.missing') : undefined}
    />
  );
}

/** Says beside the button what the marks above say at each field: the marked field may be scrolled out of sight. */
export function MendWords({ flow }: { readonly flow: MappingFlow }) {
  const { t } = useTranslation('import');
  const { list } = useFormatters();
  const now = useNow();
  if (!flow.isTried) return null;
  const { connection, fields, exportedAt } = problemsOf(flow.form, now);
  const names = list(fields.map((field) => t(`field.${field}`)));
  const words = [
    ...(connection ? [t('connection.missing')] : []),
    ...(exportedAt === undefined ? [] : [t(`exportedAt.${exportedAt}`)]),
    ...(fields.length === 0 ? [] : [t('missingFields', { fields: names })]),
  ];
  return (
    <span role="alert" className={styles['mend']}>
      {words.join(' ')}
    </span>
  );
}
