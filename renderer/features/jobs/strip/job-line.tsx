import { useTranslation } from 'react-i18next';
import { progressOf, type BulkJob } from '#domain/bulk-job';
import { useDesk } from '../../../stores/desk-context';
import { hasEnded, type FollowedJob } from '../../../stores/jobs-store';
import { Button } from '../../../ui/button';
import { ConfirmButton } from '../../../ui/confirm-button';
import { IconButton } from '../../../ui/icon-button';
import { IconClose } from '../../../ui/icons/actions';
import { IconSuccess, IconWarning } from '../../../ui/icons/signs';
import { ProgressBar } from '../../../ui/progress-bar';
import styles from './jobs-strip.module.css';
import { useJobMoves } from '../use-job-moves';
import { useJobWords } from './use-job-words';

/** One job in one line, with what can be done about it. */
export function JobLine({ followed }: { readonly followed: FollowedJob }) {
  const { job } = followed;
  return (
    <div className={styles['line']} data-state={job.state}>
      {hasEnded(job) ? <EndedJob job={job} /> : <LivingJob followed={followed} />}
    </div>
  );
}

/** Opens the dialog that shows a job's progress or result. */
function useShowJob(jobId: string): () => void {
  const { jobs, dialogs } = useDesk();
  return () => {
    jobs.getState().show(jobId);
    dialogs.getState().open('bulk-expiry');
  };
}

function EndedJob({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobs');
  const { jobs } = useDesk();
  const { nameOf, remarksOf } = useJobWords();
  const show = useShowJob(job.id);
  const remarks = remarksOf(job);
  const isClean = remarks.length === 0;
  return (
    <>
      <span className={styles['sign']} data-tone={isClean ? 'success' : 'warning'}>
        {isClean ? <IconSuccess /> : <IconWarning />}
      </span>
      <span className={styles['name']}>{nameOf(job)}</span>
      <Remarks remarks={remarks} />
      <div className={styles['actions']}>
        <Button size="small" onPress={show}>
          {t('showResult')}
        </Button>
        <IconButton
          size="small"
          label={t('dismiss')}
          icon={<IconClose size={14} />}
          onPress={() => jobs.getState().dismiss(job.id)}
        />
      </div>
    </>
  );
}

function LivingJob({ followed }: { readonly followed: FollowedJob }) {
  const { t } = useTranslation('jobs');
  const { job } = followed;
  const { nameOf, courseOf, remarksOf } = useJobWords();
  const { asking, move } = useJobMoves(job.id);
  const show = useShowJob(job.id);
  const { done, total } = progressOf(job.counts);
  const isRunning = job.state === 'running';
  return (
    <>
      <div className={styles['bar']}>
        <ProgressBar label={nameOf(job)} value={done} max={total} valueLabel={courseOf(followed)} />
      </div>
      <Remarks remarks={remarksOf(job)} />
      <div className={styles['actions']}>
        <Button size="small" variant="quiet" onPress={show}>
          {t('showProgress')}
        </Button>
        <Button
          size="small"
          isPending={asking === 'paused' || asking === 'running'}
          onPress={() => move(isRunning ? 'paused' : 'running')}
        >
          {isRunning ? t('pause') : t('resume')}
        </Button>
        <ConfirmButton
          size="small"
          question={t('cancelAsk')}
          confirm={t('cancelYes')}
          keep={t('cancelNo')}
          isDisabled={asking !== undefined}
          onConfirm={() => move('cancelled')}
        >
          {t('cancel')}
        </ConfirmButton>
      </div>
    </>
  );
}

function Remarks({ remarks }: { readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return <span className={styles['remarks']}>{remarks.join(' · ')}</span>;
}
