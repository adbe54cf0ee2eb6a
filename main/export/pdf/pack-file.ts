import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createDeflate, type Deflate } from 'node:zlib';
import type { ExportOutput } from '../export-output';

/** A file that is only needed compressed. */
export interface PackedFile {
  readonly name: string;
  readonly mimeType: string;
  /** Of the file as it is, in bytes. */
  readonly size: number;
  /** As zlib packs it. */
  readonly packed: Uint8Array;
  readonly modifiedAt: number;
}

/** Compresses a file while it is made, beside the work of this process, and keeps nothing else of it. */
export class FilePacker implements ExportOutput {
  readonly #hash = createHash('sha256');
  readonly #deflate: Deflate = createDeflate();
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor() {
    this.#deflate.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    this.#hash.update(bytes);
    this.#size += bytes.length;
    if (!this.#deflate.write(bytes)) await once(this.#deflate, 'drain');
  }

  /** SHA-256 of the file as it is so far, hex. */
  sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  async finish(about: Pick<PackedFile, 'name' | 'mimeType' | 'modifiedAt'>): Promise<PackedFile> {
    this.#deflate.end();
    await once(this.#deflate, 'end');
    return {
      ...about,
      size: this.#size,
      packed: Buffer.concat(this.#chunks),
    };
  }
}
