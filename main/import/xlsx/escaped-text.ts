/** How OOXML writes what XML cannot hold: `_x000D_` is a carriage return, and `_x005F_` an underscore that begins no escape. */
const escape = /_x([0-9A-Fa-f]{4})_/g;

/** The text behind OOXML's own escapes (ECMA-376-1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(escape, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
