import type { ColumnFacts, ToldByFile } from './column-facts';
import type { ImportMap } from './import-map';
import type { AmountUnits, CellReading, DateOrder, DecimalSign, ImportQuestion } from './import-reading';

/** What was found out about a file, whatever its columns are used for. */
export interface FileFacts {
  readonly columns: readonly ColumnFacts[];
  readonly told: ToldByFile;
}

/** How the mapped columns are best read, and what of it is a guess that the user must confirm. */
export interface JudgedReading extends CellReading {
  readonly questions: readonly Exclude<ImportQuestion, 'encoding'>[];
  /** Some date names no zone: the zone of the file matters. */
  readonly needsZone: boolean;
}

/** A value with whether it is certain. */
interface Verdict<T> {
  readonly value: T;
  readonly isOpen: boolean;
}

const dateFields = ['createdAt', 'expiresAt', 'checkedAt'] as const;

function judgeDates(dates: readonly ColumnFacts['dates'][]): Verdict<DateOrder> {
  const sum = (count: (of: ColumnFacts['dates']) => number) =>
    dates.reduce((total, one) => total + count(one), 0);
  const dayFirst = sum((of) => of.dayFirst);
  const monthFirst = sum((of) => of.monthFirst);
  const eitherWay = sum((of) => of.eitherWay);
  if (dayFirst + monthFirst + eitherWay === 0) return { value: 'ymd', isOpen: false };
  // Both in one file: some dates are wrong, and the user must say which.
  const isOpen = dayFirst > 0 === monthFirst > 0;
  return { value: monthFirst > dayFirst ? 'mdy' : 'dmy', isOpen };
}

function judgeDecimal(
  amounts: ColumnFacts['amounts'] | undefined,
  exponents: readonly number[],
): Verdict<DecimalSign> {
  if (amounts === undefined) return { value: '.', isOpen: false };
  const { dot, comma, dotThree, commaThree, whole } = amounts;
  if (dot > 0 || comma > 0) return { value: comma > dot ? ',' : '.', isOpen: dot > 0 === comma > 0 };
  if (dotThree > 0 && commaThree > 0) return { value: '.', isOpen: true };
  if (commaThree > 0) return { value: exponents.includes(3) ? ',' : '.', isOpen: true };
  // Every amount has three decimals and so have the currencies: that is how dashboards print dinars.
  const areDecimals = whole === 0 && exponents.length > 0 && exponents.every((exponent) => exponent === 3);
  return { value: '.', isOpen: dotThree > 0 && !areDecimals };
}

function judgeUnits(
  amounts: ColumnFacts['amounts'] | undefined,
  exponents: readonly number[],
): Verdict<AmountUnits> {
  if (amounts === undefined) return { value: 'major', isOpen: false };
  const { dot, comma, dotThree, commaThree, whole } = amounts;
  const haveDecimals = dot + comma + dotThree + commaThree > 0;
  // Of a currency without decimals both units are the same.
  const mayHaveDecimals = exponents.length === 0 || exponents.some((exponent) => exponent > 0);
  return { value: 'major', isOpen: whole > 0 && !haveDecimals && mayHaveDecimals };
}

/** Decides from a file's facts how its cells are read with these columns. What the file tells itself is certain. */
export function judgeReading({ columns, told: toldByFile }: FileFacts, map: ImportMap): JudgedReading {
  const factsOf = (column: number | undefined) => (column === undefined ? undefined : columns[column]);
  const dates = dateFields.flatMap((field) => factsOf(map[field])?.dates ?? []);
  const { amounts, told: toldByHeader } = factsOf(map.amount) ?? {};
  const told = { ...toldByHeader, ...toldByFile };
  const exponents = factsOf(map.currency)?.exponents ?? [];
  const order = judgeDates(dates);
  const decimal =
    told.decimal === undefined ? judgeDecimal(amounts, exponents) : { value: told.decimal, isOpen: false };
  const units =
    told.units === undefined ? judgeUnits(amounts, exponents) : { value: told.units, isOpen: false };
  return {
    dateOrder: order.value,
    decimal: decimal.value,
    units: units.value,
    questions: [
      ...(order.isOpen ? (['date-order'] as const) : []),
      ...(decimal.isOpen ? (['decimal'] as const) : []),
      ...(units.isOpen ? (['units'] as const) : []),
    ],
    needsZone: dates.some(({ withoutZone }) => withoutZone > 0),
  };
}
