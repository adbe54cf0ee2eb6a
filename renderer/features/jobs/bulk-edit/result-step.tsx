import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { Button } from '../../../ui/button';
import { IconRefresh } from '../../../ui/icons/actions';
import { Notice } from '../../../ui/notice';
import { StepHeading } from '../../../ui/step-heading';
import styles from './bulk-edit.module.css';
import { CountTiles } from '../../../ui/count-tiles';
import { EditsOfJob } from './edits-of-job';
import type { JobActionsProps } from './progress-step';
import { useJobMoves } from '../use-job-moves';

/** The last step: what became of every link. */
export function ResultStep({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('bulkEdit');
  const { applied, failed, conflict, skipped } = job.counts;
  const remarks = [
    ...(failed > 0 ? [t('result.failed', { count: failed })] : []),
    ...(conflict > 0 ? [t('result.conflict', { count: conflict })] : []),
    ...(skipped > 0 ? [t('result.skipped', { count: skipped })] : []),
    ...(job.state === 'cancelled' ? [t('result.noRetry')] : []),
  ];
  return (
    <div className={styles['form']}>
      <StepHeading>{t('result.heading', { count: applied })}</StepHeading>
      <CountTiles
        tiles={[
          { id: 'applied', label: t('counts.applied'), count: applied, tone: 'success' },
          { id: 'failed', label: t('counts.failed'), count: failed, tone: 'danger' },
          { id: 'conflict', label: t('counts.conflict'), count: conflict, tone: 'warning' },
          { id: 'skipped', label: t('counts.skipped'), count: skipped },
        ]}
      />
      {remarks.length === 0 ? (
        <Notice tone="success">{t('result.allApplied')}</Notice>
      ) : (
        <Notice tone="warning">
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Notice>
      )}
      <EditsOfJob job={job} />
    </div>
  );
}

export function ResultActions({ job, onClose }: JobActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { asking, retryFailed } = useJobMoves(job.id);
  // A cancelled job never runs again.
  const canRetry = job.counts.failed > 0 && job.state === 'finished';
  return (
    <>
      {canRetry && (
        <span className={styles['start']}>
          <Button icon={<IconRefresh />} isPending={asking === 'retry'} onPress={retryFailed}>
            {t('result.retry', { count: job.counts.failed })}
          </Button>
        </span>
      )}
      <Button variant="primary" onPress={onClose}>
        {t('common:done')}
      </Button>
    </>
  );
}
