import type { InputOf, OutputOf } from '#contract/contract';
import type { EventPayloads } from '#contract/events';
import type { EventName, ServedName } from '#contract/names';
import type { Bridge } from '../../../renderer/bridge/bridge-client';

type Answers = { readonly [N in ServedName]?: (input: InputOf<N>) => Promise<OutputOf<N>> | OutputOf<N> };

export interface FakeBridge extends Bridge {
  /** Every call in order. */
  readonly calls: readonly { readonly name: ServedName; readonly input: unknown }[];
  inputsOf(name: ServedName): readonly unknown[];
  emit<E extends EventName>(name: E, payload: EventPayloads[E]): void;
}

/** A bridge that answers as told and remembers what it was asked. A channel without an answer gives undefined. */
export function createFakeBridge(answers: Answers): FakeBridge {
  const calls: { name: ServedName; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    calls,
    inputsOf: (name) => calls.filter((call) => call.name === name).map((call) => call.input),
    async call(name, input) {
      calls.push({ name, input });
      // A channel nobody answers is one whose output the test does not look at.
      return (await answers[name]?.(input)) as OutputOf<typeof name>;
    },
    async drop(file) {
      // A test hands in what the path of the file would be.
      const input = file as InputOf<'import:drop'>;
      calls.push({ name: 'import:drop', input });
      const answer = answers['import:drop'];
      if (answer === undefined) throw new Error('Nobody answers a dropped file.');
      return answer(input);
    },
    on(name, listener) {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => all.delete(listener);
    },
    emit(name, payload) {
      // Listeners are kept under the name whose payload they take.
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
  };
}
