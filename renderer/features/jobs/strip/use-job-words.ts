import { useTranslation } from 'react-i18next';
import { progressOf, type BulkJob } from '#domain/bulk-job';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { milestoneOf, timeLeftMs } from '../../../stores/job-pace';
import type { FollowedJob } from '../../../stores/jobs-store';

export interface JobWords {
  /** "Setting the expiry of 300 links". */
  readonly nameOf: (job: BulkJob) => string;
  /** "120 of 300 · about 20 sec left". */
  readonly courseOf: (followed: FollowedJob) => string;
  /** What did not go as planned: "8 failed, 2 conflicts", or why the job stands still. */
  readonly remarksOf: (job: BulkJob) => readonly string[];
  /** What is worth saying aloud; it changes at quarters only. */
  readonly aloud: (job: BulkJob) => string;
}

/** Words a job for one line. */
export function useJobWords(): JobWords {
  const { t } = useTranslation('jobs');
  const { duration } = useFormatters();
  const words = useErrorWords();
  const nameOf = (job: BulkJob): string => {
    if (job.state === 'finished') return t('finished', { count: job.counts.applied });
    if (job.state === 'cancelled') return t('cancelled', { count: job.counts.applied });
    return t(job.state === 'running' ? 'running' : 'paused', { count: progressOf(job.counts).total });
  };
  return {
    nameOf,
    courseOf: ({ job, pace }) => {
      const { done, total } = progressOf(job.counts);
      const counts = t('counts', { done, total });
      const left = timeLeftMs(pace, total - done);
      return left === undefined ? counts : t('timeLeft', { counts, time: duration(Math.max(1000, left)) });
    },
    remarksOf: ({ counts, pausedBy }) => [
      ...(pausedBy === undefined ? [] : [words(pausedBy).title]),
      ...(counts.failed > 0 ? [t('failed', { count: counts.failed })] : []),
      ...(counts.conflict > 0 ? [t('conflict', { count: counts.conflict })] : []),
      ...(counts.skipped > 0 ? [t('skipped', { count: counts.skipped })] : []),
    ],
    aloud: (job) =>
      job.state === 'running'
        ? t('aloud', { name: nameOf(job), percent: milestoneOf(progressOf(job.counts)) })
        : nameOf(job),
  };
}
