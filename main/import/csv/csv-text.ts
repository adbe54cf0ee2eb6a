import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { unreadable } from '../read-failures';
import type { CsvShape } from './csv-shape';

// Small enough that one chunk's rows take milliseconds: queries run between chunks.
const CHUNK_BYTES = 256 * 1024;

/** A CSV file with how it is written. */
export interface CsvFile {
  readonly path: string;
  readonly shape: CsvShape;
}

/**
 * A file's text in chunks that never split a character. Bytes that are not of the file's encoding fail as `import/unreadable`:
 * a file in an old Arabic code page would otherwise turn names into rubbish without a word.
 */
export async function* textChunks({ path, shape }: CsvFile): AsyncGenerator<string> {
  const handle = await open(path, 'r');
  try {
    const decoder = new TextDecoder(shape.encoding, { fatal: true, ignoreBOM: true });
    let position = shape.bomBytes;
    const buffer = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, position);
      const text = decode(decoder, buffer.subarray(0, bytesRead));
      if (text !== '') yield text;
      if (bytesRead === 0) return;
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Decodes the next bytes; none at all means that the text ends here. */
function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes.length > 0 });
  } catch (thrown) {
    throw unreadable('encoding', thrown);
  }
}
