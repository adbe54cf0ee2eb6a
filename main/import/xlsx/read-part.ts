import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { tooLarge, wrongEncoding } from '../read-failures';
import { unreadableWorkbook, workbookWithDoctype } from './workbook-refusal';

export type Attributes = Readonly<Record<string, string>>;

/** What a part's markup is told to. Names come without their namespace prefix. */
export interface PartHandler {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Sheets need eight levels. */
const MAX_DEPTH = 64;
/** The parser keeps text and markup until they end: no cell Excel can hold comes near this. */
const MAX_PENDING_CHARS = 1024 * 1024;

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** An attribute by its name without a prefix: `r:id` is `id` in one file and `rel:id` in the next. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

/** A strict parser that refuses every DOCTYPE, with which a small file could name outside files or grow without end. */
function createParser(handler: PartHandler, onProgress: () => void) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw unreadableWorkbook('damaged', error);
  });
  parser.on('doctype', () => {
    throw workbookWithDoctype();
  });
  parser.on('opentag', ({ name, attributes }) => {
    onProgress();
    depth += 1;
    if (depth > MAX_DEPTH) throw tooLarge('nesting');
    handler.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    onProgress();
    depth -= 1;
    handler.close?.(localName(name));
  });
  if (handler.text !== undefined) {
    parser.on('text', handler.text);
    parser.on('cdata', handler.text);
  }
  return parser;
}

/** XML is UTF-8 unless a byte order mark says otherwise. */
function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The chunks as text. Bytes that are not of the encoding are refused. */
async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (thrown) {
    throw thrown instanceof TypeError ? wrongEncoding(thrown) : thrown;
  }
}

/**
 * Reads one part's XML and tells its markup, chunk by chunk: whoever iterates can stop, or do work, between two chunks. Fails with
 * `import/unreadable` for what is not well-formed, and with `import/doctype-refused`.
 */
export async function* readPart(
  chunks: AsyncIterable<Uint8Array>,
  handler: PartHandler,
): AsyncGenerator<undefined, void> {
  let pendingChars = 0;
  const parser = createParser(handler, () => {
    pendingChars = 0;
  });
  for await (const text of decoded(chunks)) {
    pendingChars += text.length;
    if (pendingChars > MAX_PENDING_CHARS) throw tooLarge('cell');
    parser.write(text);
    yield;
  }
  parser.close();
}

/** Reads one part to its end. */
export async function readWholePart(chunks: AsyncIterable<Uint8Array>, handler: PartHandler): Promise<void> {
  for await (const _turn of readPart(chunks, handler));
}
