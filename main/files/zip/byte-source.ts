import type { FileHandle } from 'node:fs/promises';

/** Bytes that can be read from any place. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `position` on; fewer than `length` only where the source ends. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** The bytes of an open file, which the caller closes. */
export function bytesOfFile(handle: FileHandle, size: number): ByteSource {
  return {
    size,
    async read(position, length) {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - position)));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
  };
}

/** Bytes that are in memory already. */
export function bytesOf(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)),
  };
}
