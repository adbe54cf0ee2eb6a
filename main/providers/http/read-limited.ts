import { isUtf8 } from 'node:buffer';

/** Reads a body as UTF-8 text; undefined when it is longer than the limit in bytes or not UTF-8. Rejects when it breaks off. */
export async function readLimited(response: Response, limit: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A body's stream gives bytes; Node's types leave that open. Leaving the loop early cancels the stream.
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}
