import { AppError, toAppError, toErrorAnswer } from '#domain/app-error';

import type { CallContext, NoEvents, ProcessApi, ProcessEvents, ServedApi } from './process-api';
import { cancelled } from './process-failure';
import { readClientMessage, type ClientMessage, type ServerMessage } from './process-messages';

/** The child's end of the connection, in the shape of Electron's `process.parentPort`. */
export interface ServerPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
}

export interface ServeOptions {
  /** Runs before the first call does; if it fails the process ends with code 1, which the parent counts. */
  readonly onReady?: () => void | Promise<void>;
  /** Runs when the parent asks the process to stop, after the running calls have settled. */
  readonly onStop?: () => void | Promise<void>;
  readonly exit?: (code: number) => void;
}

/** Answers the parent's calls with the functions of an api, until the parent asks to stop. */
export function serveProcess<Api extends ProcessApi<Api>, Events extends ProcessEvents = NoEvents>(
  port: ServerPort,
  api: ServedApi<Api, Events>,
  options: ServeOptions = {},
): void {
  const server = new ProcessServer(port, api, options);
  port.on('message', ({ data }) => {
    const message = readClientMessage(data);
    if (message !== undefined) server.receive(message);
  });
}

type Call = ClientMessage & { kind: 'call' };
type AnyFunction = (input: unknown, context: CallContext<Record<string, unknown>>) => unknown;

class ProcessServer {
  readonly #port: ServerPort;
  readonly #functions: ReadonlyMap<string, AnyFunction>;
  readonly #options: ServeOptions;
  readonly #ready: Promise<void>;
  readonly #running = new Map<number, { readonly abort: AbortController; readonly done: Promise<void> }>();

  constructor(port: ServerPort, api: object, options: ServeOptions) {
    this.#port = port;
    // The input was typed by the caller against the same Api; a Map keeps `constructor` and the like out of reach.
    this.#functions = new Map(Object.entries(api) as [string, AnyFunction][]);
    this.#options = options;
    this.#ready = this.#prepare();
  }

  receive(message: ClientMessage): void {
    switch (message.kind) {
      case 'call': {
        const abort = new AbortController();
        this.#running.set(message.id, { abort, done: this.#run(message, abort.signal) });
        return;
      }
      case 'cancel':
        return this.#running.get(message.id)?.abort.abort();
      case 'stop':
        void this.#stop();
    }
  }

  async #prepare(): Promise<void> {
    try {
      await this.#options.onReady?.();
    } catch (thrown) {
      process.stderr.write(`${textOf(thrown)}\n`);
      this.#exit(1);
      return new Promise(() => undefined);
    }
    this.#post({ kind: 'ready' });
  }

  async #run(call: Call, signal: AbortSignal): Promise<void> {
    const { id, method, input } = call;
    try {
      await this.#ready;
      // A function that only listens for the abort would miss one that came first.
      if (signal.aborted) throw cancelled();
      const run = this.#functions.get(method);
      if (run === undefined) throw new AppError('app/unexpected', { message: `No method ${method}.` });
      const value = await run(input, {
        signal,
        emit: (event, payload) => this.#post({ kind: 'event', event, payload }),
      });
      // Posted inside the try: an answer that cannot be cloned becomes a failure rather than silence.
      this.#post({ kind: 'answer', id, value });
    } catch (thrown) {
      this.#post(failureOf(id, thrown));
    } finally {
      this.#running.delete(id);
    }
  }

  async #stop(): Promise<void> {
    const calls = [...this.#running.values()];
    for (const { abort } of calls) abort.abort();
    await Promise.allSettled(calls.map(({ done }) => done));
    try {
      await this.#options.onStop?.();
      this.#exit(0);
    } catch (thrown) {
      process.stderr.write(`${textOf(thrown)}\n`);
      this.#exit(1);
    }
  }

  #post(message: ServerMessage): void {
    this.#port.postMessage(message);
  }

  #exit(code: number): void {
    if (this.#options.exit === undefined) process.exit(code);
    this.#options.exit(code);
  }
}

function failureOf(id: number, thrown: unknown): ServerMessage {
  const error = toAppError(thrown);
  const trace = error.cause === undefined ? {} : { trace: textOf(error.cause) };
  return { kind: 'failure', id, error: toErrorAnswer(error, `call-${String(id)}`), ...trace };
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
