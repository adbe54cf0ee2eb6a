/**
 * Spreadsheets run a cell that starts with one of these as a formula, in CSV too: `=1+1`, `@SUM(A1)`, their full-width twins,
 * and anything behind a leading tab or line break. Source: OWASP, "CSV Injection".
 *
 * Text that already starts with apostrophes before such a character gets one more, so that taking one away again always gives
 * the original.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const defused = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Letters of every alphabet lie between `@` and the full-width signs: most text is told safe by its first character. */
function startsWithLetter(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x40 && first < 0xff0b;
}

/** Puts an apostrophe before text that a spreadsheet would run. For text only: a negative number stays a number. */
export function defuseFormula(text: string): string {
  return !startsWithLetter(text) && dangerous.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link defuseFormula} away again. */
export function restoreFormula(text: string): string {
  return defused.test(text) ? text.slice(1) : text;
}
