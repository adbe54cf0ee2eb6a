import { createHash } from 'node:crypto';
import type { WriteChunk } from '../files/atomic-file';

/** What a file is written to, from its first byte to its last. */
export interface ExportOutput {
  /** Resolves when the system has taken the text (as UTF-8) or the bytes. */
  write(content: string | Uint8Array): Promise<void>;
  /** SHA-256 of everything written so far, hex. */
  sha256(): string;
}

/** Counts and hashes what passes on its way to the file. */
export function createOutput(write: WriteChunk): ExportOutput & { readonly bytes: () => number } {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(content) {
      const chunk = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      hash.update(chunk);
      bytes += chunk.length;
      await write(chunk);
    },
    sha256: () => hash.copy().digest('hex'),
    bytes: () => bytes,
  };
}
