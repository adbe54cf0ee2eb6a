/**
 * Spreadsheets run a cell that starts with one of these as a formula, in CSV too: `=1+1`, `@SUM(A1)`, their full-width twins,
 * and anything behind a leading tab or line break. Source: OWASP, "CSV Injection".
 *
 * Text that already starts with apostrophes before such a character gets one more, so that taking one away again always gives
 * the original.
 */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;
const defused = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before text that a spreadsheet would run. For text only: a negative number stays a number. */
export function defuseFormula(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of {@link defuseFormula} away again. */
export function restoreFormula(text: string): string {
  return defused.test(text) ? text.slice(1) : text;
}
