import { useTranslation } from 'react-i18next';
import type { BulkJob } from '#domain/bulk-job';
import { Chip, type Tone } from '../../../ui/chip';
import { phaseOf, type JobPhase } from '../job-phase';

const tones: Readonly<Record<JobPhase, Tone>> = {
  running: 'accent',
  paused: 'neutral',
  waiting: 'violet',
  stopped: 'warning',
  finished: 'success',
  cancelled: 'neutral',
};

/** How a job stands, as a chip; a job that ended with failures or conflicts is not green. */
export function PhaseChip({ job }: { readonly job: BulkJob }) {
  const { t } = useTranslation('jobs');
  const phase = phaseOf(job);
  const isMixed = phase === 'finished' && job.counts.failed + job.counts.conflict > 0;
  return <Chip tone={isMixed ? 'warning' : tones[phase]}>{t(`chip.${phase}`)}</Chip>;
}
