/**
 * Spreadsheets run a cell that starts with one of these as a formula, in CSV too: `=1+1`, `@SUM(A1)`, their full-width twins,
 * and anything behind a leading tab or line break. Source: OWASP, "CSV Injection". Blanks before them are no protection: a reader
 * that trims its cells takes them away.
 *
 * Text that already starts with apostrophes before such a character gets one more, so that taking one away again always gives
 * the original.
 */
const dangerous = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const defused = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** Most text is told safe by its first character: an ASCII letter or digit, or an Arabic letter. */
function startsHarmless(text: string): boolean {
  const first = text.charCodeAt(0);
  return (
    (first > 0x40 && first < 0x80) || (first >= 0x30 && first < 0x3a) || (first >= 0x600 && first < 0x700)
  );
}

/** Puts an apostrophe before text that a spreadsheet would run. For text only: a negative number stays a number. */
export function defuseFormula(text: string): string {
  return !startsHarmless(text) && dangerous.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link defuseFormula} away again. */
export function restoreFormula(text: string): string {
  return defused.test(text) ? text.slice(1) : text;
}
