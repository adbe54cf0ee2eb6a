import { setTimeout as sleep } from 'node:timers/promises';
import { JobRun, type JobRunOptions } from './job-run';

export type JobRunnerOptions = JobRunOptions;

interface RunningJob {
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
  #isClosed = false;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs a job until nothing of it is left to do, it is stopped, or it has to pause. Whether anything is sent is for the store
   * to say: of a cancelled job only the outcome of what was sent is looked up.
   */
  run(jobId: string): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    const known = this.#running.get(jobId);
    // It may be about to end, blind to what has changed since: a pause taken back at once must not leave the job standing.
    if (known !== undefined) return (known.next ??= known.ended.then(() => this.run(jobId)));
    const abort = new AbortController();
    const ended = this.#toEnd(jobId, abort.signal).finally(() => this.#running.delete(jobId));
    this.#running.set(jobId, { abort, ended });
    return ended;
  }

  async #toEnd(jobId: string, stop: AbortSignal): Promise<void> {
    const rounds = this.#rounds.get(jobId) ?? new Map<number, number>();
    try {
      await new JobRun(jobId, this.#options, { stop, rounds }).toEnd();
    } catch (thrown) {
      this.#options.onFailure(jobId, thrown);
    }
    if (rounds.size > 0) this.#rounds.set(jobId, rounds);
    else this.#rounds.delete(jobId);
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
    this.#isClosed = true;
    const stopped = Promise.all([...this.#running.keys()].map((jobId) => this.stop(jobId)));
    const graceEnded = new AbortController();
    await Promise.race([stopped, sleep(graceMs, undefined, { signal: graceEnded.signal })]);
    graceEnded.abort();
  }
}
