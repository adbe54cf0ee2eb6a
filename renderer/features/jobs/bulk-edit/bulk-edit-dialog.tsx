import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { Dialog } from '../../../ui/dialog';
import { JobDetail } from '../detail/job-detail';
import styles from './bulk-edit.module.css';
import { isUndo, stepOf } from './bulk-flow';
import { ChooseActions, ChooseStep } from './choose-step';
import { JobActions } from './job-actions';
import { PlanActions } from './plan-actions';
import { PlanStep } from './plan-step';
import { StepList } from './step-list';
import { useBulkFlow, type BulkEdit } from './use-bulk-flow';
import { useDraftReading, type DraftReading } from './use-draft-reading';
import { useScopeFacts, type ScopeFacts } from './use-scope-facts';

export interface BulkEditDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/**
 * Changes many links: choice, plan, job. The job itself lives in main: closing the dialog does not stop it. The dialogs store says
 * with what the dialog begins.
 */
export function BulkEditDialog({ isOpen, onClose }: BulkEditDialogProps) {
  useFocusAfter(isOpen);
  // Every opening is a new edit.
  return isOpen ? <OpenedDialog onClose={onClose} /> : null;
}

/** Milliseconds after which the dialog has given the focus back to where it came from, if that is still there. */
const givenBackMs = 60;

/**
 * What the dialog was opened with may be gone when it closes: the bar over rows that no longer match, the button that took a job
 * back. Then the keyboard is in the table of the page instead of nowhere.
 */
function useFocusAfter(isOpen: boolean): void {
  const { commands } = useDesk();
  useEffect(() => {
    if (!isOpen) return undefined;
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body) commands.run('focus-table');
      }, givenBackMs);
    };
  }, [isOpen, commands]);
}

function OpenedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('bulkEdit');
  const edit = useBulkFlow();
  const { flow } = edit;
  const step = stepOf(flow);
  const isChoosing = flow.kind === 'choosing' || flow.kind === 'planning';
  const facts = useScopeFacts(isChoosing);
  const reading = useDraftReading(isChoosing ? flow.draft : undefined, facts);
  const close = () => {
    edit.leave();
    onClose();
  };
  const parts: PartProps = { edit, reading, facts, onClose: close };
  return (
    <Dialog
      title={isUndo(flow) ? t('undoTitle') : t('title')}
      size={step === 'choose' ? 'medium' : 'large'}
      isOpen
      onClose={close}
      isBusy={flow.kind === 'starting'}
      footer={<Actions {...parts} />}
    >
      <div className={styles['content']}>
        <StepList flow={flow} />
        <Step {...parts} />
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly edit: BulkEdit;
  /** There while something is chosen. */
  readonly reading: DraftReading | undefined;
  readonly facts: ScopeFacts;
  readonly onClose: () => void;
}

function Step({ edit, reading, facts }: PartProps) {
  const { flow } = edit;
  switch (flow.kind) {
    case 'choosing':
    case 'planning':
      return reading && <ChooseStep flow={flow} edit={edit} reading={reading} facts={facts} />;
    case 'planned':
    case 'checking':
    case 'starting':
      return <PlanStep flow={flow} edit={edit} />;
    case 'following':
      return <JobDetail jobId={flow.jobId} />;
  }
}

function Actions({ edit, reading, onClose }: PartProps) {
  const { flow } = edit;
  switch (flow.kind) {
    case 'choosing':
    case 'planning':
      return reading && <ChooseActions flow={flow} edit={edit} reading={reading} onClose={onClose} />;
    case 'planned':
    case 'checking':
    case 'starting':
      return <PlanActions flow={flow} edit={edit} onClose={onClose} />;
    case 'following':
      return <JobActions jobId={flow.jobId} onClose={onClose} />;
  }
}
