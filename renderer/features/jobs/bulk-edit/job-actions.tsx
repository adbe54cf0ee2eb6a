import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';
import { findJob, hasEnded } from '../../../stores/known-jobs';
import { Button } from '../../../ui/button';
import styles from './bulk-edit.module.css';

export interface JobActionsProps {
  readonly jobId: string;
  readonly onClose: () => void;
}

/** Leaves the job: what is left of it goes on without the dialog. What can be done about the job stands in its own details. */
export function JobActions({ jobId, onClose }: JobActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { jobs } = useDesk();
  const isRunning = useStore(jobs, (state) => {
    const job = findJob(state.jobs, jobId)?.job;
    return job !== undefined && !hasEnded(job);
  });
  return (
    <>
      {isRunning && <p className={styles['goesOn']}>{t('goesOn')}</p>}
      <Button variant="primary" onPress={onClose}>
        {isRunning ? t('common:close') : t('common:done')}
      </Button>
    </>
  );
}
