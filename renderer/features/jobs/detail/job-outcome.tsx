import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { Button } from '../../../ui/button';
import { CountTiles } from '../../../ui/count-tiles';
import { Notice } from '../../../ui/notice';
import { useShowJobs } from '../use-show-jobs';

export interface JobOutcomeProps {
  readonly job: BulkJob;
  readonly onDecide: () => void;
}

/** What became of a job that has ended: counts, what did not go as planned, and whether it was taken back. */
export function JobOutcome({ job, onDecide }: JobOutcomeProps) {
  const { t } = useTranslation('jobDetail');
  const { applied, failed, conflict, skipped } = job.counts;
  return (
    <>
      <CountTiles
        tiles={[
          { id: 'applied', label: t('counts.applied'), count: applied, tone: 'success' },
          { id: 'failed', label: t('counts.failed'), count: failed, tone: 'danger' },
          { id: 'conflict', label: t('counts.conflict'), count: conflict, tone: 'warning' },
          { id: 'skipped', label: t('counts.skipped'), count: skipped },
        ]}
      />
      <Remarks job={job} onDecide={onDecide} />
      <Undone job={job} />
    </>
  );
}

function Remarks({ job, onDecide }: JobOutcomeProps) {
  const { t } = useTranslation('jobDetail');
  const { failed, conflict, skipped } = job.counts;
  const isCancelled = job.state === 'cancelled';
  const remarks = [
    ...(failed > 0 ? [t(isCancelled ? 'result.failedForGood' : 'result.failed', { count: failed })] : []),
    ...(conflict > 0 ? [t('result.conflict', { count: conflict })] : []),
    ...(skipped > 0 ? [t('result.skipped', { count: skipped })] : []),
    ...(isCancelled && failed + skipped > 0 ? [t('result.noRetry')] : []),
  ];
  if (remarks.length === 0) return <Notice tone="success">{t('result.allApplied')}</Notice>;
  const decide = conflict > 0 && (
    <Button size="small" onPress={onDecide}>
      {t('result.decide')}
    </Button>
  );
  return (
    <Notice tone={failed + conflict > 0 ? 'warning' : 'info'} action={decide}>
      {remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </Notice>
  );
}

/** Says that the job was taken back, and leads there. */
function Undone({ job: { undoneBy } }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobDetail');
  const show = useShowJobs();
  if (undoneBy === undefined) return null;
  const action = (
    <Button size="small" onPress={() => show({ tab: 'history', chosen: undoneBy })}>
      {t('result.showUndo')}
    </Button>
  );
  return (
    <Notice tone="info" action={action}>
      {t('result.undoneBy')}
    </Notice>
  );
}
