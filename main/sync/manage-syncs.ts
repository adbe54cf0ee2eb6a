import { setTimeout as sleep } from 'node:timers/promises';
import type { InputOf } from '#contract/contract';
import { AppError, toAppError, type ErrorCode } from '#domain/app-error';
import { waitsForProvider } from '#domain/job-state';
import type { SyncRun } from '#domain/sync-run';
import { listOf, readList, type ReadListOptions } from './read-list';
import { SyncVoice } from './sync-voice';

export interface SyncsOptions extends Omit<ReadListOptions, 'onStored'> {
  readonly newId: () => string;
  /** A run began, went on or came to a stand: a few times a second at most, and always the last. */
  readonly onRun: (run: SyncRun) => void;
  /** Links were stored: about once a second, and at the end. */
  readonly onLinks: () => void;
  /** A run waits for its provider, by a reason that passes. */
  readonly onWaiting: (run: SyncRun) => void;
  readonly onFailure: (runId: string, thrown: unknown) => void;
  /** How long a run rests that could not even be paused. */
  readonly restMs?: number;
}

const usualRestMs = 5_000;

/** The run or its connection was removed while it was read. */
const gone: ReadonlySet<ErrorCode> = new Set(['job/not-found', 'connection/not-found']);

interface RunningSync {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  /** The reading after this one, once it has been asked for. */
  next?: Promise<void>;
}

/** Begins, pauses and goes on with the syncs of connections, one run of each at a time. What it knows is in the store. */
export class Syncs {
  readonly #options: SyncsOptions;
  readonly #running = new Map<string, RunningSync>();
  readonly #closed = new AbortController();

  constructor(options: SyncsOptions) {
    this.#options = options;
  }

  /** Begins a run and answers at once. `job/already-running`; `link/not-editable` where the provider has no list. */
  async start({ connectionId, mode }: InputOf<'sync:start'>): Promise<SyncRun> {
    const { store, providers, now, newId } = this.#options;
    listOf(await providers.of(connectionId));
    const run = await store.call('startSync', { id: newId(), connectionId, mode, at: now() });
    this.#options.onRun(run);
    void this.#read(run.id);
    return run;
  }

  /** Reads a connection's whole list and answers when it is stored; rejects with what the run had to stop for. */
  async readAll(connectionId: string): Promise<SyncRun> {
    const { id } = await this.start({ connectionId, mode: 'full' });
    await this.#running.get(id)?.ended;
    const { run } = await this.#options.store.call('readSync', { runId: id });
    if (run.state !== 'finished') throw new AppError(run.pausedBy ?? 'app/cancelled');
    return run;
  }

  /** Pauses, goes on with or gives up a run. The page under way is given up at once, and read again when the run goes on. */
  async move({ runId, to }: InputOf<'sync:move'>): Promise<SyncRun> {
    const { store, now, onRun } = this.#options;
    const moved = await store.call('moveSync', { runId, to, at: now() });
    if (to === 'running') {
      if (moved.state === 'running') void this.#read(runId);
    } else {
      const reading = this.#running.get(runId);
      reading?.stop.abort();
      await reading?.ended;
    }
    const { run } = await store.call('readSync', { runId });
    onRun(run);
    return run;
  }

  list(): Promise<readonly SyncRun[]> {
    return this.#options.store.call('listSyncs', {});
  }

  /** Goes on, at the application's start, with what was running or waited for a provider. */
  async resume(): Promise<void> {
    await this.#goOnWith(() => true);
  }

  /** A provider answers again: its connection's run goes on if it waited for that. */
  async back(connectionId: string): Promise<void> {
    await this.#goOnWith((run) => run.connectionId === connectionId && run.state === 'paused');
  }

  /** Ends every reading for good, within the grace. The runs stay `running` in the store, and go on with the next start. */
  async stopAll(graceMs: number): Promise<void> {
    this.#closed.abort();
    const all = [...this.#running.values()];
    for (const { stop } of all) stop.abort();
    const graceEnded = new AbortController();
    const grace = sleep(graceMs, undefined, { signal: graceEnded.signal }).catch(() => undefined);
    await Promise.race([Promise.all(all.map(({ ended }) => ended)), grace]);
    graceEnded.abort();
  }

  async #goOnWith(isMeant: (run: SyncRun) => boolean): Promise<void> {
    const { store, now, onRun } = this.#options;
    for (const run of (await this.list()).filter(isMeant)) {
      if (run.state === 'running') void this.#read(run.id);
      if (run.state !== 'paused' || !waitsForProvider(run.pausedBy)) continue;
      const moved = await store.call('moveSync', { runId: run.id, to: 'running', at: now(), byItself: true });
      if (moved.state !== 'running') continue;
      onRun(moved);
      void this.#read(run.id);
    }
  }

  /** Reads a run until it stands still. Never rejects. */
  #read(runId: string): Promise<void> {
    if (this.#closed.signal.aborted) return Promise.resolve();
    const known = this.#running.get(runId);
    // It may be about to end, blind to what has changed since: a pause taken back at once must not leave the run standing.
    if (known !== undefined) return (known.next ??= known.ended.then(() => this.#read(runId)));
    const stop = new AbortController();
    const ended = this.#toEnd(runId, stop.signal).finally(() => this.#running.delete(runId));
    this.#running.set(runId, { stop, ended });
    return ended;
  }

  async #toEnd(runId: string, stop: AbortSignal): Promise<void> {
    const voice = new SyncVoice(this.#options);
    const onStored = (run: SyncRun) => {
      voice.stored(run);
    };
    let last: SyncRun | undefined;
    try {
      last = await readList(runId, { ...this.#options, onStored }, stop);
    } catch (thrown) {
      if (!stop.aborted) last = await this.#standStill(runId, thrown);
    }
    await voice.end(last);
  }

  /** Pauses a run for what it met; undefined when there is nothing to pause, or it could not be. */
  async #standStill(runId: string, thrown: unknown): Promise<SyncRun | undefined> {
    const { store, now, onFailure, onWaiting } = this.#options;
    const { code } = toAppError(thrown);
    if (gone.has(code)) return undefined;
    onFailure(runId, thrown);
    try {
      // A store that is being opened again needs nobody: the run goes on with it.
      if (code === 'store/unavailable') throw thrown;
      const run = await store.call('moveSync', { runId, to: 'paused', at: now(), pausedBy: code });
      if (run.state === 'paused' && waitsForProvider(run.pausedBy)) onWaiting(run);
      return run;
    } catch (failure) {
      if (!gone.has(toAppError(failure).code)) this.#restThenRead(runId);
      return undefined;
    }
  }

  #restThenRead(runId: string): void {
    const { restMs = usualRestMs } = this.#options;
    sleep(restMs, undefined, { signal: this.#closed.signal, ref: false }).then(
      () => this.#read(runId),
      () => undefined,
    );
  }
}
