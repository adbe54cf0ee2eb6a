import type { ColumnFacts } from '#domain/column-facts';
import { exponentOf } from '#domain/currency';
import { toAsciiNumber } from '#domain/money';
import { readDateText } from './date-text';
import type { ImportRecord } from './record-reader';

const amountSigns = /^[-+\u2212]?[\d.,\s]*\d$/;
const currencyCode = /^[a-z]{3}$/i;
/** After so many cells that tell nothing a column is taken for text. */
const PATIENCE = 200;
const LONGEST = 40;
const MOST_EXAMPLES = 3;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Which sign of an amount is its decimal sign, as far as the amount alone tells. */
function signOf(text: string): keyof ColumnFacts['amounts'] {
  const dot = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (dot < 0 && comma < 0) return 'whole';
  if (dot >= 0 && comma >= 0) return dot > comma ? 'dot' : 'comma';
  const at = Math.max(dot, comma);
  const [sign, other] = dot >= 0 ? (['dot', 'comma'] as const) : (['comma', 'dot'] as const);
  // A sign that comes twice groups.
  if (text.indexOf(text.charAt(at)) < at) return other;
  const before = text.slice(0, at).replace(/\D/g, '');
  const isGroup = text.length - at === 4 && /^[1-9]\d{0,2}$/.test(before);
  if (!isGroup) return sign;
  return sign === 'dot' ? 'dotThree' : 'commaThree';
}

/** Counts a date; false for a text that is none. */
function countDate(text: string, dates: Mutable<ColumnFacts['dates']>): boolean {
  const told = readDateText(text);
  if (told === undefined) return false;
  if (told.offsetMs === undefined) dates.withoutZone += 1;
  if (told.date.kind === 'known') return true;
  const { first, second } = told.date;
  if (first > 12) dates.dayFirst += 1;
  else if (second > 12) dates.monthFirst += 1;
  else if (first !== second) dates.eitherWay += 1;
  return true;
}

function isOpen(sign: keyof ColumnFacts['amounts']): boolean {
  return sign === 'dotThree' || sign === 'commaThree' || sign === 'whole';
}

interface Collector {
  take(cell: string): void;
  facts(): ColumnFacts;
}

function createCollector(): Collector {
  const dates = { dayFirst: 0, monthFirst: 0, eitherWay: 0, withoutZone: 0 };
  const amounts = { dot: 0, comma: 0, dotThree: 0, commaThree: 0, whole: 0 };
  const exponents = new Set<number>();
  const examples: string[] = [];
  let silent = 0;
  let isTelling = false;

  /** What a cell that has something to tell tells; true when it leaves something open. */
  function count(text: string): boolean | undefined {
    const before = dates.eitherWay;
    if (countDate(text, dates)) return dates.eitherWay > before;
    if (amountSigns.test(text)) {
      const sign = signOf(text);
      amounts[sign] += 1;
      return isOpen(sign);
    }
    const exponent = currencyCode.test(text) ? exponentOf(text.toUpperCase()) : undefined;
    if (exponent === undefined) return undefined;
    exponents.add(exponent);
    return false;
  }

  return {
    take(cell) {
      if (cell === '' || (!isTelling && silent >= PATIENCE)) return;
      const openness = cell.length > LONGEST ? undefined : count(toAsciiNumber(cell));
      if (openness === undefined) silent += 1;
      else isTelling = true;
      if (openness === true && examples.length < MOST_EXAMPLES && !examples.includes(cell.trim())) {
        examples.push(cell.trim());
      }
    },
    facts: () => ({ dates, amounts, exponents: [...exponents].sort(), examples }),
  };
}

/** Gathers what the cells of each column tell about how dates and amounts are written. What a file types itself is no question. */
export function createFactsGatherer(columns: number): {
  take(record: ImportRecord): void;
  facts(): readonly ColumnFacts[];
} {
  const collectors = Array.from({ length: columns }, createCollector);
  return {
    take({ cells, kinds }) {
      for (const [index, collector] of collectors.entries()) {
        if ((kinds?.[index] ?? 'text') === 'text') collector.take(cells[index] ?? '');
      }
    },
    facts: () => collectors.map((collector) => collector.facts()),
  };
}
