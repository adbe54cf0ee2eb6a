import type { Writable } from 'node:stream';

/** Writes a line and waits until it is out: a process that ends earlier would cut it off. A closed pipe is no failure. */
export function writeLine(stream: Writable, line: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(`${line}\n`, () => resolve());
  });
}
