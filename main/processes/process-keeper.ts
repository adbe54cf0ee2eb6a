import { processError, type FailingProcess, type ProcessFailure } from './process-failure';
import type { ProcessLink, StartProcess } from './process-link';
import { readServerMessage, type ClientMessage, type ServerMessage } from './process-messages';
import { restAfter, type RestartPolicy } from './restart-policy';
import type { Timers } from './timers';

export interface KeeperOptions extends FailingProcess {
  readonly start: StartProcess;
  readonly restarts: RestartPolicy;
  readonly timers: Timers;
  readonly onMessage: (message: ServerMessage) => void;
  /** The process is gone or about to be: nothing sent so far will be answered. */
  readonly onEnd: (failure: ProcessFailure, exitCode: number | null) => void;
}

/**
 * `ending`: killed but not yet gone. What is sent meanwhile waits for the next process, so that two processes never
 * hold the same file.
 */
type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly link: ProcessLink; ready: boolean }
  | { readonly kind: 'ending'; readonly waiting: readonly ClientMessage[] };

/** Keeps one process running while there is something to send, and none after `stop`. */
export class ProcessKeeper {
  readonly #options: KeeperOptions;
  #state: State = { kind: 'idle' };
  #failedStarts = 0;
  #restUntil = 0;
  #stopping: PromiseWithResolvers<undefined> | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /**
   * Sends a message, starting the process first if none runs.
   *
   * @throws AppError with reason `stopped`, `resting` (with `retryAfterMs`) or `not-started`.
   */
  send(message: ClientMessage): void {
    if (this.#stopping !== undefined) throw processError(this.#options, 'stopped');
    if (this.#state.kind === 'idle') this.#start().post(message);
    else this.#pass(message);
  }

  /** Passes a cancellation on if there still is somebody to tell. */
  cancel(id: number): void {
    this.#pass({ kind: 'cancel', id });
  }

  #pass(message: ClientMessage): void {
    const state = this.#state;
    if (state.kind === 'running') state.link.post(message);
    if (state.kind === 'ending') this.#state = { kind: 'ending', waiting: [...state.waiting, message] };
  }

  /** Ends a process that is no longer of use. What waits for the next process is given up too. */
  end(failure: ProcessFailure): void {
    const state = this.#state;
    if (state.kind === 'idle') return;
    this.#state = { kind: 'ending', waiting: [] };
    if (state.kind === 'running') {
      if (!state.ready) this.#countFailedStart();
      state.link.kill();
    }
    this.#options.onEnd(failure, null);
  }

  /** Asks the process to finish its calls and stop; kills it after the grace. Nothing can be sent from now on. */
  async stop(graceMs: number): Promise<void> {
    if (this.#stopping !== undefined) return this.#stopping.promise;
    this.#stopping = Promise.withResolvers<undefined>();
    const state = this.#state;
    if (state.kind === 'idle') this.#stopping.resolve(undefined);
    if (state.kind === 'running') {
      state.link.post({ kind: 'stop' } satisfies ClientMessage);
      const callOff = this.#options.timers.after(graceMs, () => state.link.kill());
      void this.#stopping.promise.then(callOff);
    }
    return this.#stopping.promise;
  }

  #start(): ProcessLink {
    const { timers, start } = this.#options;
    const restMs = this.#restUntil - timers.now();
    if (restMs > 0) {
      throw processError(this.#options, 'resting', { retryAfterMs: Math.ceil(restMs) });
    }
    let link: ProcessLink;
    try {
      link = start();
    } catch (cause) {
      this.#countFailedStart();
      throw processError(this.#options, 'not-started', { cause });
    }
    const running: State = { kind: 'running', link, ready: false };
    this.#state = running;
    link.onMessage((message) => {
      if (this.#state !== running) return;
      const read = readServerMessage(message);
      if (read?.kind === 'ready') {
        running.ready = true;
        this.#failedStarts = 0;
      } else if (read !== undefined) this.#options.onMessage(read);
    });
    link.onExit((code) => this.#exited(running, code));
    return link;
  }

  #exited(running: State & { kind: 'running' }, code: number | null): void {
    const state = this.#state;
    this.#state = { kind: 'idle' };
    if (state === running) {
      if (!running.ready) this.#countFailedStart();
      this.#options.onEnd(this.#failureOfExit(running.ready), code);
    }
    this.#stopping?.resolve(undefined);
    if (state.kind === 'ending') this.#resend(state.waiting);
  }

  #failureOfExit(wasReady: boolean): ProcessFailure {
    if (this.#stopping !== undefined) return 'stopped';
    return wasReady ? 'exited' : 'not-started';
  }

  #resend(waiting: readonly ClientMessage[]): void {
    try {
      for (const message of waiting) this.send(message);
    } catch {
      // The cause is in the state the next call meets; those who wait learn that theirs went unanswered.
      this.#options.onEnd(this.#stopping === undefined ? 'not-started' : 'stopped', null);
    }
  }

  #countFailedStart(): void {
    const { restarts, timers } = this.#options;
    this.#failedStarts += 1;
    this.#restUntil = timers.now() + restAfter(this.#failedStarts, restarts);
  }
}
