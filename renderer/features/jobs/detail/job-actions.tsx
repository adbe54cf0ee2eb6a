import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { Button } from '../../../ui/button';
import { ConfirmButton } from '../../../ui/confirm-button';
import { IconExport, IconRefresh } from '../../../ui/icons/actions';
import { phaseOf } from '../job-phase';
import { useJobMoves } from '../use-job-moves';
import styles from './detail.module.css';
import type { ShownEdits } from './edits-of-job';
import { useJobWork } from './use-job-work';

export interface JobActionsProps {
  readonly job: BulkJob;
  /** What is exported. */
  readonly shown: ShownEdits;
}

/** What can be done about a job as it stands. */
export function JobActions({ job, shown }: JobActionsProps) {
  const { t } = useTranslation('jobDetail');
  const work = useJobWork(job);
  const phase = phaseOf(job);
  const hasEnded = phase === 'finished' || phase === 'cancelled';
  return (
    <div className={styles['actions']}>
      {hasEnded ? <EndedActions job={job} work={work} /> : <LivingActions job={job} />}
      <Button
        icon={<IconExport />}
        isPending={work.asking === 'export'}
        isDisabled={work.asking === 'undo'}
        onPress={() => work.exportResult(shown)}
      >
        {t('result.export')}
      </Button>
    </div>
  );
}

function LivingActions({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobs');
  const { asking, move } = useJobMoves(job.id);
  const phase = phaseOf(job);
  const isRunning = phase === 'running';
  return (
    <>
      {!isRunning && (
        <Button variant="primary" isPending={asking === 'running'} onPress={() => move('running')}>
          {phase === 'waiting' ? t('tryNow') : t('resume')}
        </Button>
      )}
      {(isRunning || phase === 'waiting') && (
        <Button isPending={asking === 'paused'} onPress={() => move('paused')}>
          {t('pause')}
        </Button>
      )}
      <ConfirmButton
        question={t('cancelAsk')}
        confirm={t('cancelYes')}
        keep={t('cancelNo')}
        isDisabled={asking !== undefined}
        onConfirm={() => move('cancelled')}
      >
        {t('cancel')}
      </ConfirmButton>
    </>
  );
}

function EndedActions({
  job,
  work,
}: {
  readonly job: BulkJob;
  readonly work: ReturnType<typeof useJobWork>;
}) {
  const { t } = useTranslation('jobDetail');
  const { asking, retryFailed } = useJobMoves(job.id);
  // A cancelled job never runs again.
  const canRetry = job.counts.failed > 0 && job.state === 'finished';
  const canUndo = job.counts.applied > 0 && job.undoneBy === undefined;
  return (
    <>
      {canRetry && (
        <Button icon={<IconRefresh />} isPending={asking === 'retry'} onPress={retryFailed}>
          {t('result.retry', { count: job.counts.failed })}
        </Button>
      )}
      {canUndo && (
        <Button
          isPending={work.asking === 'undo'}
          isDisabled={work.asking === 'export'}
          onPress={work.planUndo}
        >
          {work.asking === 'undo' ? t('result.undoing') : t('result.undo')}
        </Button>
      )}
    </>
  );
}
