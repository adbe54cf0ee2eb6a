// The child of real-child.test.ts: every way a real process can leave a call without an answer.
import { serveProcess } from '../../../../main/processes/process-server';

export interface ChildApi {
  echo: (input: unknown) => unknown;
  pid: () => number;
  spin: () => void;
  crash: (input: number) => void;
  untilCancelled: () => string;
  announce: (input: string) => void;
}

export interface ChildEvents {
  said: string;
}

// What Electron sends first; a process may well live on after it.
process.on('SIGTERM', () => undefined);

serveProcess<ChildApi, ChildEvents>(process.parentPort, {
  echo: (input) => input,
  pid: () => process.pid,
  spin: () => {
    // Far longer than any limit in the tests, yet it does not burn a processor forever should nobody end it.
    const end = performance.now() + 10_000;
    while (performance.now() < end);
  },
  crash: (code) => process.exit(code),
  untilCancelled: (_input, { signal, emit }) =>
    new Promise((resolve) => {
      emit('said', 'begun');
      signal.addEventListener('abort', () => {
        emit('said', 'cancelled');
        resolve('cancelled');
      });
    }),
  announce: (input, { emit }) => emit('said', input),
});
