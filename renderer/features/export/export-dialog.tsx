import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ExportScope } from '#domain/export-spec';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DoneActions, DoneStep } from './done-step';
import { canRun } from './export-form';
import { FormStep } from './form-step';
import { firstChosen, type Chosen } from './presets';
import { RunningStep } from './running-step';
import { useExport, type ExportWork } from './use-export';
import { scopeOf, useScopes } from './use-scopes';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Writes links into a file: choices, progress, and what proves the file complete. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { settings } = useDesk();
  const usual = useStore(settings, (state) => state.settings);
  // This part outlives each opening, so the last choices are there again; until the first one the settings are followed.
  const [chosen, choose] = useState<Chosen | undefined>(undefined);
  if (!isOpen) return null;
  return (
    <OpenedDialog
      chosen={chosen ?? firstChosen(usual.lastExport, usual)}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

interface OpenedDialogProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onClose: () => void;
}

function OpenedDialog({ chosen, onChoose, onClose }: OpenedDialogProps) {
  const { t } = useTranslation('export');
  const work = useExport();
  const scopes = useScopes();
  const [wanted, setWanted] = useState<ExportScope>('selected');
  const scope = scopeOf(wanted, scopes);
  const { flow } = work;
  return (
    <Dialog
      title={t('title')}
      size={flow.kind === 'form' ? 'wide' : 'medium'}
      isOpen
      onClose={onClose}
      isBusy={flow.kind === 'running'}
      footer={
        <Actions work={work} chosen={chosen} scope={scope} count={scopes.counts[scope]} onClose={onClose} />
      }
    >
      {flow.kind === 'form' && (
        <FormStep
          chosen={chosen}
          onChoose={onChoose}
          scopes={scopes}
          scope={scope}
          onScope={setWanted}
          error={flow.error}
        />
      )}
      {flow.kind === 'running' && <RunningStep task={work.task} />}
      {flow.kind === 'done' && <DoneStep answer={flow.answer} />}
    </Dialog>
  );
}

interface ActionsProps {
  readonly work: ExportWork;
  readonly chosen: Chosen;
  readonly scope: ExportScope;
  readonly count: number;
  readonly onClose: () => void;
}

function Actions({ work, chosen, scope, count, onClose }: ActionsProps) {
  const { t } = useTranslation(['export', 'common']);
  switch (work.flow.kind) {
    case 'form':
      return (
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!canRun(chosen.form, count)}
            onPress={() => work.run(chosen, scope)}
          >
            {t('run', { count })}
          </Button>
        </>
      );
    case 'running':
      // While the system's save dialog is open there is nothing to stop: that dialog has its own way out.
      return (
        <Button isDisabled={(work.task?.total ?? 0) === 0} onPress={work.cancel}>
          {t('progress.cancel')}
        </Button>
      );
    case 'done':
      return <DoneActions taskId={work.flow.taskId} onAgain={work.goBack} onClose={onClose} />;
  }
}
