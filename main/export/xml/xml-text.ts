/** Anything that cannot stand in an element as it is: markup, a carriage return, and what XML 1.0 forbids. */
const specialInElement = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
/** In an attribute also quotes, and what a reader would turn into blanks. */
const specialInAttribute = /[&<>"\t\n\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// Source: XML 1.0, production 2 (Char). With the u flag only a lone half of a surrogate pair is outside of it.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export interface EscapedText {
  readonly text: string;
  readonly stripped: number;
}

/** Leaves out what XML 1.0 cannot hold in any form. */
export function keepXmlChars(text: string): string {
  return text.replace(forbidden, '');
}

function escapeMarkup(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // A reader turns a bare carriage return into a line feed.
      .replaceAll('\r', '&#13;')
  );
}

/** Escapes text for an XML element and leaves out, and counts, what XML 1.0 cannot hold in any form. */
export function escapeXml(text: string): EscapedText {
  if (!specialInElement.test(text)) return { text, stripped: 0 };
  const kept = keepXmlChars(text);
  return { text: escapeMarkup(kept), stripped: text.length - kept.length };
}

/** The same for an attribute in double quotes. Source: XML 1.0, 3.3.3 (a reader turns bare tabs and line ends into blanks). */
export function escapeXmlAttribute(text: string): EscapedText {
  if (!specialInAttribute.test(text)) return { text, stripped: 0 };
  const kept = keepXmlChars(text);
  return {
    text: escapeMarkup(kept).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;'),
    stripped: text.length - kept.length,
  };
}
