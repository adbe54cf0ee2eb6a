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

const announceEveryMs = 100;

/** Runs the stored edits of jobs. What it knows is in the store: after a crash a new runner goes on from there. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, { readonly abort: AbortController; readonly ended: Promise<void> }>();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  /** Runs a job that is `running` in the store, until nothing of it is left to do, it is stopped, or it has to pause. */
  run(jobId: string): Promise<void> {
    const known = this.#running.get(jobId);
    if (known !== undefined) return known.ended;
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

  async stopAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((jobId) => this.stop(jobId)));
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
    await this.#recover();
    // What is unknown is looked at first: it decides whether anything must be sent again.
    await this.#each('unknown', (run) => run.resolve());
    await this.#each('queued', (run) => run.send());
    await this.#conclude();
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
    while (this.#mayGoOn()) {
      const waiting = await this.#edits(state, width * 4);
      const fresh = waiting.filter(({ id }) => !underWay.has(id));
      if (fresh.length === 0 && underWay.size === 0) return;
      for (const edit of fresh) {
        if (!this.#mayGoOn()) break;
        while (underWay.size >= width) await Promise.race(underWay.values());
        underWay.set(
          edit.id,
          this.#take(edit, take).finally(() => underWay.delete(edit.id)),
        );
      }
      if (underWay.size > 0) await Promise.race(underWay.values());
    }
    await Promise.all(underWay.values());
  }

  async #take(edit: Edit, take: (run: EditRun) => Promise<EditEnd>): Promise<void> {
    // A request under way is not torn down by a pause: its outcome would be unknown for no gain.
    const run = new EditRun(edit, this.#options, new AbortController().signal);
    try {
      const end = await take(run);
      if (!isSettled(end.state) && end.pause !== undefined) this.#pausedBy ??= end.pause;
    } catch (thrown) {
      // Nothing was sent: reading the row or asking for its secrets failed. The edit waits; the job says why.
      this.#pausedBy ??= toAppError(thrown).code;
    }
    await this.#announce(false);
  }

  async #conclude(): Promise<void> {
    const job = await this.#store.call('readJob', { jobId: this.#jobId });
    const left = job.counts.queued + job.counts.sending + job.counts.unknown;
    const at = this.#options.now();
    if (job.state === 'running' && this.#pausedBy !== undefined) {
      await this.#store.call('moveJob', { jobId: job.id, to: 'paused', at, pausedBy: this.#pausedBy });
    } else if (job.state === 'running' && left === 0) {
      await this.#store.call('moveJob', { jobId: job.id, to: 'finished', at });
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
