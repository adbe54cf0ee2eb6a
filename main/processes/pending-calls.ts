import type { AppError } from '#domain/app-error';

import { cancelled } from './process-failure';
import type { Timers } from './timers';

/** A call's time limit in milliseconds; `none` for work that may last. */
export type CallLimit = number | 'none';

export type CallOutcome =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: AppError };

interface Watch {
  readonly limit: CallLimit;
  readonly signal: AbortSignal | undefined;
  /** After a cancel the process's own answer counts: it may have finished all the same. */
  readonly answersCancel?: boolean;
}

interface PendingCallsOptions {
  readonly timers: Timers;
  /** A call passed its limit. */
  readonly onOverdue: () => void;
  /** A call's signal was aborted; its caller has been told, or waits for the answer. */
  readonly onCancel: (id: number) => void;
}

interface Entry {
  readonly settle: (outcome: CallOutcome) => void;
  readonly release: () => void;
}

/**
 * The calls a process owes an answer.
 *
 * A cancelled call rejects at once, unless its answer is to be waited for, but stays on the books until the process answers, so that its time limit still
 * finds a process that hangs in it.
 */
export class PendingCalls {
  readonly #entries = new Map<number, Entry>();
  readonly #options: PendingCallsOptions;
  #lastId = 0;

  constructor(options: PendingCallsOptions) {
    this.#options = options;
  }

  open({ limit, signal, answersCancel = false }: Watch): {
    readonly id: number;
    readonly answer: Promise<unknown>;
  } {
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const settle = (outcome: CallOutcome): void => {
      if (outcome.ok) resolve(outcome.value);
      else reject(outcome.error);
    };
    const onAbort = (): void => {
      if (!answersCancel) settle({ ok: false, error: cancelled() });
      this.#options.onCancel(id);
    };
    const stopTimer =
      limit === 'none' ? () => undefined : this.#options.timers.after(limit, this.#options.onOverdue);
    signal?.addEventListener('abort', onAbort, { once: true });
    const release = (): void => {
      stopTimer();
      signal?.removeEventListener('abort', onAbort);
    };
    this.#entries.set(id, { settle, release });
    return { id, answer: promise };
  }

  /** Ends one call; an id no longer on the books is ignored. */
  settle(id: number, outcome: CallOutcome): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    entry.release();
    entry.settle(outcome);
  }

  failAll(error: AppError): void {
    for (const id of [...this.#entries.keys()]) this.settle(id, { ok: false, error });
  }
}
