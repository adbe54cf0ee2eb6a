import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../stores/use-now';
import { Button } from '../../ui/button';
import { DateTimeField } from '../../ui/date-time-field';
import { Notice } from '../../ui/notice';
import { Tabs } from '../../ui/tabs';
import { ZoneField } from '../../ui/zone-field';
import { ColumnMap } from './column-map';
import { ConnectionChoice } from './connection-choice';
import { FileCard } from './file-card';
import styles from './import.module.css';
import type { Mapping } from './import-flow';
import { problemsOf, withColumn, type FormProblems } from './import-form';
import { ImportProblem } from './import-problem';
import { QuestionsCard } from './questions-card';
import { askedQuestions } from './reading-form';
import { openQuestions } from './reading-form';
import { ReadingPanel } from './reading-panel';
import { StoredRows } from './stored-rows';
import type { ImportWork } from './use-import';
import { useStoredPreview, type StoredPreview } from './use-stored-preview';

export interface MappingStepProps {
  readonly flow: Mapping;
  readonly work: ImportWork;
  readonly onClose: () => void;
}

const noProblems: FormProblems = { connection: false, fields: [], questions: [], exportedAt: undefined };

/** How the chosen file is to be read: what was detected, what is asked, and what would become of its first rows. */
export function MappingStep({ flow, work, onClose }: MappingStepProps) {
  const { t } = useTranslation('import');
  const now = useNow();
  const { file, form } = flow;
  const { change, reread } = work;
  // A moment in the future is wrong at once; what is missing is marked after the first try.
  const all = problemsOf(form, file, now);
  const problems = flow.isTried ? all : { ...noProblems, exportedAt: all.exportedAt };
  return (
    <div className={styles['content']} aria-busy={flow.rereading !== undefined}>
      <FileCard file={file} />
      {flow.error !== undefined && <ImportProblem error={flow.error} />}
      {flow.isRecalled && (
        <Notice
          tone="info"
          action={
            <Button size="small" onPress={work.startAfresh}>
              {t('recalled.reset')}
            </Button>
          }
        >
          {t('recalled.told')}
        </Notice>
      )}
      <QuestionsCard
        asked={askedQuestions(form, file)}
        file={file}
        form={form}
        change={change}
        reread={reread}
      />
      <div className={styles['halves']}>
        <div className={styles['sources']}>
          <ConnectionChoice
            value={form.connectionId}
            onChange={(connectionId) => change({ ...form, connectionId })}
            isMissing={problems.connection}
            onClose={onClose}
          />
          <ZoneField
            // Another file may bring another zone: the field keeps what was typed otherwise.
            key={`${file.importId} ${String(flow.isRecalled)}`}
            label={t('zone.label')}
            value={form.zone}
            onChange={(zone) => change({ ...form, zone })}
            description={t('zone.hint')}
            placeholder={t('zone.search')}
            noneText={t('zone.none')}
          />
          <DateTimeField
            label={t('exportedAt.label')}
            value={form.exportedAt}
            timeZone={form.zone}
            onChange={(exportedAt) => change({ ...form, exportedAt })}
            description={t('exportedAt.hint')}
            error={problems.exportedAt === undefined ? undefined : t(`exportedAt.${problems.exportedAt}`)}
          />
          <ReadingPanel file={file} form={form} change={change} reread={reread} />
        </div>
        <Columns flow={flow} work={work} problems={problems} />
      </div>
    </div>
  );
}

/** The columns, and the first rows as they would be stored; how many of them would not is told by the tab. */
function Columns({
  flow: { file, form },
  work,
  problems,
}: Pick<MappingStepProps, 'flow' | 'work'> & { readonly problems: FormProblems }) {
  const { t } = useTranslation('import');
  const preview = useStoredPreview(file.importId, form);
  const [tab, show] = useState('columns');
  return (
    <Tabs
      label={t('map.heading')}
      selected={tab}
      onSelect={show}
      tabs={[
        {
          id: 'columns',
          label: t('map.heading'),
          content: (
            <ColumnMap
              file={file}
              map={form.map}
              zone={form.zone}
              rows={preview.kind === 'shown' ? preview.rows : []}
              missing={problems.fields}
              open={openQuestions(form, file)}
              onChange={(changed) => work.change(withColumn(form, file, changed))}
            />
          ),
        },
        {
          id: 'rows',
          label: usePreviewWords(preview),
          content: <StoredRows preview={preview} map={form.map} zone={form.zone} />,
        },
      ]}
    />
  );
}

function usePreviewWords(preview: StoredPreview): string {
  const { t } = useTranslation('import');
  if (preview.kind !== 'shown') return t('preview.heading');
  const rejected = preview.rows.filter((row) => 'rejection' in row).length;
  const count = preview.rows.length;
  return rejected === 0
    ? t('preview.allFit', { count })
    : t('preview.someRejected', { count, rejected: `\u2068${String(rejected)}\u2069` });
}
