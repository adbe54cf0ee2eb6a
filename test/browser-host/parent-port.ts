import { EventEmitter } from 'node:events';

/** `process.parentPort` of a utility process: messages wait until somebody listens, as in Electron. */
export class ParentPort extends EventEmitter {
  readonly #early: unknown[] = [];

  constructor() {
    super();
    process.on('message', (data) => {
      if (!this.emit('message', { data, ports: [] })) this.#early.push(data);
    });
    // Electron ends its utility processes with the application.
    process.on('disconnect', () => process.exit());
    this.on('newListener', (name) => {
      if (name === 'message')
        setImmediate(() =>
          this.#early.splice(0).forEach((data) => this.emit('message', { data, ports: [] })),
        );
    });
  }

  postMessage(message: unknown): void {
    process.send?.(message);
  }
}
