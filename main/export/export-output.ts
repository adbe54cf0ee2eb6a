import { createHash } from 'node:crypto';
import type { WriteChunk } from '../files/atomic-file';
import { TextBuffer } from './text-buffer';

/** What a file is written to, from its first byte to its last. */
export interface ExportOutput {
  /** Takes text, to be written as UTF-8. */
  add(text: string): void;
  /** Writes what was added once it is enough; to be awaited after each page, since it is what slows a fast writer down. */
  drain(): Promise<void>;
  /** Writes bytes, after what was added. Resolves when the system has taken them: they may change from then on. */
  write(bytes: Uint8Array): Promise<void>;
  /** Writes everything that was added, and answers the SHA-256 of the file so far, hex. */
  sha256(): Promise<string>;
}

/** Fewer, larger writes: each costs a tenth of a millisecond to hand over. */
const CHUNK_BYTES = 1 << 20;

/**
 * Counts and hashes what passes on its way to the file. One chunk is written while the next is put together; a failure shows in
 * whatever is awaited next.
 */
export function createOutput(write: WriteChunk): ExportOutput & { readonly bytes: () => number } {
  const hash = createHash('sha256');
  let filling = new TextBuffer(CHUNK_BYTES);
  let resting = new TextBuffer(CHUNK_BYTES);
  let writing = Promise.resolve();
  let bytes = 0;

  async function send(chunk: Uint8Array): Promise<void> {
    await writing;
    if (chunk.length === 0) return;
    writing = write(chunk);
    // Who gives the file up before the next write does not ask for its outcome.
    writing.catch(() => undefined);
    hash.update(chunk);
    bytes += chunk.length;
  }

  async function sendAdded(): Promise<void> {
    await send(filling.content());
    [filling, resting] = [resting, filling];
    filling.clear();
  }

  return {
    add: (text) => filling.add(text),
    async drain() {
      if (filling.length >= CHUNK_BYTES) await sendAdded();
    },
    async write(chunk) {
      await sendAdded();
      await send(chunk);
      await writing;
    },
    async sha256() {
      await sendAdded();
      await writing;
      return hash.copy().digest('hex');
    },
    bytes: () => bytes,
  };
}
