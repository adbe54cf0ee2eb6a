import type { BulkJob } from '#domain/bulk-job';
import { waitsForProvider } from '#domain/job-state';

/**
 * How a job stands, as a person sees it: a pause is the user's own (`paused`), passes by itself (`waiting`), or needs somebody
 * (`stopped`).
 */
export type JobPhase = 'running' | 'paused' | 'waiting' | 'stopped' | 'finished' | 'cancelled';

/** The phase of a job. A plan that was not started yet stands still. */
export function phaseOf({ state, pausedBy }: Pick<BulkJob, 'state' | 'pausedBy'>): JobPhase {
  if (state === 'running' || state === 'finished' || state === 'cancelled') return state;
  if (state === 'planned' || pausedBy === undefined) return 'paused';
  return waitsForProvider(pausedBy) ? 'waiting' : 'stopped';
}
