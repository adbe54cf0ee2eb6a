import { toAppError, toErrorAnswer, type ErrorAnswer } from '#domain/app-error';
import type { StoreClient } from '../../store/store-client';
import type { PrintedPage } from './page-printer';

export interface PrintServing {
  readonly store: Pick<StoreClient, 'on' | 'call'>;
  /** Rejects with `app/cancelled` when the signal aborts. */
  readonly print: (page: PrintedPage, signal: AbortSignal) => Promise<Uint8Array>;
  readonly newId: () => string;
  readonly onFailure: (answer: ErrorAnswer, thrown: unknown) => void;
}

/** Prints what the store process asks for. `dropAll` is for the end of that process: nobody waits for an answer then. */
export function servePrints({ store, print, newId, onFailure }: PrintServing): { dropAll(): void } {
  const running = new Map<number, AbortController>();

  async function answer(ticket: number, page: PrintedPage): Promise<void> {
    const dropped = new AbortController();
    running.set(ticket, dropped);
    try {
      const pdf = await print(page, dropped.signal);
      // A call would start a process that has ended.
      if (!dropped.signal.aborted) await store.call('printed', { ticket, pdf });
    } catch (thrown) {
      if (dropped.signal.aborted) return;
      const error = toErrorAnswer(toAppError(thrown), newId());
      onFailure(error, thrown);
      await store.call('printFailed', { ticket, error });
    } finally {
      running.delete(ticket);
    }
  }

  store.on('printWanted', ({ ticket, ...page }) => {
    answer(ticket, page).catch((thrown: unknown) => {
      onFailure(toErrorAnswer(toAppError(thrown), newId()), thrown);
    });
  });
  store.on('printDropped', ({ ticket }) => {
    running.get(ticket)?.abort();
  });
  return {
    dropAll() {
      for (const dropped of running.values()) dropped.abort();
    },
  };
}
