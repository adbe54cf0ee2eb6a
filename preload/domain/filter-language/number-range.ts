import type { NumberFilter } from '../link-filter';
import { toAsciiNumber } from '../money';
import type { Reading } from './reading';

const comparison = /^(>=|<=|>|<)(.*)$/s;
const partOf = { '>': 'above', '>=': 'from', '<': 'below', '<=': 'until' } as const;

/** Reads `500`, `>500`, `>=500`, `<500`, `<=500`, `100..500`, `100..` and `..500`, in the digits of any keyboard of the region. */
export function readNumber(text: string): Reading<NumberFilter> {
  const ascii = toAsciiNumber(text);
  const ends = ascii.split('..');
  const reading = ends.length === 2 ? readRange(ends) : readComparison(ascii);
  if (reading.ok && isReversed(reading.value)) {
    return { ok: false, code: 'reversed', hint: `${reading.value.until ?? ''}..${reading.value.from ?? ''}` };
  }
  return reading;
}

/** Writes a range as one value, or as two where a term cannot say it. */
export function writeNumber({ from, above, until, below }: NumberFilter): readonly string[] {
  const [low, over, high, under] = [from, above, until, below].map((bound) =>
    bound === undefined ? undefined : shortest(bound),
  );
  if (low !== undefined && high !== undefined && over === undefined && under === undefined) {
    return [low === high ? low : `${low}..${high}`];
  }
  const bounds = { '>=': low, '>': over, '<=': high, '<': under };
  return Object.entries(bounds).flatMap(([sign, bound]) => (bound === undefined ? [] : [sign + bound]));
}

/** The range of all other numbers, where it is one. */
export function oppositeNumber({ from, above, until, below }: NumberFilter): NumberFilter | undefined {
  const given = [from, above, until, below].filter((bound) => bound !== undefined);
  if (given.length !== 1) return undefined;
  if (from !== undefined) return { below: from };
  if (above !== undefined) return { until: above };
  if (until !== undefined) return { above: until };
  return below === undefined ? undefined : { from: below };
}

/** True when no number can be above the lower and below the upper end, because they stand the wrong way round. */
export function isReversed({ from, above, until, below }: NumberFilter): boolean {
  const low = from ?? above;
  const high = until ?? below;
  return low !== undefined && high !== undefined && scaled(low) > scaled(high);
}

function readRange([low = '', high = '']: readonly string[]): Reading<NumberFilter> {
  if (low === '' && high === '') return { ok: false, code: 'value-missing' };
  const from = low === '' ? undefined : readDecimal(low);
  const until = high === '' ? undefined : readDecimal(high);
  const wrong = [from, until].find((end) => end?.ok === false);
  if (wrong?.ok === false) {
    const written = [from, until].map((end) => (end?.ok === true ? end.value : (end?.hint ?? '')));
    return withHint(wrong.code, wrong.hint, written.join('..'));
  }
  return {
    ok: true,
    value: {
      ...(from?.ok === true ? { from: from.value } : {}),
      ...(until?.ok === true ? { until: until.value } : {}),
    },
  };
}

function readComparison(text: string): Reading<NumberFilter> {
  const [, sign, bound = text] = comparison.exec(text) ?? [];
  if (bound === '') return { ok: false, code: 'value-missing' };
  const number = readDecimal(bound);
  if (!number.ok) return withHint(number.code, number.hint, `${sign ?? ''}${number.hint ?? ''}`);
  if (sign === undefined) return { ok: true, value: { from: number.value, until: number.value } };
  // The pattern lets only these four through.
  return { ok: true, value: { [partOf[sign as keyof typeof partOf]]: number.value } };
}

/** A hint only where the number's own reading has one. */
function withHint<T>(
  code: (Reading<T> & { ok: false })['code'],
  hint: string | undefined,
  whole: string,
): Reading<T> {
  return hint === undefined ? { ok: false, code } : { ok: false, code, hint: whole };
}

function readDecimal(text: string): Reading<string> {
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) {
    const meant = withoutSeparators(text);
    return meant === undefined
      ? { ok: false, code: 'not-a-number' }
      : { ok: false, code: 'not-a-number', hint: shortest(meant) };
  }
  const number = shortest(text);
  return /^\d{1,15}(\.\d{1,6})?$/.test(number)
    ? { ok: true, value: number }
    : { ok: false, code: 'too-long' };
}

const groupedByComma = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const groupedByDot = /^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(\.\d{3}){2,}$/;

/** The number that one with separators was probably meant to be: `1,500` is 1500, `12,5` is 12.5. */
function withoutSeparators(text: string): string | undefined {
  const plain = text.replace(/['\u2019_]/g, '');
  if (groupedByComma.test(plain)) return plain.replaceAll(',', '');
  if (groupedByDot.test(plain)) return plain.replaceAll('.', '').replace(',', '.');
  if (/^\d+,\d+$/.test(plain)) return plain.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** One form per number: `007.50` is `7.5`. */
function shortest(text: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  const significant = decimals.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${significant === '' ? '' : `.${significant}`}`;
}

/** Whole millionths: bounds have up to 21 digits, more than a number holds. */
function scaled(decimal: string): bigint {
  const [whole = '', decimals = ''] = decimal.split('.');
  return BigInt(whole + decimals.padEnd(6, '0'));
}
