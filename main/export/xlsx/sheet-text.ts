import { escapeXml, keepXmlChars } from '../xml/xml-text';

/** What Excel holds in a cell, in UTF-16 units. Source: Excel specifications and limits. */
const MAX_CELL_CHARS = 32_767;
/** Text that a reader of workbooks takes for one of OOXML's own escapes (ECMA-376-1, 22.9.2.19): `_x000D_`. */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Blanks at an edge and line ends, which readers leave out unless they are told not to. */
const needsPreserve = /^\s|\s$|[\t\r\n]| {2}/;
/** What stands in a cell as it is: no markup, no blanks but single ones inside, no escapes, nothing XML forbids. */
const isPlain =
  /^[^\s&<>_\u0000-\u001f\ud800-\udfff\ufffe\uffff]+(?: [^\s&<>_\u0000-\u001f\ud800-\udfff\ufffe\uffff]+)*$/;

export interface SheetText {
  /** The element of the text, `<t>`. */
  readonly element: string;
  /** Characters left out because XML 1.0 cannot hold them. */
  readonly stripped: number;
  /** True when the text is longer than a cell of Excel's and lost its end. */
  readonly isCut: boolean;
}

/** The first characters of a text; half a pair is none. */
function cut(text: string): string {
  const end = text.charCodeAt(MAX_CELL_CHARS - 1);
  return text.slice(0, MAX_CELL_CHARS - (end >= 0xd800 && end < 0xdc00 ? 1 : 0));
}

/** Writes text for a cell, so that every reader of workbooks gets exactly it back. */
export function sheetText(text: string): SheetText {
  if (text.length <= MAX_CELL_CHARS && isPlain.test(text)) {
    return { element: `<t>${text}</t>`, stripped: 0, isCut: false };
  }
  const isCut = text.length > MAX_CELL_CHARS;
  const whole = isCut ? cut(text) : text;
  // Before the escapes: what is left may look like one only then.
  const kept = keepXmlChars(whole);
  const { text: escaped } = escapeXml(kept.replace(escapeLike, '_x005F_'));
  const attribute = needsPreserve.test(whole) ? ' xml:space="preserve"' : '';
  // Excel takes a carriage return in its own escape only.
  const element = `<t${attribute}>${escaped.replaceAll('&#13;', '_x000D_')}</t>`;
  return { element, stripped: whole.length - kept.length, isCut };
}
