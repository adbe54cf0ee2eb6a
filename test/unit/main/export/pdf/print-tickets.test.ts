import { describe, expect, it } from 'vitest';
import { AppError, type ErrorAnswer } from '#domain/app-error';
import { PrintTickets } from '../../../../../main/export/pdf/ask-to-print';
import type { PrintedPage } from '../../../../../main/export/pdf/page-printer';
import { servePrints, type PrintServing } from '../../../../../main/export/pdf/serve-prints';
import type { StoreEvents } from '../../../../../main/store/store-api';

type Print = PrintServing['print'];
type Listener = (payload: StoreEvents[keyof StoreEvents]) => void;

/** Both sides of a print, joined as the two processes are: events one way, calls the other. */
function join(print: Print) {
  const tickets = new PrintTickets();
  const listeners = new Map<keyof StoreEvents, Listener>();
  const calls: string[] = [];
  const failures: ErrorAnswer[] = [];
  const store = {
    on: (event: keyof StoreEvents, listener: Listener) => {
      listeners.set(event, listener);
      return () => undefined;
    },
    call: (method: 'printed' | 'printFailed', input: never) => {
      calls.push(method);
      tickets.answers[method](input);
      return Promise.resolve();
    },
    // The client has more methods than a print needs.
  } as unknown as PrintServing['store'];
  const serving = servePrints({
    store,
    print,
    newId: () => 'id',
    onFailure: (answer) => failures.push(answer),
  });
  const printer = (signal: AbortSignal) =>
    tickets.printer({ signal, emit: (event, payload) => listeners.get(event)?.(payload) });
  return { printer, calls, failures, serving };
}

const page: PrintedPage = { html: '<p>1</p>', tagged: false };
const going = () => new AbortController().signal;
const untilAborted: Print = (_page, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('app/cancelled')));
  });

describe('a print that the store process asks of main', () => {
  it('comes back to the one who asked', async () => {
    const { printer } = join(({ html }) => Promise.resolve(Buffer.from(html)));
    const print = printer(going());
    const pages = ['a', 'b', 'c'].map((html) => print({ html, tagged: true }));
    expect((await Promise.all(pages)).map(String)).toEqual(['a', 'b', 'c']);
  });

  it('fails with the code it failed with in main, where it is logged', async () => {
    const { printer, failures } = join(() => Promise.reject(new AppError('export/print-failed')));
    await expect(printer(going())(page)).rejects.toMatchObject({ code: 'export/print-failed' });
    expect(failures).toMatchObject([{ code: 'export/print-failed', id: 'id' }]);
  });

  it('is given up in main too when the work is cancelled, and is no failure', async () => {
    const { printer, calls, failures } = join(untilAborted);
    const cancel = new AbortController();
    const printed = printer(cancel.signal)(page);
    cancel.abort();
    await expect(printed).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(calls).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('is not asked for when the work is cancelled already', async () => {
    const { printer } = join(untilAborted);
    await expect(printer(AbortSignal.abort())(page)).rejects.toMatchObject({ code: 'app/cancelled' });
  });

  it('is answered to nobody once the store process has ended: the call would start a new one', async () => {
    const { printer, calls, serving } = join(untilAborted);
    void printer(going())(page).catch(() => undefined);
    serving.dropAll();
    await new Promise((resolve) => setImmediate(resolve));
    expect(calls).toEqual([]);
  });

  it('that comes too late is nobody’s', () => {
    expect(() => new PrintTickets().answers.printed({ ticket: 7, pdf: new Uint8Array() })).not.toThrow();
  });
});
