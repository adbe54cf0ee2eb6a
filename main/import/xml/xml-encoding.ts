import { TextDecoder } from 'node:util';
import { markOf } from '../csv/byte-order-mark';
import { wrongEncoding } from '../read-failures';
import { headBytes, type TextFile } from '../text-chunks';

const HEAD_BYTES = 1024;
const declaration = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/** The encoding of an XML file without a byte order mark. Source: XML 1.0, appendix F. */
function unmarked(head: Uint8Array): string {
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const start = Buffer.from(head).toString('latin1');
  return declaration.exec(start)?.[1] ?? 'utf-8';
}

/** How the text of an XML file is read. Fails with `import/wrong-encoding` for an encoding that nobody knows. */
export async function xmlTextOf(path: string): Promise<TextFile> {
  const head = await headBytes(path, HEAD_BYTES);
  const mark = markOf(head);
  const encoding = mark?.encoding ?? unmarked(head);
  try {
    return { path, encoding: new TextDecoder(encoding).encoding, skipBytes: mark?.bytes ?? 0 };
  } catch (thrown) {
    throw wrongEncoding(thrown);
  }
}
