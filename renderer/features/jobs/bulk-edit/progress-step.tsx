import { useTranslation } from 'react-i18next';
import { progressOf, type BulkJob } from '#domain/bulk-job';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { milestoneOf, ratePerSecond, timeLeftMs } from '../../../stores/job-pace';
import type { FollowedJob } from '../../../stores/jobs-store';
import { Button } from '../../../ui/button';
import { ConfirmButton } from '../../../ui/confirm-button';
import { LiveRegion } from '../../../ui/live-region';
import { Notice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress-bar';
import { StepHeading } from '../../../ui/step-heading';
import styles from './bulk-edit.module.css';
import { CountTiles } from '../../../ui/count-tiles';
import { useJobMoves } from '../use-job-moves';

/** The third step: how far the job is. */
export function ProgressStep({ followed }: { readonly followed: FollowedJob }) {
  const { t } = useTranslation('bulkEdit');
  const { job } = followed;
  const progress = progressOf(job.counts);
  const isRunning = job.state === 'running';
  const aloud = isRunning
    ? t('progress.aloud', { percent: milestoneOf(progress) })
    : t('progress.pausedAloud');
  return (
    <div className={styles['form']}>
      <StepHeading>{isRunning ? t('progress.heading') : t('progress.paused')}</StepHeading>
      <ProgressBar
        label={t('progress.label')}
        value={progress.done}
        max={progress.total}
        valueLabel={t('progress.counts', progress)}
      />
      <p className={styles['pace']}>
        <PaceWords followed={followed} />
      </p>
      <CountTiles
        tiles={[
          { id: 'applied', label: t('counts.applied'), count: job.counts.applied, tone: 'success' },
          { id: 'failed', label: t('counts.failed'), count: job.counts.failed, tone: 'danger' },
          { id: 'conflict', label: t('counts.conflict'), count: job.counts.conflict, tone: 'warning' },
          { id: 'skipped', label: t('counts.skipped'), count: job.counts.skipped },
          { id: 'left', label: t('counts.left'), count: progress.total - progress.done },
        ]}
      />
      <PausedBy job={job} />
      <p className={styles['muted']}>{isRunning ? t('progress.goesOn') : t('progress.survives')}</p>
      <LiveRegion message={aloud} />
    </div>
  );
}

/** "12.4 per second · about 20 sec left". */
function PaceWords({ followed: { job, pace } }: { readonly followed: FollowedJob }) {
  const { t } = useTranslation('bulkEdit');
  const { duration, locale } = useFormatters();
  if (job.state !== 'running') return t('progress.standing');
  const { done, total } = progressOf(job.counts);
  const rate = ratePerSecond(pace);
  const left = timeLeftMs(pace, total - done);
  if (rate === undefined || left === undefined) return t('progress.measuring');
  const digits = rate < 10 ? 1 : 0;
  const perSecond = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(rate);
  return [
    t('progress.rate', { rate: perSecond }),
    t('progress.timeLeft', { time: duration(Math.max(1000, left)) }),
  ].join(' · ');
}

/** Why the job stands still although nobody paused it, and what to do. */
function PausedBy({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('bulkEdit');
  const words = useErrorWords();
  if (job.state !== 'paused' || job.pausedBy === undefined) return null;
  const { title, next } = words(job.pausedBy);
  return (
    <Notice tone="warning" title={t('progress.pausedBy', { why: title })}>
      {t('progress.pausedNext', { next })}
    </Notice>
  );
}

export interface JobActionsProps {
  readonly job: BulkJob;
  readonly onClose: () => void;
}

export function ProgressActions({ job, onClose }: JobActionsProps) {
  const { t } = useTranslation(['bulkEdit', 'common']);
  const { asking, move } = useJobMoves(job.id);
  const isRunning = job.state === 'running';
  return (
    <>
      <span className={styles['start']}>
        <ConfirmButton
          question={t('progress.cancelAsk')}
          confirm={t('progress.cancelYes')}
          keep={t('progress.cancelNo')}
          isDisabled={asking !== undefined}
          onConfirm={() => move('cancelled')}
        >
          {t('progress.cancel')}
        </ConfirmButton>
      </span>
      <Button
        variant={isRunning ? 'plain' : 'primary'}
        isPending={asking === 'paused' || asking === 'running'}
        onPress={() => move(isRunning ? 'paused' : 'running')}
      >
        {isRunning ? t('progress.pause') : t('progress.resume')}
      </Button>
      <Button variant={isRunning ? 'primary' : 'plain'} onPress={onClose}>
        {isRunning ? t('progress.background') : t('common:close')}
      </Button>
    </>
  );
}
