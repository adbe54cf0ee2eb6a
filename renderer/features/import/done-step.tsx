import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#contract/import';
import type { ImportSummary } from '#domain/import-map';
import { toBridgeError } from '../../bridge/bridge-error';
import { useErrorWords } from '../../i18n/use-error-words';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { CountTiles } from '../../ui/count-tiles';
import { IconExport } from '../../ui/icons/actions';
import { Notice } from '../../ui/notice';
import { StepHeading } from '../../ui/step-heading';
import styles from './import.module.css';
import { RejectedRows } from './rejected-rows';

export interface DoneStepProps {
  readonly file: ChosenFile;
  readonly summary: ImportSummary;
}

/** What the import did, and the rows it did not take. */
export function DoneStep({ file, summary }: DoneStepProps) {
  const { t } = useTranslation('import');
  return (
    <div className={styles['content']}>
      <StepHeading>{t('done.heading', { count: summary.rows, name: file.fileName })}</StepHeading>
      <CountTiles
        tiles={[
          { id: 'added', label: t('done.added'), count: summary.added, tone: 'success' },
          { id: 'changed', label: t('done.changed'), count: summary.changed, tone: 'accent' },
          { id: 'unchanged', label: t('done.unchanged'), count: summary.unchanged },
          { id: 'older', label: t('done.older'), count: summary.older },
          { id: 'rejected', label: t('done.rejected'), count: summary.rejectedCount, tone: 'warning' },
        ]}
      />
      {summary.older > 0 && <Notice tone="info">{t('done.olderHint', { count: summary.older })}</Notice>}
      {summary.rejectedCount === 0 ? (
        <Notice tone="success">{t('done.allGood')}</Notice>
      ) : (
        <Rejected file={file} summary={summary} />
      )}
    </div>
  );
}

function Rejected({ file, summary }: DoneStepProps) {
  const { t } = useTranslation('import');
  const { save, isSaving, outcome } = useSaveRejected(file.importId);
  const isCut = summary.rejected.length < summary.rejectedCount;
  return (
    <>
      <Notice
        tone="warning"
        title={t('done.rejectedTitle', { count: summary.rejectedCount })}
        action={
          <Button size="small" icon={<IconExport />} isPending={isSaving} onPress={save}>
            {t('done.save')}
          </Button>
        }
      >
        {t('done.rejectedHint')} {isCut && t('done.rejectedFirst', { count: summary.rejected.length })}
      </Notice>
      {outcome !== undefined && <Notice tone={outcome.tone}>{outcome.text}</Notice>}
      <RejectedRows rows={summary.rejected} />
    </>
  );
}

/** Writing the rejected rows to a file of the user's choice. */
function useSaveRejected(importId: string) {
  const { t } = useTranslation('import');
  const { bridge } = useDesk();
  const words = useErrorWords();
  const [isSaving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<
    { readonly tone: 'success' | 'error'; readonly text: string } | undefined
  >(undefined);
  const save = () => {
    setSaving(true);
    bridge
      .call('import:save-rejected', { importId })
      .then(
        (saved) => {
          if (saved === null) return;
          setOutcome({ tone: 'success', text: t('done.saved', { count: saved.rows, name: saved.fileName }) });
        },
        (thrown: unknown) => {
          const { title, next } = words(toBridgeError(thrown).code);
          setOutcome({ tone: 'error', text: `${title}. ${next}` });
        },
      )
      .finally(() => setSaving(false));
  };
  return { save, isSaving, outcome };
}

export interface DoneActionsProps {
  readonly connectionId: string | undefined;
  readonly isChoosing: boolean;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

export function DoneActions({ connectionId, isChoosing, onAnother, onClose }: DoneActionsProps) {
  const { t } = useTranslation('import');
  const { query, connections, commands } = useDesk();
  const show = () => {
    const isOnlyOne = (connections.getState().connections ?? []).length < 2;
    const connectionIds = connectionId === undefined || isOnlyOne ? [] : [connectionId];
    query.getState().setFilter({ connectionIds });
    commands.run('show-links');
    onClose();
  };
  return (
    <>
      <Button isPending={isChoosing} onPress={onAnother}>
        {t('done.another')}
      </Button>
      <Button variant="primary" isDisabled={isChoosing} onPress={show}>
        {t('done.show')}
      </Button>
    </>
  );
}
