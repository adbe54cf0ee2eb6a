import type { EventEmitter } from 'node:events';

/** Emits an event that listeners may prevent, and answers whether none did. */
export function emitPreventable(emitter: EventEmitter, name: string, ...args: readonly unknown[]): boolean {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  emitter.emit(name, event, ...args);
  return !event.defaultPrevented;
}
