import { SaxesParser } from 'saxes';
import { AppError, isAppError } from '#domain/app-error';
import { toReadError } from '../../files/file-error';
import { MAX_CELL_CHARS, MAX_NESTING, MAX_RECORD_CHARS } from '../import-limits';
import { tooLarge } from '../read-failures';
import { textChunks } from '../text-chunks';
import { xmlTextOf } from './xml-encoding';

/** Attributes by name, without those that declare namespaces. */
export type Attributes = Readonly<Record<string, string>>;

/** What is told of a document, in its order. Names come without the prefix of their namespace. */
export interface XmlListener {
  open(name: string, attributes: Attributes, line: number): void;
  text(text: string): void;
  close(): void;
}

export interface XmlWork {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly listener: XmlListener;
  /** Asked between two pieces of the file, told how many characters have passed. */
  readonly isDone: (chars: number) => boolean;
}

/** Thrown by a listener that has seen enough. */
export class EnoughXml extends Error {}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localAttributes(attributes: Attributes): Attributes {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(':') || name === 'xmlns')) return attributes;
  const own = names.filter((name) => name !== 'xmlns' && !name.startsWith('xmlns:'));
  return Object.fromEntries(own.map((name) => [localName(name), attributes[name] ?? '']));
}

function refuseLong(text: string): void {
  if (text.length > MAX_CELL_CHARS) throw tooLarge('cell');
}

/** A strict parser that tells a listener, within the limits. */
function createParser(listener: XmlListener, onEvent: () => void): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new AppError('import/doctype-refused', { message: 'The XML file has a DOCTYPE.' });
  });
  parser.on('opentag', ({ name, attributes }) => {
    onEvent();
    depth += 1;
    if (depth > MAX_NESTING) throw tooLarge('nesting');
    for (const key in attributes) refuseLong(attributes[key] ?? '');
    listener.open(localName(name), localAttributes(attributes), parser.line);
  });
  parser.on('text', (text) => {
    onEvent();
    refuseLong(text);
    listener.text(text);
  });
  parser.on('cdata', (text) => {
    onEvent();
    refuseLong(text);
    listener.text(text);
  });
  parser.on('closetag', () => {
    onEvent();
    depth -= 1;
    listener.close();
  });
  return parser;
}

/** What the parser throws of its own is about the document; the rest is thrown on. */
function toXmlFailure(thrown: unknown): unknown {
  if (isAppError(thrown) || thrown instanceof EnoughXml) return thrown;
  if (!(thrown instanceof Error) || 'code' in thrown || thrown instanceof TypeError) return thrown;
  return new AppError(
    'import/not-well-formed',
    { message: 'The XML file is not well-formed.', reason: thrown.message.slice(0, 120) },
    thrown,
  );
}

async function feed({ path, signal, listener, isDone }: XmlWork): Promise<void> {
  let fed = 0;
  let toldAt = 0;
  const parser = createParser(listener, () => (toldAt = fed));
  const step = (run: () => void) => {
    try {
      run();
    } catch (thrown) {
      throw toXmlFailure(thrown);
    }
  };
  for await (const chunk of textChunks(await xmlTextOf(path), signal)) {
    step(() => parser.write(chunk));
    fed += chunk.length;
    // The parser keeps what it cannot tell yet: a tag, a comment or a text that does not end.
    if (fed - toldAt > MAX_RECORD_CHARS) throw tooLarge('cell');
    if (isDone(fed)) return;
  }
  step(() => parser.close());
}

/**
 * Reads an XML file strictly and in constant memory. Only the five entities of XML itself and characters by number are known, and
 * no DOCTYPE is taken, so that nothing can grow or be pulled in.
 *
 * Fails with `import/not-well-formed`, `import/doctype-refused`, `import/too-complex`, `import/cell-too-long`,
 * `import/wrong-encoding`, `file/not-found` or `app/cancelled`, or with what the listener threw.
 */
export async function parseXml(work: XmlWork): Promise<void> {
  try {
    await feed(work);
  } catch (thrown) {
    if (thrown instanceof EnoughXml) return;
    throw toReadError(thrown);
  }
}
