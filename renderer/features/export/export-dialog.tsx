import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ExportScope } from '#domain/export-spec';
import { useDesk } from '../../stores/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { DoneActions, DoneStep } from './done-step';
import { chosenColumns, firstForm, type ExportForm } from './export-form';
import { FormStep } from './form-step';
import { RunningStep } from './running-step';
import { useExport, useScopes, type ExportWork } from './use-export';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Writes links into a CSV or XML file: choices, progress, and what proves the file complete. */
export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { settings } = useDesk();
  const usual = useStore(settings, (state) => state.settings);
  // This part outlives each opening, so the last choices are there again; until the first one the settings are followed.
  const [chosen, choose] = useState<ExportForm | undefined>(undefined);
  const form = chosen ?? firstForm(usual);
  if (!isOpen) return null;
  return <OpenedDialog form={form} onChange={choose} onClose={onClose} />;
}

interface OpenedDialogProps {
  readonly form: ExportForm;
  readonly onChange: (form: ExportForm) => void;
  readonly onClose: () => void;
}

function OpenedDialog({ form, onChange, onClose }: OpenedDialogProps) {
  const { t } = useTranslation('export');
  const work = useExport();
  const scopes = useScopes();
  const [wanted, setWanted] = useState<ExportScope>('selected');
  // Rows that are selected are what an export is about, unless the user says otherwise.
  const scope = scopes.selected === 0 ? 'matching' : wanted;
  const { flow } = work;
  return (
    <Dialog
      title={t('title')}
      size={flow.kind === 'form' ? 'large' : 'medium'}
      isOpen
      onClose={onClose}
      isBusy={flow.kind === 'running'}
      footer={<Actions work={work} form={form} scope={scope} count={scopes[scope]} onClose={onClose} />}
    >
      {flow.kind === 'form' && (
        <FormStep
          form={form}
          onChange={onChange}
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
  readonly form: ExportForm;
  readonly scope: ExportScope;
  readonly count: number;
  readonly onClose: () => void;
}

function Actions({ work, form, scope, count, onClose }: ActionsProps) {
  const { t } = useTranslation(['export', 'common']);
  switch (work.flow.kind) {
    case 'form':
      return (
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={count === 0 || chosenColumns(form.columns).length === 0}
            onPress={() => work.run(form, scope)}
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
