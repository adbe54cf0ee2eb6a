import type { ChosenFile } from '#contract/import';
import { exponentOf } from '#domain/currency';
import type { ImportMap } from '#domain/import-map';
import type { AmountUnits, DateOrder, DecimalSign } from '#domain/import-reading';
import { toAsciiNumber } from '#domain/money';

/** A date of the file, and the days it can be, as UTC midnights. */
export interface DateExample {
  readonly text: string;
  readonly readings: readonly { readonly order: DateOrder; readonly at: number }[];
}

/** An amount of the file, and what it can mean, as plain decimals with the currency's decimals. */
export interface AmountExample<Choice extends string> {
  readonly text: string;
  readonly currency: string;
  readonly readings: readonly { readonly choice: Choice; readonly amount: string }[];
}

type Mapped = Pick<ChosenFile, 'sample' | 'columns'>;

/** The cells of a column: those of the sample, then those of further rows that could be read in more than one way. */
function textsOf({ sample, columns }: Mapped, column: number): readonly string[] {
  return [...sample.map((cells) => cells[column]?.trim() ?? ''), ...(columns[column]?.examples ?? [])];
}

const dateInFigures = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;

/** The day a date is under an order; undefined where there is no such day. */
function dayOf(text: string, order: 'dmy' | 'mdy'): number | undefined {
  const match = dateInFigures.exec(toAsciiNumber(text.trim()));
  if (match === null) return undefined;
  const [first, second, written] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  const year = written < 100 ? 2000 + written : written;
  const at = Date.UTC(year, month - 1, day);
  // Date.UTC rolls 31 February over to March.
  const isThere = new Date(at).getUTCMonth() === month - 1 && new Date(at).getUTCDate() === day;
  return isThere ? at : undefined;
}

/** A date that can be two different days, or else one in figures; undefined where the file shows none. */
export function dateExample(file: Mapped, map: ImportMap): DateExample | undefined {
  const columns = [map.createdAt, map.expiresAt, map.checkedAt].filter((column) => column !== undefined);
  const examples = columns
    .flatMap((column) => textsOf(file, column))
    .map((text) => ({
      text,
      readings: (['dmy', 'mdy'] as const).flatMap((order) => {
        const at = dayOf(text, order);
        return at === undefined ? [] : [{ order, at }];
      }),
    }));
  const isOpen = ({ readings }: DateExample) => readings.length === 2 && readings[0]?.at !== readings[1]?.at;
  return examples.find(isOpen) ?? examples.find(({ readings }) => readings.length > 0);
}

interface Cell {
  readonly text: string;
  readonly currency: string;
}

/** Amounts of the file with their currencies; where a currency cannot be told its code is empty. */
function amountCells(file: Mapped, { amount, currency }: ImportMap): readonly Cell[] {
  if (amount === undefined) return [];
  return textsOf(file, amount).map((text, row) => {
    const code = currency === undefined ? '' : (file.sample[row]?.[currency]?.trim().toUpperCase() ?? '');
    return { text, currency: exponentOf(code) === undefined ? '' : code };
  });
}

/** Amounts of a currency nobody names are written as most are. */
const placesOf = (currency: string): number => exponentOf(currency) ?? 2;

/** A plain decimal with at least the decimals its currency has; zeros beyond them go. */
function padded(plain: string, currency: string): string {
  const [whole = '0', decimals = ''] = plain.split('.');
  const places = placesOf(currency);
  const kept = decimals.slice(0, places) + decimals.slice(places).replace(/0+$/, '');
  return places === 0 && kept === '' ? whole : `${whole}.${kept.padEnd(places, '0')}`;
}

function underSign(text: string, sign: DecimalSign): string {
  const group = sign === '.' ? ',' : '.';
  return text.replaceAll(group, '').replace(sign, '.');
}

/** An amount such as `12.500`, where one sign can part decimals or thousands. */
export function decimalExample(file: Mapped, map: ImportMap): AmountExample<DecimalSign> | undefined {
  const cells = amountCells(file, map).map((cell) => ({ ...cell, plain: toAsciiNumber(cell.text) }));
  const found = cells.find(({ plain }) => /^-?\d{1,3}[.,]\d{3}$/.test(plain));
  if (found === undefined) return undefined;
  const { text, currency, plain } = found;
  return {
    text,
    currency,
    readings: (['.', ','] as const).map((choice) => ({
      choice,
      amount: padded(underSign(plain, choice), currency),
    })),
  };
}

function asMinor(digits: string, currency: string): string {
  const places = placesOf(currency);
  if (places === 0) return digits;
  const long = digits.padStart(places + 1, '0');
  return `${long.slice(0, -places)}.${long.slice(-places)}`;
}

/** An amount of figures alone, such as `12500`, which can be whole units or the smallest ones. */
export function unitsExample(file: Mapped, map: ImportMap): AmountExample<AmountUnits> | undefined {
  const cells = amountCells(file, map).map((cell) => ({ ...cell, plain: toAsciiNumber(cell.text) }));
  const found = cells.find(({ plain, currency }) => /^\d+$/.test(plain) && placesOf(currency) > 0);
  if (found === undefined) return undefined;
  const { text, currency, plain } = found;
  const digits = plain.replace(/^0+(?=\d)/, '');
  return {
    text,
    currency,
    readings: [
      { choice: 'major', amount: padded(digits, currency) },
      { choice: 'minor', amount: asMinor(digits, currency) },
    ],
  };
}

/** A text of the file that shows whether it was decoded right: the first header or cell with letters beyond ASCII. */
export function encodingExample({
  headers,
  sample,
}: Pick<ChosenFile, 'headers' | 'sample'>): string | undefined {
  const isBeyondAscii = (text: string) => /[^\u0000-\u007f]/u.test(text);
  return [...headers, ...sample.flat()].find(isBeyondAscii);
}
