import type { InputOf } from '#contract/contract';
import type { ResolveAnswer } from '#contract/jobs';
import { AppError, isAppError } from '#domain/app-error';
import type { BulkJob } from '#domain/bulk-job';
import { waitsForProvider } from '#domain/job-state';
import type { StoreClient } from '../store/store-client';
import type { JobRunner } from './job-runner';

export interface JobsOptions {
  readonly store: StoreClient;
  readonly runner: JobRunner;
  readonly now: () => number;
}

/**
 * Whether a cancelled job has sent edits whose outcome nobody has looked up yet, or some that went back to be sent again when the
 * process ended: nobody would ever give them up.
 */
function hasOpenEnds({ state, counts }: BulkJob): boolean {
  return state === 'cancelled' && counts.queued + counts.sending + counts.unknown > 0;
}

/** Whether a job goes on without being asked: it was running, or waits for a provider that may answer again. */
function goesOnByItself(job: BulkJob): boolean {
  return job.state === 'running' || (job.state === 'paused' && waitsForProvider(job.pausedBy));
}

/** Starts, pauses, resumes and cancels jobs, and takes the decisions their edits wait for. */
export class Jobs {
  readonly #options: JobsOptions;

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** Runs a plan. Its edits are stored already; the job has the plan's id. */
  async start(planId: string): Promise<BulkJob> {
    const { state } = await this.#options.store.call('readJob', { jobId: planId });
    if (state !== 'planned') throw new AppError('job/already-running');
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

  /** Decides conflicts; what is to be sent after all is sent at once. */
  async resolve({ of, choice }: InputOf<'jobs:resolve'>): Promise<ResolveAnswer> {
    const { store, now } = this.#options;
    const { jobIds, ...answer } = await store.call('resolveConflicts', { of, choice, now: now() });
    for (const jobId of jobIds) await this.#goOn(jobId);
    return answer;
  }

  /** Gives up one edit that waits to be sent; `link/changed-since` when it is no longer waiting. */
  async dropEdit(editId: number): Promise<void> {
    const { store, runner, now } = this.#options;
    try {
      const edit = await store.call('stepEdit', { editId, from: 'queued', to: 'skipped', at: now() });
      // A job with nothing left to do ends.
      const job = await store.call('readJob', { jobId: edit.jobId });
      const left = job.counts.queued + job.counts.sending + job.counts.unknown;
      if (left === 0 && job.state === 'paused') await this.#goOn(job.id);
      else void runner.run(job.id);
    } catch (thrown) {
      if (isAppError(thrown) && thrown.details.reason === 'edit-moved') {
        throw new AppError('link/changed-since', {}, thrown);
      }
      throw thrown;
    }
  }

  /** The jobs under way or standing still, with something left to do. */
  listOpen(): Promise<readonly BulkJob[]> {
    return this.#options.store.call('listJobs', { states: ['running', 'paused'] });
  }

  /**
   * Goes on, at the application's start, with what was running or waited for a provider. Jobs the user paused wait as they were
   * left; plans nobody confirmed are gone.
   */
  async resume(): Promise<void> {
    const { store, runner } = this.#options;
    await store.call('dropPlans', {});
    const jobs = await store.call('listJobs', { states: ['running', 'paused', 'cancelled'] });
    for (const job of jobs) {
      if (hasOpenEnds(job)) void runner.run(job.id);
      else if (goesOnByItself(job)) await this.#goOn(job.id);
    }
  }

  /** Goes on with the jobs that waited for a provider: one of them answers again. */
  async resumeWaiting(): Promise<void> {
    const jobs = await this.#options.store.call('listJobs', { states: ['paused'] });
    for (const job of jobs) if (goesOnByItself(job)) await this.#goOn(job.id);
  }

  async #goOn(jobId: string): Promise<BulkJob> {
    const { store, runner, now } = this.#options;
    const job = await store.call('moveJob', { jobId, to: 'running', at: now() });
    void runner.run(jobId);
    return job;
  }
}
