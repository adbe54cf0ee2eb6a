import { AppError } from '#domain/app-error';
import type { BulkChange, BulkJob, BulkPlan } from '#domain/bulk-job';
import type { LinkSelection } from '#domain/link-filter';
import type { StoreClient } from '../store/store-client';
import type { JobRunner } from './job-runner';
import { planBulkEdit, type FrozenPlan } from './plan-bulk-edit';

export interface JobsOptions {
  readonly store: StoreClient;
  readonly runner: JobRunner;
  readonly now: () => number;
  readonly newId: () => string;
}

/** How many plans wait for a confirmation at once; an older one has to be made again. */
const plansKept = 4;

/** Plans, starts, pauses and resumes bulk jobs. */
export function createJobs({ store, runner, now, newId }: JobsOptions) {
  const plans = new Map<string, FrozenPlan>();
  const begin = (job: BulkJob): BulkJob => {
    void runner.run(job.id);
    return job;
  };
  const plan = async (selection: LinkSelection, change: BulkChange): Promise<BulkPlan> => {
    const frozen = await planBulkEdit({ planId: newId(), selection, change }, store, now());
    plans.set(frozen.plan.planId, frozen);
    const oldest = plans.keys().next();
    if (plans.size > plansKept && oldest.done !== true) plans.delete(oldest.value);
    return frozen.plan;
  };
  const start = async (planId: string): Promise<BulkJob> => {
    const frozen = plans.get(planId);
    if (frozen === undefined) throw new AppError('job/not-found');
    if (frozen.edits.length === 0) throw new AppError('job/nothing-to-do');
    plans.delete(planId);
    await store.call('createJob', { id: planId, change: frozen.plan.change, at: now(), edits: frozen.edits });
    return begin(await store.call('moveJob', { jobId: planId, to: 'running', at: now() }));
  };
  const move = async (jobId: string, to: 'running' | 'paused' | 'cancelled'): Promise<BulkJob> => {
    if (to === 'running') return begin(await store.call('moveJob', { jobId, to, at: now() }));
    // First the runner stands still, so that nothing is sent after the answer.
    const moved = await store.call('moveJob', { jobId, to, at: now() });
    await runner.stop(jobId);
    return { ...moved, ...(await store.call('readJob', { jobId })) };
  };
  return {
    plan,
    start,
    move,
    retryFailed: async (jobId: string): Promise<BulkJob> => {
      if ((await store.call('retryFailed', { jobId, at: now() })) === 0)
        throw new AppError('job/nothing-to-do');
      return begin(await store.call('moveJob', { jobId, to: 'running', at: now() }));
    },
    list: () => store.call('listJobs', {}),
    /** Goes on with what was running when the application ended. Paused jobs wait as the user left them. */
    resume: async (): Promise<void> => {
      for (const job of await store.call('listJobs', { states: ['running'] })) begin(job);
    },
  };
}

export type Jobs = ReturnType<typeof createJobs>;
