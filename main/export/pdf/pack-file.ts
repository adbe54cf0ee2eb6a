import { once } from 'node:events';
import { createDeflate, type Deflate } from 'node:zlib';

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
export class FilePacker {
  readonly #deflate: Deflate = createDeflate();
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor() {
    this.#deflate.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Resolves when the bytes have been read and may change. */
  write(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    return new Promise((resolve, reject) => {
      this.#deflate.write(bytes, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  async finish(about: Pick<PackedFile, 'name' | 'mimeType' | 'modifiedAt'>): Promise<PackedFile> {
    this.#deflate.end();
    await once(this.#deflate, 'end');
    return { ...about, size: this.#size, packed: Buffer.concat(this.#chunks) };
  }
}
