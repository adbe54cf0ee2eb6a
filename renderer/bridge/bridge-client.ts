import type { BridgeApi, Envelope, InputOf, OutputOf } from '#contract/contract';
import type { EventPayloads } from '#contract/events';
import type { ChannelName, EventName } from '#contract/names';
import { BridgeError, toBridgeError } from './bridge-error';

declare global {
  interface Window {
    /** Put there by preload. */
    readonly desk: BridgeApi;
  }
}

/** The main process as the screen sees it. Stores take it as a value, so that tests hand in their own. */
export interface Bridge {
  /** Asks main. Rejects with a BridgeError and nothing else. */
  call<N extends ChannelName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** Describes a `File` that was dropped on the page, which names no path itself. Rejects as `call` does. */
  drop(file: object): Promise<OutputOf<'import:drop'>>;
  /** Subscribes to an event; the returned function ends it. */
  on<E extends EventName>(name: E, listener: (payload: EventPayloads[E]) => void): () => void;
}

async function unwrap<T>(answer: Promise<Envelope<T>>): Promise<T> {
  const envelope = await answer.catch((thrown: unknown) => {
    throw toBridgeError(thrown);
  });
  if (!envelope.ok) throw new BridgeError(envelope.error);
  return envelope.value;
}

/** Wraps what preload exposes: unwraps each envelope once and throws its failure. */
export function createBridge(desk: BridgeApi): Bridge {
  return {
    call: (name, input) => unwrap(desk.call(name, input)),
    drop: (file) => unwrap(desk.drop(file)),
    on: (name, listener) => desk.on(name, listener),
  };
}

/** The bridge of this page. */
export function openBridge(): Bridge {
  return createBridge(window.desk);
}
