import { TextDecoder } from 'node:util';
import type { CsvEncoding } from '#domain/import-reading';
import { byteOrderMarks } from '../csv/byte-order-mark';

/** Writes text in an encoding; a character that it lacks becomes a question mark. */
export interface TextEncoding {
  /** Stands at the start of a file. */
  readonly mark: Uint8Array;
  encode(text: string): Uint8Array;
  /** Whether every character of a text can be written. */
  holds(text: string): boolean;
}

function markFor(encoding: CsvEncoding): Uint8Array {
  return Uint8Array.from(byteOrderMarks.find(([name]) => name === encoding)?.[1] ?? []);
}

/** A code page, turned around from what the platform decodes it to. */
function codePage(encoding: CsvEncoding): TextEncoding {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const byteOf = new Map([...new TextDecoder(encoding).decode(bytes)].map((char, byte) => [char, byte]));
  return {
    mark: new Uint8Array(0),
    encode: (text) => Uint8Array.from([...text], (char) => byteOf.get(char) ?? 0x3f),
    holds: (text) => [...text].every((char) => byteOf.has(char)),
  };
}

/** The writing side of an encoding that files are read in. */
export function textEncoding(encoding: CsvEncoding): TextEncoding {
  const mark = markFor(encoding);
  const holds = () => true;
  switch (encoding) {
    case 'utf-8':
      return { mark, holds, encode: (text) => Buffer.from(text, 'utf8') };
    case 'utf-16le':
      return { mark, holds, encode: (text) => Buffer.from(text, 'utf16le') };
    case 'utf-16be':
      return { mark, holds, encode: (text) => Buffer.from(text, 'utf16le').swap16() };
    case 'windows-1256':
    case 'windows-1252':
      return codePage(encoding);
  }
}
