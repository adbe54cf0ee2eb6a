import { setTimeout as sleep } from 'node:timers/promises';
import { toAppError } from '#domain/app-error';
import { JobRun, type JobRunOptions } from './job-run';

export interface JobRunnerOptions extends JobRunOptions {
  /** How long a job rests whose end could not even be stored, before it is run again. */
  readonly restMs?: number;
}

const usualRestMs = 30_000;

interface RunningJob {
  readonly run: JobRun;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  /** The run after this one, once it has been asked for. */
  next?: Promise<void>;
}

/** Runs the stored edits of jobs. What it knows is in the store: after a crash a new runner goes on from there. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, RunningJob>();
  /** How often edits were held back, of jobs that are not at their end. */
  readonly #rounds = new Map<string, Map<number, number>>();
  readonly #closed = new AbortController();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs a job until nothing of it is left to do, it is stopped, or it has to pause. Whether anything is sent is for the store
   * to say: of a cancelled job only the outcome of what was sent is looked up.
   */
  run(jobId: string): Promise<void> {
    if (this.#closed.signal.aborted) return Promise.resolve();
    const known = this.#running.get(jobId);
    // It may be about to end, blind to what has changed since: a pause taken back at once must not leave the job standing.
    if (known !== undefined) return (known.next ??= known.ended.then(() => this.run(jobId)));
    const abort = new AbortController();
    const rounds = this.#rounds.get(jobId) ?? new Map<number, number>();
    const run = new JobRun(jobId, this.#options, { stop: abort.signal, rounds });
    const ended = this.#toEnd(run, jobId, rounds).finally(() => this.#running.delete(jobId));
    this.#running.set(jobId, { run, abort, ended });
    return ended;
  }

  /** A connection answers again: the lanes that wait for it go on in jobs whose other lanes are still at work. */
  back(connectionId: string): void {
    for (const { run } of this.#running.values()) run.back(connectionId);
  }

  async #toEnd(run: JobRun, jobId: string, rounds: Map<number, number>): Promise<void> {
    try {
      await run.toEnd();
    } catch (thrown) {
      this.#options.onFailure(jobId, thrown);
      if (toAppError(thrown).code !== 'job/not-found') this.#restThenRun(jobId);
    }
    if (rounds.size > 0) this.#rounds.set(jobId, rounds);
    else this.#rounds.delete(jobId);
  }

  /** A full disk, a store that does not open: the job may still be `running` there, with nobody else to run it. */
  #restThenRun(jobId: string): void {
    const { restMs = usualRestMs } = this.#options;
    sleep(restMs, undefined, { signal: this.#closed.signal, ref: false }).then(
      () => this.run(jobId),
      () => undefined,
    );
  }

  /** Tells of a job that was changed while it did not run: a run tells by itself. */
  async tell(jobId: string): Promise<void> {
    this.#options.onJob(await this.#options.store.call('readJob', { jobId }));
  }

  /** Lets what is under way finish its request, sends nothing more, and resolves when the job stands still. */
  async stop(jobId: string): Promise<void> {
    const run = this.#running.get(jobId);
    run?.abort.abort();
    await run?.ended;
  }

  /**
   * Stops every job for good, as the application's end needs it: within the grace. What a slow provider has not answered by then
   * stays `sending` in the store, and the next run of the application looks it up.
   */
  async stopAll(graceMs: number): Promise<void> {
    this.#closed.abort();
    const stopped = Promise.all([...this.#running.keys()].map((jobId) => this.stop(jobId)));
    const graceEnded = new AbortController();
    await Promise.race([stopped, sleep(graceMs, undefined, { signal: graceEnded.signal })]);
    graceEnded.abort();
  }
}
