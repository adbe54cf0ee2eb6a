import { exponentOf } from './currency';

/** An amount as whole minor units of its currency (fils, halalas, cents), never a fraction and never without its currency. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217 code in capitals. */
  readonly currency: string;
}

export type AmountProblem =
  'empty' | 'not-a-number' | 'negative' | 'too-many-decimals' | 'too-large' | 'unknown-currency';

export type ParsedAmount =
  { readonly ok: true; readonly money: Money } | { readonly ok: false; readonly problem: AmountProblem };

// Digits of Arabic and Persian keyboards, the Arabic decimal sign, and marks that copying from a right-to-left page leaves behind.
const arabicIndic = /[٠-٩]/g;
const persian = /[۰-۹]/g;
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;
const spaces = /[\s\u00a0\u202f]/g;

/** Rewrites Arabic-Indic and Persian digits and separators as ASCII and drops direction marks; other characters stay. */
export function toAsciiNumber(text: string): string {
  return text
    .replace(invisible, '')
    .replace(arabicIndic, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(persian, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',')
    .trim();
}

const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const plain = /^(\d+\.?\d*|\.\d+)$/;

/**
 * Reads an amount in major units as people type and dashboards print it: `1,234.500`, `١٬٢٣٤٫٥٠٠`, `88`.
 *
 * The dot is the decimal sign and the comma groups by three; `12,5` is refused rather than guessed. Too many decimals are
 * an error, never rounded.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const exponent = exponentOf(currency);
  if (exponent === undefined) return { ok: false, problem: 'unknown-currency' };
  const ascii = toAsciiNumber(text).replace(spaces, '');
  if (ascii === '') return { ok: false, problem: 'empty' };
  if (/^[-\u2212]/.test(ascii)) return { ok: false, problem: 'negative' };
  if (!plain.test(ascii) && !grouped.test(ascii)) return { ok: false, problem: 'not-a-number' };
  const [whole = '', decimals = ''] = ascii.replaceAll(',', '').split('.');
  const significant = decimals.replace(/0+$/, '');
  if (significant.length > exponent) return { ok: false, problem: 'too-many-decimals' };
  const amountMinor = Number(`${whole}${significant.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(amountMinor)) return { ok: false, problem: 'too-large' };
  return { ok: true, money: { amountMinor, currency } };
}

/** Reads an amount in minor units as providers send it: digits only, `"200700"`; undefined for anything else. */
export function parseMinor(text: string, currency: string): Money | undefined {
  if (!/^\d{1,15}$/.test(text)) return undefined;
  return { amountMinor: Number(text), currency };
}

/**
 * Writes whole minor units as a plain decimal string in major units: 1234500 KWD is `1234.500`.
 *
 * Takes digits as text too, because a sum over a million rows can pass 2^53. A currency outside the table is written as it
 * stands, undivided.
 */
export function formatMinor(minor: number | string, currency: string): string {
  const exponent = exponentOf(currency) ?? 0;
  const text = String(minor);
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length).padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Writes money as a plain decimal string in major units, without its code. */
export function formatAmount(money: Money): string {
  return formatMinor(money.amountMinor, money.currency);
}

/** True when both are the same number of the same currency. */
export function sameMoney(a: Money | undefined, b: Money | undefined): boolean {
  return a?.amountMinor === b?.amountMinor && a?.currency === b?.currency;
}
