import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { progressOf } from '#domain/edit-state';
import { useDesk } from '../../../stores/desk-context';
import { hasEnded, type FollowedJob } from '../../../stores/known-jobs';
import { Button } from '../../../ui/button';
import { ConfirmButton } from '../../../ui/confirm-button';
import { IconButton } from '../../../ui/icon-button';
import { IconClose } from '../../../ui/icons/actions';
import { IconSuccess, IconWarning } from '../../../ui/icons/signs';
import { ProgressBar } from '../../../ui/progress-bar';
import { phaseOf } from '../job-phase';
import { useJobMoves } from '../use-job-moves';
import { useJobName, useOriginal } from '../use-job-words';
import { useShowJobs } from '../use-show-jobs';
import styles from './jobs-strip.module.css';
import { useLineWords } from './use-line-words';

/** One job in one line, with what can be done about it. */
export function JobLine({ followed }: { readonly followed: FollowedJob }) {
  const { job } = followed;
  return (
    <div className={styles['line']} data-state={job.state}>
      {hasEnded(job) ? <EndedJob job={job} /> : <LivingJob followed={followed} />}
    </div>
  );
}

function EndedJob({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobs');
  const { jobs } = useDesk();
  const name = useJobName()(job, useOriginal(job));
  const { remarksOf, standOf } = useLineWords();
  const show = useShowJobs();
  const remarks = remarksOf(job);
  const isClean = remarks.length === 0;
  return (
    <>
      <span className={styles['sign']} data-tone={isClean ? 'success' : 'warning'}>
        {isClean ? <IconSuccess /> : <IconWarning />}
      </span>
      <span className={styles['name']}>{name}</span>
      <span className={styles['muted']}>
        {[standOf(job), t('applied', { count: job.counts.applied })].join(' · ')}
      </span>
      <Remarks remarks={remarks} />
      <div className={styles['actions']}>
        <Button size="small" onPress={() => show({ tab: 'history', chosen: job.id })}>
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
  const name = useJobName()(job, useOriginal(job));
  const { courseOf, remarksOf, standOf } = useLineWords();
  const { asking, move } = useJobMoves(job.id);
  const show = useShowJobs();
  const { done, total } = progressOf(job.counts);
  const phase = phaseOf(job);
  const isRunning = phase === 'running';
  const label = isRunning ? name : `${name} · ${standOf(job)}`;
  return (
    <>
      <div className={styles['bar']}>
        <ProgressBar label={label} value={done} max={total} valueLabel={courseOf(followed)} />
      </div>
      <Remarks remarks={remarksOf(job)} />
      <div className={styles['actions']}>
        <Button size="small" variant="quiet" onPress={() => show({ tab: 'history', chosen: job.id })}>
          {t('showProgress')}
        </Button>
        <Button
          size="small"
          isPending={asking === 'paused' || asking === 'running'}
          onPress={() => move(isRunning ? 'paused' : 'running')}
        >
          {isRunning ? t('pause') : phase === 'waiting' ? t('tryNow') : t('resume')}
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
