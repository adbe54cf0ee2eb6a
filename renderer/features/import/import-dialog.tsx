import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DoneActions, DoneStep } from './done-step';
import type { ImportFlow } from './import-flow';
import { MappingStep, MendWords } from './mapping-step';
import { RunningStep } from './running-step';
import { StartStep } from './start-step';
import { useImport, type ImportWork } from './use-import';

export interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Brings an export of the provider's dashboard into the link cache: file, columns, progress, summary. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  // Every opening is a new import.
  return isOpen ? <OpenedDialog onClose={onClose} /> : null;
}

/** While the system's file dialog is open, what stood before stays in sight. */
function shownOf(flow: ImportFlow): Exclude<ImportFlow, { kind: 'choosing' }> {
  return flow.kind === 'choosing' ? shownOf(flow.before) : flow;
}

function OpenedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('import');
  const work = useImport();
  const shown = shownOf(work.flow);
  return (
    <Dialog
      title={t('title')}
      size={shown.kind === 'mapping' || shown.kind === 'done' ? 'large' : 'medium'}
      isOpen
      onClose={onClose}
      isBusy={work.flow.kind === 'choosing' || work.flow.kind === 'running'}
      footer={<Actions work={work} onClose={onClose} />}
    >
      {shown.kind === 'empty' && <StartStep flow={shown} />}
      {shown.kind === 'mapping' && <MappingStep flow={shown} work={work} onClose={onClose} />}
      {shown.kind === 'running' && <RunningStep file={shown.file} task={work.task} />}
      {shown.kind === 'done' && <DoneStep file={shown.file} summary={shown.summary} />}
    </Dialog>
  );
}

function Actions({ work, onClose }: { readonly work: ImportWork; readonly onClose: () => void }) {
  const { t } = useTranslation(['import', 'common']);
  const shown = shownOf(work.flow);
  const isChoosing = work.flow.kind === 'choosing';
  switch (shown.kind) {
    case 'empty':
      return (
        <>
          <Button isDisabled={isChoosing} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" autoFocus isPending={isChoosing} onPress={work.choose}>
            {t('start.choose')}
          </Button>
        </>
      );
    case 'mapping':
      return (
        <>
          <MendWords flow={shown} />
          <Button isPending={isChoosing} onPress={work.choose}>
            {t('start.other')}
          </Button>
          <Button isDisabled={isChoosing} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="primary" isDisabled={isChoosing} onPress={work.run}>
            {t('run')}
          </Button>
        </>
      );
    case 'running':
      return <Button onPress={work.cancel}>{t('progress.cancel')}</Button>;
    case 'done':
      return (
        <DoneActions
          connectionId={shown.form.connectionId}
          isChoosing={isChoosing}
          onAnother={work.choose}
          onClose={onClose}
        />
      );
  }
}
