import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../stores/desk-context';
import { Dialog } from '../../ui/dialog';
import { DropTarget } from './drop-target';
import { DoneStep } from './done-step';
import { ImportActions } from './import-actions';
import type { ImportFlow } from './import-flow';
import { MappingStep } from './mapping-step';
import { RunningStep } from './running-step';
import { StartStep } from './start-step';
import { useImport } from './use-import';

export interface ImportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Brings a file of links into the link cache: file, reading, columns, progress, summary. A file dropped on the window opens it. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const { dialogs } = useDesk();
  const isFree = useStore(dialogs, (state) => state.opened === undefined);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  if (!isOpen) {
    const open = (files: readonly File[]) => {
      setDropped(files);
      dialogs.getState().open('import');
    };
    return <DropTarget isEnabled={isFree} onFiles={open} />;
  }
  const close = () => {
    setDropped([]);
    onClose();
  };
  // Every opening is a new import.
  return <OpenedDialog dropped={dropped} onClose={close} />;
}

/** While the system's file dialog is open, what stood before stays in sight. */
export function shownOf(flow: ImportFlow): Exclude<ImportFlow, { kind: 'choosing' }> {
  return flow.kind === 'choosing' ? shownOf(flow.before) : flow;
}

interface OpenedDialogProps {
  /** What opened the dialog, if that was a drop. */
  readonly dropped: readonly File[];
  readonly onClose: () => void;
}

function OpenedDialog({ dropped, onClose }: OpenedDialogProps) {
  const { t } = useTranslation('import');
  const work = useImport();
  const shown = shownOf(work.flow);
  const takeDropped = useEffectEvent(() => {
    if (dropped.length > 0) work.drop(dropped);
  });
  useEffect(() => takeDropped(), []);
  const isBusy = work.flow.kind === 'choosing' || work.flow.kind === 'running';
  const size = shown.kind === 'mapping' ? 'wide' : shown.kind === 'done' ? 'large' : 'medium';
  return (
    <>
      <Dialog
        title={t('title')}
        size={size}
        isOpen
        onClose={onClose}
        isBusy={isBusy}
        footer={<ImportActions work={work} shown={shown} onClose={onClose} />}
      >
        {shown.kind === 'empty' && <StartStep flow={shown} />}
        {shown.kind === 'mapping' && <MappingStep flow={shown} work={work} onClose={onClose} />}
        {shown.kind === 'running' && <RunningStep file={shown.file} task={work.task} />}
        {shown.kind === 'done' && <DoneStep file={shown.file} summary={shown.summary} />}
      </Dialog>
      <DropTarget isEnabled={!isBusy} onFiles={work.drop} />
    </>
  );
}
