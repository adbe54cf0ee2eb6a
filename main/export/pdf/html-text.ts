import { escapeXml, type EscapedText } from '../xml/xml-text';

/**
 * Escapes text for the inside of an HTML element, and leaves out and counts what no document can hold: control characters, halves
 * of surrogate pairs. What comes out has no character that begins or ends markup, not even in an attribute.
 */
export function escapeHtml(text: string): EscapedText {
  const { text: escaped, stripped } = escapeXml(text);
  return { text: escaped.replaceAll('"', '&quot;').replaceAll("'", '&#39;'), stripped };
}

/** Text from a user or a provider as a run of its own: its direction is its own, and none of its marks reaches what follows. */
export function isolated(text: string): string {
  return `<bdi>${escapeHtml(text).text}</bdi>`;
}

/** Figures, dates and codes: they run from left to right in every language. */
export function leftToRight(text: string): string {
  return `<bdi dir="ltr">${escapeHtml(text).text}</bdi>`;
}
