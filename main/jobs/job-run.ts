import { toAppError, type ErrorCode } from '#domain/app-error';
import { reasonToTell } from '#domain/breaker';
import type { BulkJob, Edit } from '#domain/bulk-job';
import type { Instant } from '#domain/instant';
import { waitsForProvider } from '#domain/job-state';
import { Announcer } from './announcer';
import { Lane } from './lane';
import type { RunEditOptions } from './run-edit';

/** A job stands still because of one of its connections. */
export interface JobPause {
  readonly jobId: string;
  readonly connectionId: string;
  readonly code: ErrorCode;
}

export interface JobRunOptions extends RunEditOptions {
  /** Told of every change of a job, at most ten times a second and always at its end. */
  readonly onJob: (job: BulkJob) => void;
  readonly onFailure: (jobId: string, thrown: unknown) => void;
  /** Told when a job stands still with something left to do, once for each connection that made it. */
  readonly onPaused?: (pause: JobPause) => void;
  /** Told when a connection is waited for while others of the job go on: see `back`. */
  readonly onWaiting?: (pause: JobPause) => void;
}

const announceEveryMs = 100;
const recoverAtOnce = 100;
/** A run that begins later after its job's start goes on after a pause, a lost network or the application's end. */
const shortWaitMs = 1000;

/** What one run of the job's lanes may do. */
interface LanesRun {
  readonly maySend: boolean;
  readonly freshSince: Instant;
}

/** One job from where the store says it stands: of one that is paused or cancelled only the outcome of what was sent is looked up. */
export class JobRun {
  readonly #jobId: string;
  readonly #options: JobRunOptions;
  readonly #stop: AbortSignal;
  readonly #rounds: Map<number, number>;
  readonly #announcer: Announcer;
  readonly #pauses: JobPause[] = [];
  /** The connections whose lanes wait for their provider, each with what ends the wait. */
  readonly #waiting = new Map<string, (isBack: boolean) => void>();
  #lanesAtWork = 0;
  #pausedBy: ErrorCode | undefined;

  /** `rounds`: how often an edit of the job was held back, over all its runs. */
  constructor(
    jobId: string,
    options: JobRunOptions,
    context: { stop: AbortSignal; rounds: Map<number, number> },
  ) {
    this.#jobId = jobId;
    this.#options = options;
    this.#stop = context.stop;
    this.#rounds = context.rounds;
    this.#announcer = new Announcer(async () => {
      options.onJob(await options.store.call('readJob', { jobId }));
    }, announceEveryMs);
  }

  async toEnd(): Promise<void> {
    const { state, startedAt = 0 } = await this.#options.store.call('readJob', { jobId: this.#jobId });
    if (state === 'planned' || state === 'finished') return;
    try {
      await this.#recover();
      const began = this.#options.now();
      const waitedMs = began - startedAt;
      // A clock that was set back does not tell how long it was.
      const hasWaited = waitedMs > shortWaitMs || waitedMs < 0;
      await this.#runLanes({ maySend: state === 'running', freshSince: hasWaited ? began : 0 });
    } catch (thrown) {
      const { code } = toAppError(thrown);
      this.#options.onFailure(this.#jobId, thrown);
      this.#pausedBy = code;
    }
    await this.#conclude();
  }

  /** Whatever was `sending` when the process ended was sent without an answer, as far as anyone knows. */
  async #recover(): Promise<void> {
    const { store, now } = this.#options;
    const setUnknown = ({ id }: Edit) =>
      store.call('stepEdit', {
        ...{ editId: id, from: 'sending', to: 'unknown', at: now() },
        errorCode: 'provider/outcome-unknown',
      });
    for (;;) {
      const page = { jobId: this.#jobId, state: 'sending', limit: recoverAtOnce } as const;
      const cut = await store.call('nextEdits', page);
      if (cut.length === 0) return;
      await Promise.all(cut.map(setUnknown));
    }
  }

  /** One lane for each connection, side by side: one that breaks leaves the others alone. */
  async #runLanes(run: LanesRun): Promise<void> {
    const connectionIds = await this.#options.store.call('connectionsOfJob', {
      jobId: this.#jobId,
      states: run.maySend ? ['unknown', 'queued'] : ['unknown'],
    });
    await Promise.all(connectionIds.map((connectionId) => this.#runLane(connectionId, run)));
    this.#pausedBy = reasonToTell(this.#pauses.map(({ code }) => code));
  }

  /** A connection answers again: should its lane be waiting for that, it starts anew. */
  back(connectionId: string): void {
    this.#waiting.get(connectionId)?.(true);
  }

  async #runLane(connectionId: string, run: LanesRun): Promise<void> {
    for (let freshSince = run.freshSince; ; freshSince = this.#options.now()) {
      this.#lanesAtWork += 1;
      const code = await this.#laneOf(connectionId, { ...run, freshSince }).run();
      this.#lanesAtWork -= 1;
      if (code === undefined) break;
      const pause = { jobId: this.#jobId, connectionId, code };
      if (run.maySend && (await this.#isBack(pause))) continue;
      this.#pauses.push(pause);
      break;
    }
    // Nothing of the job is under way any more: it pauses, and goes on as a whole.
    if (this.#lanesAtWork === 0) for (const end of this.#waiting.values()) end(false);
  }

  /** Waits for a provider as long as other lanes are at work: hours of theirs must not become hours of this one's. */
  async #isBack(pause: JobPause): Promise<boolean> {
    if (this.#lanesAtWork === 0 || !waitsForProvider(pause.code)) return false;
    const { connectionId } = pause;
    const isBack = new Promise<boolean>((resolve) => this.#waiting.set(connectionId, resolve));
    this.#options.onWaiting?.(pause);
    return isBack.finally(() => this.#waiting.delete(connectionId));
  }

  #laneOf(connectionId: string, { maySend, freshSince }: LanesRun): Lane {
    const jobId = this.#jobId;
    return new Lane(
      { jobId, connectionId, maySend },
      {
        ...this.#options,
        freshSince,
        stop: this.#stop,
        rounds: this.#rounds,
        onEdit: () => {
          this.#announcer.note();
        },
        onFailure: (thrown) => {
          this.#options.onFailure(jobId, thrown);
        },
      },
    );
  }

  async #conclude(): Promise<void> {
    const { store } = this.#options;
    const job = await store.call('readJob', { jobId: this.#jobId });
    const left = job.counts.queued + job.counts.sending + job.counts.unknown;
    const at = this.#options.now();
    const pausedBy = this.#pausedBy;
    const isStopped = job.state === 'paused' || job.state === 'cancelled';
    if (left === 0 && (job.state === 'running' || job.state === 'paused')) {
      this.#rounds.clear();
      await store.call('moveJob', { jobId: job.id, to: 'finished', at });
    } else if (job.state === 'running' && pausedBy !== undefined) {
      await store.call('moveJob', { jobId: job.id, to: 'paused', at, pausedBy });
    } else if (job.state === 'cancelled' && job.counts.queued > 0) {
      // What was under way when it was cancelled and was refused went back to `queued`: nobody would take it again.
      await store.call('moveJob', { jobId: job.id, to: 'cancelled', at });
    }
    // Whoever stands still by the user's word may still wait to be told what became of what it sent.
    const waits = isStopped ? job.counts.unknown > 0 : left > 0;
    if (waits) for (const pause of this.#pauses) this.#options.onPaused?.(pause);
    await this.#announcer.end();
  }
}
