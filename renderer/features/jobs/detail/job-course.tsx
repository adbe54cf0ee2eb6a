import { useTranslation } from 'react-i18next';
import { progressOf } from '#domain/edit-state';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { ratePerSecond, timeLeftMs } from '../../../stores/job-pace';
import type { FollowedJob } from '../../../stores/known-jobs';
import { CountTiles } from '../../../ui/count-tiles';
import { Notice } from '../../../ui/notice';
import { ProgressBar } from '../../../ui/progress-bar';
import { phaseOf } from '../job-phase';
import styles from './detail.module.css';

/** How far a job is that has not ended, how fast, and why it stands still. */
export function JobCourse({ followed }: { readonly followed: FollowedJob }) {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  const { counts } = followed.job;
  const progress = progressOf(counts);
  return (
    <>
      <Standstill followed={followed} />
      <ProgressBar
        label={t('progress.label')}
        value={progress.done}
        max={progress.total}
        valueLabel={t('jobs:counts', progress)}
      />
      <p className={styles['pace']}>
        <PaceWords followed={followed} />
      </p>
      <CountTiles
        tiles={[
          { id: 'applied', label: t('counts.applied'), count: counts.applied, tone: 'success' },
          { id: 'failed', label: t('counts.failed'), count: counts.failed, tone: 'danger' },
          { id: 'conflict', label: t('counts.conflict'), count: counts.conflict, tone: 'warning' },
          { id: 'skipped', label: t('counts.skipped'), count: counts.skipped },
          { id: 'left', label: t('counts.left'), count: progress.total - progress.done },
        ]}
      />
    </>
  );
}

/** "12.4 per second · about 20 sec left", or what standing still means. */
function PaceWords({ followed: { job, pace } }: { readonly followed: FollowedJob }) {
  const { t } = useTranslation('jobDetail');
  const { duration, locale } = useFormatters();
  const phase = phaseOf(job);
  if (phase === 'waiting') return null;
  if (phase !== 'running') return t('progress.standing');
  const { done, total } = progressOf(job.counts);
  const rate = ratePerSecond(pace);
  const left = timeLeftMs(pace, total - done);
  if (rate === undefined || left === undefined) return t('progress.measuring');
  const write = (value: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  return [
    rate < 1
      ? t('progress.ratePerMinute', { rate: write(rate * 60) })
      : t('progress.rate', { rate: write(rate) }),
    t('progress.timeLeft', { time: duration(Math.max(1000, left)) }),
  ].join(' · ');
}

/** Why the job stands still although nobody paused it, and what to do; calm where it passes by itself. */
function Standstill({ followed: { job } }: { readonly followed: FollowedJob }) {
  const { t } = useTranslation('jobDetail');
  const words = useErrorWords();
  const phase = phaseOf(job);
  if (job.pausedBy === undefined || (phase !== 'waiting' && phase !== 'stopped')) return null;
  const { title, next } = words(job.pausedBy);
  return phase === 'waiting' ? (
    <Notice tone="info" title={t('progress.waiting')}>
      {t('progress.waitingWhy', { why: title })}
    </Notice>
  ) : (
    <Notice tone="warning" title={t('progress.stoppedBy', { why: title })}>
      {t('progress.stoppedNext', { next })}
    </Notice>
  );
}
