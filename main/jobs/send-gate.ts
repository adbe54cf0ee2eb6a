import { AppError } from '#domain/app-error';

/** What an edit passes before it is sent. */
export interface SendGate {
  /** Aborted once nothing more may be sent: what waits for its turn then gives up, what is under way is finished. */
  readonly signal: AbortSignal;
  /**
   * Resolves when it is the edit's turn, with what gives the turn on; rejects with `app/cancelled` once nothing more may be
   * sent.
   */
  enter(): Promise<() => void>;
  /** Told of a failed sending the moment it is known. */
  note(failure: AppError): void;
}

/** Lets a few in at once, in the order they came. */
export class SendTurns {
  readonly #waiting: { readonly enter: () => void; readonly leave: (error: AppError) => void }[] = [];
  readonly #signal: AbortSignal;
  #free: number;

  constructor(atOnce: number, signal: AbortSignal) {
    this.#free = atOnce;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      for (const { leave } of this.#waiting.splice(0)) leave(new AppError('app/cancelled'));
    });
  }

  async enter(): Promise<() => void> {
    this.#refuseIfShut();
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((enter, leave) => this.#waiting.push({ enter, leave }));
    // It may have been shut since the turn was given on: nobody is let in any more, so the turn need not go on either.
    this.#refuseIfShut();
    return () => {
      this.#giveOn();
    };
  }

  #refuseIfShut(): void {
    if (this.#signal.aborted) throw new AppError('app/cancelled');
  }

  #giveOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next.enter();
  }
}
