import type { CsvOptions } from '#domain/export-spec';
import { defuseFormula } from '../../files/formula';

/** Writes the cells of a CSV file. */
export interface CsvCells {
  /** What a spreadsheet must leave as it is: defused, and in quotes as the style has it. */
  text(value: string): string;
  /** A number or a time, which needs no quotes and is never taken for a formula. */
  plain(value: string): string;
  /** A number with decimals, as `1234.500`. */
  amount(value: string): string;
  header(value: string, isText: boolean): string;
  /** How many cells were defused so far. */
  defusedCells(): number;
}

export interface CsvCellOptions extends Pick<CsvOptions, 'delimiter' | 'quotes' | 'decimal'> {
  /** The only column: an empty cell would be an empty line, which readers skip. */
  readonly isAlone: boolean;
}

type Write = (value: string) => string;

const same: Write = (value) => value;

function quoted(value: string): string {
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`;
}

/** What RFC 4180 could not hold without quotes, and blanks at an edge, which readers trim. */
const special: Readonly<Record<CsvOptions['delimiter'], RegExp>> = {
  ',': /[,"\r\n]|^\s|\s$/,
  ';': /[;"\r\n]|^\s|\s$/,
  '\t': /[\t"\r\n]|^\s|\s$/,
  '|': /[|"\r\n]|^\s|\s$/,
};

function quotedIfNeeded(delimiter: CsvOptions['delimiter']): Write {
  const needs = special[delimiter];
  return (value) => (needs.test(value) ? quoted(value) : value);
}

export function createCsvCells({ delimiter, quotes, decimal, isAlone }: CsvCellOptions): CsvCells {
  const writeText = quotes === 'needed' && !isAlone ? quotedIfNeeded(delimiter) : quoted;
  const plain = quotes === 'all' || isAlone ? quoted : same;
  let defused = 0;
  return {
    text(value) {
      const safe = defuseFormula(value);
      if (safe !== value) defused += 1;
      return writeText(safe);
    },
    plain,
    amount: decimal === '.' ? plain : (value) => plain(value.replace('.', ',')),
    header: (value, isText) => (isText ? writeText : plain)(value),
    defusedCells: () => defused,
  };
}
