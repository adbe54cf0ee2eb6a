import type { ProcessLink } from '../../../main/processes/process-link';
import type { ServerPort } from '../../../main/processes/process-server';

/** A process in this one: a link and a port joined by cloned messages, as two real processes are. */
export interface MemoryProcess {
  readonly link: ProcessLink;
  readonly port: ServerPort;
  readonly exit: (code: number | null) => void;
  /** How often the parent asked for its end. */
  readonly kills: () => number;
}

/** Makes a process; with `lingers` a kill does not end it before `exit` is called. */
export function memoryProcess({ lingers = false } = {}): MemoryProcess {
  const toParent: ((message: unknown) => void)[] = [];
  const toChild: ((event: { readonly data: unknown }) => void)[] = [];
  const onExit: ((code: number | null) => void)[] = [];
  const early: unknown[] = [];
  let alive = true;
  let kills = 0;

  const exit = (code: number | null): void => {
    if (!alive) return;
    alive = false;
    for (const listener of onExit) listener(code);
  };
  const deliver = (message: unknown): void => {
    if (alive) for (const listener of toChild) listener({ data: message });
  };
  const link: ProcessLink = {
    post: (message) => {
      const copy: unknown = structuredClone(message);
      if (toChild.length === 0) early.push(copy);
      else queueMicrotask(() => deliver(copy));
    },
    onMessage: (listener) => void toParent.push(listener),
    onExit: (listener) => void onExit.push(listener),
    kill: () => {
      kills += 1;
      if (!lingers) queueMicrotask(() => exit(null));
    },
  };
  const port: ServerPort = {
    on: (_event, listener) => {
      toChild.push(listener);
      for (const message of early.splice(0)) queueMicrotask(() => deliver(message));
    },
    postMessage: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => {
        if (alive) for (const listener of toParent) listener(copy);
      });
    },
  };
  return { link, port, exit, kills: () => kills };
}
