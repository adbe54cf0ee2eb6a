const plainInteger = /^-?\d+$/;
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

/** Whether these digits are what some program prints for the nearest double, shortest or in full. */
function isPrintedDouble(digits: string, value: number): boolean {
  return digits === String(value) || digits === BigInt(value).toString();
}

/**
 * The text of a number cell. Spreadsheets keep numbers as doubles and write up to 17 digits of them (`1.1000000000000001`): the
 * text is the shortest that means the same double, in plain digits.
 *
 * Integers past 2^53 are ids that were taken for numbers. Digits that a double cannot have held are whole and stay; everything
 * else is given with its exponent (`1.69996200023293E+17`), by which an id is known to have lost its last digits.
 */
export function textOfNumber(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (!Number.isInteger(value)) return textOfFraction(raw, value);
  if (Number.isSafeInteger(value)) return plainDecimal(value);
  if (!plainInteger.test(raw)) return /e/i.test(raw) ? raw : value.toExponential();
  return isPrintedDouble(raw, value) ? value.toExponential() : raw;
}
