import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { phaseOf } from '../job-phase';

const outcomes = {
  'set-expiry': 'expiry',
  close: 'closed',
  reopen: 'reopened',
  'set-amount': 'changed',
  'set-order-text': 'changed',
  edit: 'changed',
  undo: 'undone',
} as const satisfies Readonly<Record<BulkJob['change']['verb'], string>>;

/** One line for how a job stands: "Stopped", "300 links have the new expiry". */
export function useHeadline(): (job: BulkJob) => string {
  const { t } = useTranslation(['jobDetail', 'jobs']);
  return (job) => {
    const phase = phaseOf(job);
    switch (phase) {
      case 'finished':
      case 'cancelled':
        return t(`result.${outcomes[job.change.verb]}`, { count: job.counts.applied });
      // Why it was stopped is said below.
      case 'stopped':
      case 'running':
      case 'paused':
      case 'waiting':
        return t(`jobs:phase.${phase}`);
    }
  };
}
