import type { CsvOptions } from '#domain/export-spec';
import { defuseFormula } from '../../files/formula';

/** What goes around the values of a column, and what becomes of each value. */
export interface CsvColumn {
  /** A quote where every cell of the column is in quotes, else nothing. */
  readonly edge: '"' | '';
  /** Absent where it stays what it is. */
  readonly write?: (value: string) => string;
}

/** How the cells of a CSV file are written, by what their columns hold. */
export interface CsvCells {
  /** What a spreadsheet must leave as it is: defused, and in quotes as the style has it. */
  readonly text: CsvColumn;
  /** A number or a time, which needs no quotes and is never taken for a formula. */
  readonly plain: CsvColumn;
  /** A number with decimals, as `1234.500`. */
  readonly amount: CsvColumn;
  /** How many cells were defused so far. */
  defusedCells(): number;
}

export interface CsvCellOptions extends Pick<CsvOptions, 'delimiter' | 'quotes' | 'decimal'> {
  /** The only column: an empty cell would be an empty line, which readers skip. */
  readonly isAlone: boolean;
}

function doubled(value: string): string {
  return value.includes('"') ? value.replaceAll('"', '""') : value;
}

/** What RFC 4180 could not hold without quotes, and blanks at an edge, which readers trim. */
const special: Readonly<Record<CsvOptions['delimiter'], RegExp>> = {
  ',': /[,"\r\n]|^\s|\s$/,
  ';': /[;"\r\n]|^\s|\s$/,
  '\t': /[\t"\r\n]|^\s|\s$/,
  '|': /[|"\r\n]|^\s|\s$/,
};

export function createCsvCells({ delimiter, quotes, decimal, isAlone }: CsvCellOptions): CsvCells {
  let defused = 0;
  function defuse(value: string): string {
    const safe = defuseFormula(value);
    if (safe !== value) defused += 1;
    return safe;
  }

  const needsQuotes = special[delimiter];
  function quoteIfNeeded(value: string): string {
    return needsQuotes.test(value) ? `"${doubled(value)}"` : value;
  }

  const edge = quotes === 'all' || isAlone ? '"' : '';
  return {
    text:
      quotes === 'needed' && !isAlone
        ? { edge: '', write: (value) => quoteIfNeeded(defuse(value)) }
        : { edge: '"', write: (value) => doubled(defuse(value)) },
    plain: { edge },
    amount: decimal === '.' ? { edge } : { edge, write: (value) => value.replace('.', ',') },
    defusedCells: () => defused,
  };
}
