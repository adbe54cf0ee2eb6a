const plainDecimalDigits = /^-?\d+\.\d+$/;
/** So many figures a double always holds. */
const SAFE_FIGURES = 15;

/** Digits without an exponent: `1.5E-7` is `0.00000015`. */
function plainDecimal(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', zeros = '0'] = match;
  return `${sign}0.${'0'.repeat(Number(zeros) - 1)}${first}${rest}`;
}

const withoutEndZeros = (digits: string) => digits.replace(/\.?0+$/, '');

/** The shortest text of a number with decimals, unless the file has figures that no double holds: then they are kept. */
function textOfFraction(raw: string, value: number): string {
  const shortest = plainDecimal(value);
  if (!plainDecimalDigits.test(raw) || raw.length <= SAFE_FIGURES) return shortest;
  const [given, inFull] = [withoutEndZeros(raw), withoutEndZeros(value.toPrecision(17))];
  return given === withoutEndZeros(shortest) || given === inFull ? shortest : raw;
}

/**
 * The text of a number cell. Spreadsheets keep numbers as doubles and write up to 17 digits of them (`1.1000000000000001`): the
 * text is the shortest that means the same double, in plain digits.
 *
 * Integers past 2^53 are ids that were taken for numbers: they are given as they stand, with an exponent where the spreadsheet
 * wrote one (`1.69996200023293E+17`), for whoever knows ids to judge.
 */
export function textOfNumber(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (!Number.isInteger(value)) return textOfFraction(raw, value);
  return Number.isSafeInteger(value) ? plainDecimal(value) : raw;
}
