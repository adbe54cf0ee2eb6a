import type { BridgeApi, InputOf, OutputOf } from '#contract/contract';
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
  /** Subscribes to an event; the returned function ends it. */
  on<E extends EventName>(name: E, listener: (payload: EventPayloads[E]) => void): () => void;
}

/** Wraps what preload exposes: unwraps each envelope once and throws its failure. */
export function createBridge(desk: BridgeApi): Bridge {
  return {
    async call(name, input) {
      const envelope = await desk.call(name, input).catch((thrown: unknown) => {
        throw toBridgeError(thrown);
      });
      if (!envelope.ok) throw new BridgeError(envelope.error);
      return envelope.value;
    },
    on: (name, listener) => desk.on(name, listener),
  };
}

/** The bridge of this page. */
export function openBridge(): Bridge {
  return createBridge(window.desk);
}
