import type { AmountUnits, DecimalSign } from '#domain/import-reading';
import { parseAmount, toAsciiNumber, type Money } from '#domain/money';

/** How the amounts of a file are written. */
export interface AmountReading {
  readonly decimal: DecimalSign;
  readonly units: AmountUnits;
}

export type AmountRead =
  | { readonly ok: true; readonly money: Money }
  | { readonly ok: false; readonly problem: 'amount-unreadable' | 'amount-too-precise' };

const unreadableAmount: AmountRead = { ok: false, problem: 'amount-unreadable' };
const minus = /^[-\u2212]\s*/;
const wholeNumber = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;

/** The text with dot for decimals and comma for thousands. The Arabic signs for both mean one thing in every file. */
function withDot(text: string, decimal: DecimalSign): string {
  return decimal === '.' || !/[.,]/.test(text)
    ? text
    : text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}

/** Without the code of the row's currency before or after the figures. */
function withoutCode(text: string, currency: string): string {
  const upper = text.toUpperCase();
  if (upper.startsWith(currency)) return text.slice(currency.length).trim();
  return upper.endsWith(currency) ? text.slice(0, -currency.length).trim() : text;
}

function readMinor(figures: string, currency: string): AmountRead {
  if (!wholeNumber.test(figures)) return unreadableAmount;
  const amountMinor = Number(figures.replaceAll(',', ''));
  return Number.isSafeInteger(amountMinor)
    ? { ok: true, money: { amountMinor, currency } }
    : unreadableAmount;
}

function readMajor(figures: string, currency: string): AmountRead {
  const parsed = parseAmount(figures, currency);
  if (parsed.ok) return parsed;
  return parsed.problem === 'too-many-decimals'
    ? { ok: false, problem: 'amount-too-precise' }
    : unreadableAmount;
}

/** Reads the amount of a row whose currency is known: `1,234.500`, `KWD 12.500`, `١٢٫٥٠٠`, and `-1.5` of a correction. */
export function readAmount(text: string, currency: string, { decimal, units }: AmountReading): AmountRead {
  const signed = withoutCode(toAsciiNumber(withDot(text, decimal)), currency);
  const figures = signed.replace(minus, '');
  const read = units === 'minor' ? readMinor(figures, currency) : readMajor(figures, currency);
  if (!read.ok || figures === signed || read.money.amountMinor === 0) return read;
  return { ok: true, money: { amountMinor: -read.money.amountMinor, currency } };
}
