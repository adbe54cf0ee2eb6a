import { AppError, fromErrorAnswer } from '#domain/app-error';
import type { StoreApi, StoreEvents } from '../../store/store-api';
import type { PrintPage } from './page-printer';

type PrintAnswers = Pick<StoreApi, 'printed' | 'printFailed'>;

/** What belongs to one piece of work of this process: when it is given up, and how it calls for the main process. */
interface PrintingWork {
  readonly signal: AbortSignal;
  readonly emit: <E extends keyof StoreEvents>(event: E, payload: StoreEvents[E]) => void;
}

/**
 * Has the main process print. Calls go one way between the processes, from main; so a print is asked for by an event, which has a
 * ticket, and answered by a call that names it.
 */
export class PrintTickets {
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  #count = 0;

  /** A printer for one piece of work; a print under way is given up when the signal aborts. */
  printer({ signal, emit }: PrintingWork): PrintPage {
    return async (page) => {
      const ticket = (this.#count += 1);
      const waiting = Promise.withResolvers<Uint8Array>();
      const drop = () => {
        emit('printDropped', { ticket });
        waiting.reject(new AppError('app/cancelled', { message: 'The work was cancelled.' }));
      };
      this.#waiting.set(ticket, waiting);
      signal.addEventListener('abort', drop, { once: true });
      try {
        if (signal.aborted) drop();
        else emit('printWanted', { ...page, ticket });
        return await waiting.promise;
      } finally {
        signal.removeEventListener('abort', drop);
        this.#waiting.delete(ticket);
      }
    };
  }

  /** For the calls of the main process. An answer that nobody waits for any more is nobody's. */
  readonly answers: PrintAnswers = {
    printed: ({ ticket, pdf }) => this.#waiting.get(ticket)?.resolve(pdf),
    printFailed: ({ ticket, error }) => this.#waiting.get(ticket)?.reject(fromErrorAnswer(error)),
  };
}
