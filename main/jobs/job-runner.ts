import { setTimeout as sleep } from 'node:timers/promises';
import { toAppError, type ErrorCode } from '#domain/app-error';
import { isSettled, type BulkJob, type Edit, type EditState } from '#domain/bulk-job';
import type { StoreClient } from '../store/store-client';
import { EditRun, type EditEnd, type RunEditOptions } from './run-edit';

export interface JobRunnerOptions extends RunEditOptions {
  /** Told of every change of a job, at most ten times a second and always at its end. */
  readonly onJob: (job: BulkJob) => void;
  readonly onFailure: (jobId: string, thrown: unknown) => void;
  /** Edits under way at once over all connections; each connection's own throttle holds its share lower. */
  readonly width?: number;
}

interface RunningJob {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
  /** The run after this one, once it has been asked for. */
  next?: Promise<void>;
}

const announceEveryMs = 100;

/** Runs the stored edits of jobs. What it knows is in the store: after a crash a new runner goes on from there. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, RunningJob>();
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
    const ended = new JobRun(jobId, this.#options, abort.signal)
      .toEnd()
      .catch((thrown: unknown) => {
        this.#options.onFailure(jobId, thrown);
      })
      .finally(() => this.#running.delete(jobId));
    this.#running.set(jobId, { abort, ended });
    return ended;
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

/** One job from where the store says it stands. */
class JobRun {
  readonly #jobId: string;
  readonly #options: JobRunnerOptions;
  readonly #stop: AbortSignal;
  #announcedAt = -Infinity;
  #pausedBy: ErrorCode | undefined;

  constructor(jobId: string, options: JobRunnerOptions, stop: AbortSignal) {
    this.#jobId = jobId;
    this.#options = options;
    this.#stop = stop;
  }

  get #store(): StoreClient {
    return this.#options.store;
  }

  #mayGoOn(): boolean {
    return !this.#stop.aborted && this.#pausedBy === undefined;
  }

  async toEnd(): Promise<void> {
    const { state } = await this.#store.call('readJob', { jobId: this.#jobId });
    if (state !== 'running' && state !== 'cancelled') return;
    try {
      await this.#recover();
      // What is unknown is looked at first: it decides whether anything must be sent again.
      await this.#each('unknown', (run) => run.resolve());
      if (state === 'running') await this.#each('queued', (run) => run.send());
    } catch (thrown) {
      this.#standStill(thrown);
    }
    await this.#conclude();
  }

  /** A failure that is no edit's own: the job pauses with it, unless it only says that the job was stopped. */
  #standStill(thrown: unknown): void {
    const { code } = toAppError(thrown);
    if (code === 'app/cancelled' && this.#stop.aborted) return;
    this.#options.onFailure(this.#jobId, thrown);
    this.#pausedBy ??= code;
  }

  /** Whatever was `sending` when the process ended was sent without an answer, as far as anyone knows. */
  async #recover(): Promise<void> {
    const cut = await this.#edits('sending', Number.MAX_SAFE_INTEGER);
    for (const edit of cut) {
      await this.#store.call('stepEdit', {
        editId: edit.id,
        from: 'sending',
        to: 'unknown',
        at: this.#options.now(),
        errorCode: 'provider/outcome-unknown',
      });
    }
  }

  #edits(state: EditState, limit: number): Promise<readonly Edit[]> {
    return this.#store.call('nextEdits', { jobId: this.#jobId, state, limit });
  }

  /** Takes the edits of a state side by side until none is left or the job must stand still. */
  async #each(state: EditState, take: (run: EditRun) => Promise<EditEnd>): Promise<void> {
    const width = this.#options.width ?? 8;
    const underWay = new Map<number, Promise<void>>();
    try {
      while (this.#mayGoOn()) {
        const waiting = await this.#edits(state, width * 4);
        const fresh = waiting.filter(({ id }) => !underWay.has(id));
        if (fresh.length === 0 && underWay.size === 0) return;
        for (const edit of fresh) {
          while (underWay.size >= width) await Promise.race(underWay.values());
          if (!this.#mayGoOn()) break;
          underWay.set(
            edit.id,
            this.#take(edit, take).finally(() => underWay.delete(edit.id)),
          );
        }
        if (underWay.size > 0) await Promise.race(underWay.values());
      }
    } finally {
      // Also when the store fails: the next run takes what is `sending` for cut off, and must not meet it under way.
      await Promise.all(underWay.values());
    }
  }

  /** Never rejects. */
  async #take(edit: Edit, take: (run: EditRun) => Promise<EditEnd>): Promise<void> {
    try {
      const end = await take(new EditRun(edit, this.#options, this.#stop));
      if (!isSettled(end.state) && end.pause !== undefined) this.#pausedBy ??= end.pause;
      await this.#announce(false);
    } catch (thrown) {
      // The edit stays where the store has it, `queued` or `sending`; the next run goes on from there.
      this.#standStill(thrown);
    }
  }

  async #conclude(): Promise<void> {
    const job = await this.#store.call('readJob', { jobId: this.#jobId });
    const left = job.counts.queued + job.counts.sending + job.counts.unknown;
    const at = this.#options.now();
    if (job.state === 'running' && left === 0) {
      await this.#store.call('moveJob', { jobId: job.id, to: 'finished', at });
    } else if (job.state === 'running' && this.#pausedBy !== undefined) {
      await this.#store.call('moveJob', { jobId: job.id, to: 'paused', at, pausedBy: this.#pausedBy });
    } else if (job.state === 'cancelled' && job.counts.queued > 0) {
      // What was under way when it was cancelled and was refused went back to `queued`: nobody would take it again.
      await this.#store.call('moveJob', { jobId: job.id, to: 'cancelled', at });
    }
    await this.#announce(true);
  }

  async #announce(always: boolean): Promise<void> {
    const at = this.#options.now();
    if (!always && at - this.#announcedAt < announceEveryMs) return;
    this.#announcedAt = at;
    this.#options.onJob(await this.#store.call('readJob', { jobId: this.#jobId }));
  }
}
