import type { AmountUnits, DecimalSign } from './import-reading';

/** What a file says of its own amounts, in a header or in its metadata. It is certain. */
export interface ToldByFile {
  readonly decimal?: DecimalSign;
  readonly units?: AmountUnits;
}

/** What the cells of one column tell about how dates and amounts are written, counted over the first rows of a file. */
export interface ColumnFacts {
  readonly dates: {
    /** Dates in figures that only the day can begin: `31/12/2026`. */
    readonly dayFirst: number;
    /** Dates in figures that only the month can begin: `12/31/2026`. */
    readonly monthFirst: number;
    /** Two different dates, by the order of day and month: `03/04/2026`. */
    readonly eitherWay: number;
    /** Dates of any form that do not say from which zone they are. */
    readonly withoutZone: number;
  };
  readonly amounts: {
    /** Amounts whose decimal sign can only be the dot: `1,234.50`, `12.5`. */
    readonly dot: number;
    /** Amounts whose decimal sign can only be the comma: `1.234,50`, `12,5`. */
    readonly comma: number;
    /** Amounts with one dot and three figures after it, `12.500`: decimals or thousands. */
    readonly dotThree: number;
    /** Amounts with one comma and three figures after it. */
    readonly commaThree: number;
    /** Amounts of figures alone. */
    readonly whole: number;
  };
  /** The numbers of decimals that the currencies among the cells have, each once. */
  readonly exponents: readonly number[];
  /** Up to three cells that could be read in more than one way, as they stand in the file. */
  readonly examples: readonly string[];
  /** What the header of the column says. */
  readonly told?: ToldByFile;
}
