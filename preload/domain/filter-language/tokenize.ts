import { fieldNamed } from './fields';
import { isGap, isMark, withoutMarks } from './text-marks';

/** A stretch of the text that means one thing: a field's name, a member of a list, a word. */
export interface Piece {
  /** Without quotes and, unless quoted, without direction marks. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
  /** An open quote ends with the text. */
  readonly quote: 'none' | 'closed' | 'open';
}

/** A word, or a field with its values. */
export interface Token {
  readonly at: number;
  readonly end: number;
  readonly isRefused: boolean;
  /** The name before a colon, without it; a free word has none. */
  readonly name?: Piece;
  /** At least one; more only behind the name of a list field. May be empty pieces. */
  readonly values: readonly [Piece, ...Piece[]];
}

/** Splits a text into words and terms; every text has tokens, and none is refused here. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skip(text, 0, isGap);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skip(text, token.end, isGap);
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token {
  const isRefused = text[at] === '-';
  const start = isRefused ? skip(text, at + 1, isMark) : at;
  const name = nameAt(text, start);
  const values =
    name === undefined
      ? ([pieceAt(text, start, '')] as const)
      : valuesAt(text, name.end + 1, fieldNamed(name.text)?.kind === 'list');
  const end = values.at(-1)?.end ?? start;
  return { at, end, isRefused, values, ...(name === undefined ? {} : { name }) };
}

/** The name that begins here, if one does: letters before a colon, unless an address follows (`https://x`). */
export function nameAt(text: string, at: number): Piece | undefined {
  const end = skip(text, at, (letter) => /[\p{L}\p{M}]/u.test(letter) || isMark(letter));
  const name = withoutMarks(text.slice(at, end));
  if (name === '' || text[end] !== ':' || text.startsWith('//', end + 1)) return undefined;
  return { text: name, at, end, quote: 'none' };
}

function valuesAt(text: string, at: number, isList: boolean): readonly [Piece, ...Piece[]] {
  const divider = isList ? ',' : '';
  const values: [Piece, ...Piece[]] = [pieceAt(text, at, divider)];
  let comma = skip(text, values[0].end, isMark);
  while (isList && text[comma] === ',') {
    const piece = pieceAt(text, comma + 1, divider);
    values.push(piece);
    comma = skip(text, piece.end, isMark);
  }
  return values;
}

/** What stands between here and the next gap or divider. */
function pieceAt(text: string, at: number, divider: string): Piece {
  const start = skip(text, at, isMark);
  if (text[start] === '"') return quotedAt(text, start);
  const end = skip(text, start, (letter) => !isSpace(letter) && letter !== divider);
  return { text: withoutMarks(text.slice(start, end)), at: start, end, quote: 'none' };
}

/** A backslash takes the sting out of a quote and of itself; before anything else it is only a backslash. */
function quotedAt(text: string, start: number): Piece {
  let inner = '';
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at += 1;
    inner += text[at] ?? '';
    at += 1;
  }
  const isClosed = at < text.length;
  return { text: inner, at: start, end: isClosed ? at + 1 : at, quote: isClosed ? 'closed' : 'open' };
}

function isSpace(letter: string): boolean {
  return isGap(letter) && !isMark(letter);
}

function skip(text: string, from: number, belongs: (letter: string) => boolean): number {
  let at = from;
  while (at < text.length && belongs(text.charAt(at))) at += 1;
  return at;
}
