import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { stopIfCancelled } from '../files/progress';
import { wrongEncoding } from './read-failures';

// Small enough that one chunk's rows take milliseconds: queries run between chunks.
const CHUNK_BYTES = 256 * 1024;

/** A file as text. */
export interface TextFile {
  readonly path: string;
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  /** The byte order mark, which is no text. */
  readonly skipBytes: number;
}

/** The bytes of a file in pieces; each is gone when the next one is asked for. */
export async function* byteChunks(path: string, signal: AbortSignal, from = 0): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    let position = from;
    for (;;) {
      stopIfCancelled(signal);
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, position);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/**
 * A file's text in chunks that never split a character. Bytes that are not of its encoding fail as `import/wrong-encoding`: a file
 * in another one would otherwise turn names into rubbish without a word.
 */
export async function* textChunks(file: TextFile, signal: AbortSignal): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding, { fatal: true, ignoreBOM: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (thrown) {
      throw wrongEncoding(thrown);
    }
  };
  for await (const bytes of byteChunks(file.path, signal, file.skipBytes)) {
    const text = decode(bytes);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

/** The first bytes of a file. */
export async function headBytes(path: string, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
