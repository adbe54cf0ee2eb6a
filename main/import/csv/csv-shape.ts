import { TextDecoder } from 'node:util';
import { csvDelimiters, type CsvDelimiter, type CsvEncoding } from '#domain/import-reading';

/** How a CSV file is written. */
export interface CsvShape {
  readonly encoding: CsvEncoding;
  /** Bytes before the text: the byte order mark. */
  readonly bomBytes: number;
  readonly delimiter: CsvDelimiter;
  readonly newline: '\r\n' | '\n' | '\r';
}

type Encoding = Pick<CsvShape, 'encoding' | 'bomBytes'>;

function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  return { encoding: 'utf-8', bomBytes: 0 };
}

/** The text up to the first line end outside quotes, without what stands in quotes. */
function bareHeader(text: string): { bare: string; newline: CsvShape['newline'] } {
  let bare = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '\n') return { bare, newline: '\n' };
    else if (char === '\r') return { bare, newline: text.charAt(at + 1) === '\n' ? '\r\n' : '\r' };
    else bare += char;
  }
  return { bare, newline: '\n' };
}

/**
 * Tells encoding, delimiter and line ends from the first bytes of a file: the delimiter is the one of comma, semicolon, tab and bar
 * that parts the header row most often. Undefined when the bytes are not text.
 */
export function csvShapeOf(head: Uint8Array): CsvShape | undefined {
  const { encoding, bomBytes } = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head.subarray(bomBytes));
  if (text.trim() === '' || text.includes('\0')) return undefined;
  const { bare, newline } = bareHeader(text);
  const counts = csvDelimiters.map((delimiter) => bare.split(delimiter).length);
  const delimiter = csvDelimiters[counts.indexOf(Math.max(...counts))] ?? ',';
  return { encoding, bomBytes, delimiter, newline };
}
