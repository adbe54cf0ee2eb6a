import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { progressOf } from '#domain/edit-state';
import { useErrorWords } from '../../../i18n/use-error-words';
import { useFormatters } from '../../../i18n/use-formatters';
import { milestoneOf, timeLeftMs } from '../../../stores/job-pace';
import type { FollowedJob } from '../../../stores/known-jobs';
import { phaseOf } from '../job-phase';
import { useJobName } from '../use-job-words';

export interface LineWords {
  /** "Paused", or why it stands still: "Waiting for the provider". */
  readonly standOf: (job: BulkJob) => string;
  /** "120 of 300 · about 20 sec left". */
  readonly courseOf: (followed: FollowedJob) => string;
  /** What did not go as planned: "8 failed, 2 conflicts". */
  readonly remarksOf: (job: BulkJob) => readonly string[];
  /** What is worth saying aloud; it changes at quarters only. */
  readonly aloud: (job: BulkJob) => string;
}

/** Words a job for one line. */
export function useLineWords(): LineWords {
  const { t } = useTranslation('jobs');
  const { duration } = useFormatters();
  const words = useErrorWords();
  const nameOf = useJobName();
  return {
    standOf: (job) => {
      const phase = phaseOf(job);
      const name = t(`phase.${phase}`);
      if (phase !== 'stopped' || job.pausedBy === undefined) return name;
      return t('because', { phase: name, why: words(job.pausedBy).title });
    },
    courseOf: ({ job, pace }) => {
      const { done, total } = progressOf(job.counts);
      const counts = t('counts', { done, total });
      const left = timeLeftMs(pace, total - done);
      return left === undefined ? counts : t('timeLeft', { counts, time: duration(Math.max(1000, left)) });
    },
    remarksOf: ({ counts }) => [
      ...(counts.failed > 0 ? [t('failed', { count: counts.failed })] : []),
      ...(counts.conflict > 0 ? [t('conflict', { count: counts.conflict })] : []),
      ...(counts.skipped > 0 ? [t('skipped', { count: counts.skipped })] : []),
    ],
    aloud: (job) => {
      const name = nameOf(job);
      const phase = phaseOf(job);
      return phase === 'running'
        ? t('aloud', { name, percent: milestoneOf(progressOf(job.counts)) })
        : t('aloudPhase', { name, phase: t(`phase.${phase}`) });
    },
  };
}
