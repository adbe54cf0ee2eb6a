/** Anything that cannot stand in XML text as it is: markup, a carriage return, and what XML 1.0 forbids. */
const special = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
// Source: XML 1.0, production 2 (Char). With the u flag only a lone half of a surrogate pair is outside of it.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export interface EscapedText {
  readonly text: string;
  readonly stripped: number;
}

/** Escapes text for an XML element and leaves out, and counts, what XML 1.0 cannot hold in any form. */
export function escapeXml(text: string): EscapedText {
  if (!special.test(text)) return { text, stripped: 0 };
  const kept = text.replace(forbidden, '');
  return {
    text: kept
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // A reader turns a bare carriage return into a line feed.
      .replaceAll('\r', '&#13;'),
    stripped: text.length - kept.length,
  };
}
