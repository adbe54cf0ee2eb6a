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

/** Plans that were shown and not yet confirmed, the newest few. */
class WaitingPlans {
  readonly #plans = new Map<string, FrozenPlan>();

  keep(frozen: FrozenPlan): void {
    this.#plans.set(frozen.plan.planId, frozen);
    const oldest = this.#plans.keys().next();
    if (this.#plans.size > plansKept && oldest.done !== true) this.#plans.delete(oldest.value);
  }

  /** Takes a plan out: it can be confirmed once. */
  take(planId: string): FrozenPlan {
    const frozen = this.#plans.get(planId);
    if (frozen === undefined) throw new AppError('job/not-found');
    if (frozen.edits.length === 0) throw new AppError('job/nothing-to-do');
    this.#plans.delete(planId);
    return frozen;
  }
}

/** Whether a cancelled job has sent edits whose outcome nobody has looked up yet. */
function hasOpenEnds({ state, counts }: BulkJob): boolean {
  return state === 'cancelled' && counts.sending + counts.unknown > 0;
}

/** Plans, starts, pauses and resumes bulk jobs. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #plans = new WaitingPlans();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** Freezes a selection and says what would happen to it. */
  async plan(selection: LinkSelection, change: BulkChange): Promise<BulkPlan> {
    const { store, now, newId } = this.#options;
    const frozen = await planBulkEdit({ planId: newId(), selection, change }, store, now());
    this.#plans.keep(frozen);
    return frozen.plan;
  }

  /** Stores a plan's edits, then runs them. The job has the plan's id. */
  async start(planId: string): Promise<BulkJob> {
    const { store, now } = this.#options;
    const { plan, edits } = this.#plans.take(planId);
    await store.call('createJob', { id: planId, change: plan.change, at: now(), edits });
    return this.#goOn(planId);
  }

  /**
   * Pauses, resumes or cancels. What is under way is finished first; after the answer nothing more is sent. Of a cancelled job
   * the outcome of what was sent without an answer is still looked up, now and at every start until it is known.
   */
  async move(jobId: string, to: 'running' | 'paused' | 'cancelled'): Promise<BulkJob> {
    if (to === 'running') return this.#goOn(jobId);
    const { store, runner, now } = this.#options;
    const before = await store.call('readJob', { jobId });
    // It ended while the hand was on its way to the button: there is nothing left to stop.
    if (before.state === 'finished' || before.state === 'cancelled') return before;
    await store.call('moveJob', { jobId, to, at: now() });
    await runner.stop(jobId);
    const job = await store.call('readJob', { jobId });
    if (hasOpenEnds(job)) void runner.run(jobId);
    return job;
  }

  /** Runs the failed edits of a job again, and only those. */
  async retryFailed(jobId: string): Promise<BulkJob> {
    const { store, now } = this.#options;
    if ((await store.call('retryFailed', { jobId, at: now() })) === 0)
      throw new AppError('job/nothing-to-do');
    return this.#goOn(jobId);
  }

  /** The jobs under way or standing still, with something left to do. */
  listOpen(): Promise<readonly BulkJob[]> {
    return this.#options.store.call('listJobs', { states: ['running', 'paused'] });
  }

  /** Goes on with what was running when the application ended. Paused jobs wait as the user left them. */
  async resume(): Promise<void> {
    const { store, runner } = this.#options;
    const jobs = await store.call('listJobs', { states: ['running', 'cancelled'] });
    for (const job of jobs) if (job.state === 'running' || hasOpenEnds(job)) void runner.run(job.id);
  }

  async #goOn(jobId: string): Promise<BulkJob> {
    const { store, runner, now } = this.#options;
    const job = await store.call('moveJob', { jobId, to: 'running', at: now() });
    void runner.run(jobId);
    return job;
  }
}
