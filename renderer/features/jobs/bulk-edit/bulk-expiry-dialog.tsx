import { useTranslation } from 'react-i18next';
import { useDesk } from '../../../stores/desk-context';
import { Dialog } from '../../../ui/dialog';
import { Spinner } from '../../../ui/spinner';
import styles from './bulk-edit.module.css';
import { stepOf } from './bulk-flow';
import { ChooseActions, ChooseStep } from './choose-step';
import { PlanActions, PlanStep } from './plan-step';
import { ProgressActions, ProgressStep } from './progress-step';
import { ResultActions, ResultStep } from './result-step';
import { StepList } from './step-list';
import { useBulkFlow, type BulkEdit } from './use-bulk-flow';

export interface BulkExpiryDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/**
 * Sets the expiry of many links: choice, preview, progress, result. The job itself lives in main: closing the dialog does not
 * stop it. Opened with a job asked for in the jobs store, it shows that job.
 */
export function BulkExpiryDialog({ isOpen, onClose }: BulkExpiryDialogProps) {
  // Every opening is a new edit.
  return isOpen ? <OpenedDialog onClose={onClose} /> : null;
}

function OpenedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('bulkEdit');
  const { jobs } = useDesk();
  const edit = useBulkFlow();
  const step = stepOf(edit.flow, edit.followed?.job);
  const close = () => {
    jobs.getState().show(undefined);
    onClose();
  };
  return (
    <Dialog
      title={t('title')}
      size={step === 'result' ? 'large' : 'medium'}
      isOpen
      onClose={close}
      isBusy={edit.flow.kind === 'starting'}
      footer={<Actions edit={edit} onClose={close} />}
    >
      <div className={styles['content']}>
        <StepList current={step} />
        <Step edit={edit} />
      </div>
    </Dialog>
  );
}

function Step({ edit }: { readonly edit: BulkEdit }) {
  const { flow, followed } = edit;
  switch (flow.kind) {
    case 'choosing':
    case 'planning':
      return <ChooseStep flow={flow} edit={edit} />;
    case 'planned':
    case 'starting':
      return <PlanStep flow={flow} />;
    case 'following':
      if (followed === undefined) return <Spinner />;
      return stepOf(flow, followed.job) === 'result' ? (
        <ResultStep job={followed.job} />
      ) : (
        <ProgressStep followed={followed} />
      );
  }
}

function Actions({ edit, onClose }: { readonly edit: BulkEdit; readonly onClose: () => void }) {
  const { flow, followed } = edit;
  switch (flow.kind) {
    case 'choosing':
    case 'planning':
      return <ChooseActions flow={flow} edit={edit} onClose={onClose} />;
    case 'planned':
    case 'starting':
      return <PlanActions flow={flow} edit={edit} onClose={onClose} />;
    case 'following':
      if (followed === undefined) return null;
      return stepOf(flow, followed.job) === 'result' ? (
        <ResultActions job={followed.job} onClose={onClose} />
      ) : (
        <ProgressActions job={followed.job} onClose={onClose} />
      );
  }
}
