import type { ColumnFacts } from '#domain/column-facts';
import { exponentOf } from '#domain/currency';
import { toAsciiNumber } from '#domain/money';
import type { ImportRecord } from './record-reader';

const dateInFigures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const yearFirst = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/;
const namedZone = /(?:Z|[+-]\d{2}:?\d{2})$/;
const amountSigns = /^[-+]?[\d.,\s]*\d$/;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function countDate(text: string, dates: Mutable<ColumnFacts['dates']>): boolean {
  const match = dateInFigures.exec(text);
  if (match === null && !yearFirst.test(text)) return false;
  if (!namedZone.test(text)) dates.withoutZone += 1;
  if (match === null) return true;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12) dates.dayFirst += 1;
  else if (second > 12) dates.monthFirst += 1;
  else if (first !== second) dates.eitherWay += 1;
  return true;
}

/** Which sign of an amount is its decimal sign, as far as the amount alone tells. */
function signOf(text: string): keyof ColumnFacts['amounts'] {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot < 0 && comma < 0) return 'whole';
  if (dot >= 0 && comma >= 0) return dot > comma ? 'dot' : 'comma';
  const [sign, other] = dot >= 0 ? (['dot', 'comma'] as const) : (['comma', 'dot'] as const);
  const at = Math.max(dot, comma);
  // A sign that comes twice groups.
  if (text.indexOf(text.charAt(at)) < at) return other;
  const before = text.slice(0, at).replace(/\D/g, '');
  const isGroup = text.length - at === 4 && before !== '' && before !== '0' && before.length <= 3;
  if (!isGroup || before.startsWith('0')) return sign;
  return sign === 'dot' ? 'dotThree' : 'commaThree';
}

interface Collector {
  take(cell: string): void;
  facts(): ColumnFacts;
}

function createCollector(): Collector {
  const dates = { dayFirst: 0, monthFirst: 0, eitherWay: 0, withoutZone: 0 };
  const amounts = { dot: 0, comma: 0, dotThree: 0, commaThree: 0, whole: 0 };
  const exponents = new Set<number>();
  return {
    take(cell) {
      const text = toAsciiNumber(cell);
      if (text === '' || countDate(text, dates)) return;
      if (amountSigns.test(text)) amounts[signOf(text)] += 1;
      else if (text.length === 3) {
        const exponent = exponentOf(text.toUpperCase());
        if (exponent !== undefined) exponents.add(exponent);
      }
    },
    facts: () => ({ dates, amounts, exponents: [...exponents].sort() }),
  };
}

/** What the cells of each column tell about how dates and amounts are written. */
export function factsOfColumns(
  headers: readonly string[],
  rows: Iterable<ImportRecord>,
): readonly ColumnFacts[] {
  const collectors = headers.map(createCollector);
  for (const { cells, kinds } of rows) {
    for (const [index, collector] of collectors.entries()) {
      const isText = (kinds?.[index] ?? 'text') === 'text';
      if (isText) collector.take(cells[index] ?? '');
    }
  }
  return collectors.map((collector) => collector.facts());
}
