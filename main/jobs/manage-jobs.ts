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
 * Whether a job that sends nothing any more has sent edits whose outcome nobody has looked up yet; or a cancelled one some that
 * went back to be sent again when the process ended, which nobody would ever give up; or a paused one nothing left at all.
 */
function hasOpenEnds({ state, pausedBy, counts }: BulkJob): boolean {
  const wasSent = counts.sending + counts.unknown > 0;
  if (state === 'cancelled') return wasSent || counts.queued > 0;
  return state === 'paused' && !waitsForProvider(pausedBy) && (wasSent || counts.queued === 0);
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

  /** Runs a plan. Its edits are stored already; the job has the plan's id. `plan/not-found` when it was dropped meanwhile. */
  async start(planId: string): Promise<BulkJob> {
    const { state } = await this.#options.store
      .call('readJob', { jobId: planId })
      .catch((thrown: unknown) => {
        const isGone = isAppError(thrown) && thrown.code === 'job/not-found';
        throw isGone ? new AppError('plan/not-found', {}, thrown) : thrown;
      });
    if (state !== 'planned') throw new AppError('job/already-running');
    return this.#goOn(planId);
  }

  /**
   * Pauses, resumes or cancels. What is under way is finished first; after the answer nothing more is sent. Of a cancelled job
   * the outcome of what was sent without an answer is still looked up, now and at every start until it is known.
   */
  async move(jobId: string, to: 'running' | 'paused' | 'cancelled'): Promise<BulkJob> {
    const { store, runner, now } = this.#options;
    const before = await store.call('readJob', { jobId });
    // It ended while the hand was on its way to the button: there is nothing left to stop, or to go on with.
    if (before.state === 'finished' || before.state === 'cancelled') return before;
    try {
      if (to === 'running') return await this.#goOn(jobId);
      await store.call('moveJob', { jobId, to, at: now() });
    } catch (thrown) {
      // Even that moment was enough for it to end.
      if (isAppError(thrown) && thrown.details.reason === 'job-move-refused') {
        return store.call('readJob', { jobId });
      }
      throw thrown;
    }
    await runner.stop(jobId);
    const job = await store.call('readJob', { jobId });
    if (job.state === 'cancelled' && hasOpenEnds(job)) void runner.run(jobId);
    else await runner.tell(jobId);
    return job;
  }

  /** Runs the failed edits of a job again, and only those. In a job the user paused they wait with the others. */
  async retryFailed(jobId: string): Promise<BulkJob> {
    const { store, now } = this.#options;
    if ((await store.call('retryFailed', { jobId, at: now() })) === 0)
      throw new AppError('job/nothing-to-do');
    return this.#goOnByItself(jobId);
  }

  /** Decides conflicts; what is to be sent after all is sent at once, in a job the user paused when it goes on. */
  async resolve({ of, choice }: InputOf<'jobs:resolve'>): Promise<ResolveAnswer> {
    const { store, runner, now } = this.#options;
    const decided = await store.call('resolveConflicts', { of, choice, now: now() });
    const { jobIds, droppedIn, ...answer } = decided;
    for (const jobId of jobIds) await this.#goOnByItself(jobId);
    for (const jobId of droppedIn) await runner.tell(jobId);
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
      if (left > 0 && job.state === 'paused') await runner.tell(job.id);
      else void runner.run(job.id);
    } catch (thrown) {
      if (isAppError(thrown) && thrown.details.reason === 'edit-moved') {
        throw new AppError('link/changed-since', {}, thrown);
      }
      throw thrown;
    }
  }

  /**
   * Goes on, at the application's start, with what was running or waited for a provider. Jobs the user paused wait as they were
   * left; plans nobody confirmed are gone.
   */
  async resume(): Promise<void> {
    const { store } = this.#options;
    await store.call('dropPlans', {});
    await this.#continue(await store.call('listJobs', { states: ['running', 'paused', 'cancelled'] }));
  }

  /**
   * Goes on with the jobs that waited for a provider, one of which answers again, and has it tell what became of what others
   * sent.
   */
  async resumeWaiting(): Promise<void> {
    await this.#continue(await this.#options.store.call('listJobs', { states: ['paused', 'cancelled'] }));
  }

  async #continue(jobs: readonly BulkJob[]): Promise<void> {
    for (const job of jobs) {
      if (hasOpenEnds(job)) void this.#options.runner.run(job.id);
      else if (goesOnByItself(job)) await this.#goOnByItself(job.id);
    }
  }

  /** Runs what the store says may run: a job that runs or waits for its provider. */
  #goOnByItself(jobId: string): Promise<BulkJob> {
    return this.#goOn(jobId, { byItself: true });
  }

  async #goOn(jobId: string, how: { readonly byItself?: true } = {}): Promise<BulkJob> {
    const { store, runner, now } = this.#options;
    const job = await store.call('moveJob', { jobId, to: 'running', at: now(), ...how });
    void runner.run(jobId);
    return job;
  }
}
