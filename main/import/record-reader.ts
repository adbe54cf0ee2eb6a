import type { ToldByFile } from '#domain/column-facts';
import type { FileShape, ImportQuestion } from '#domain/import-reading';
import type { Instant } from '#domain/instant';

/** A file that is there and not too large. */
export interface ImportFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Instant;
}

/**
 * How a cell is kept in the file. A number or a date that the file itself types comes as text nobody can read two ways: a plain
 * decimal (`-1234.5`, never an exponent), a wall clock reading (`2026-11-20T18:04:05`; a date alone is `2026-11-20`).
 */
export type CellKind = 'text' | 'number' | 'date';

/** One record of a file, the row of headers included; blank ones are none. */
export interface ImportRecord {
  /** Where a person finds it: the line of a text file, the row of a sheet; the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Of formats with types; absent where all cells are text. */
  readonly kinds?: readonly CellKind[];
  /** True when the cells are a guess, because quotes do not match. */
  readonly isBroken: boolean;
}

/** Takes records in order; answering `stop` ends the reading early. What it throws ends it too, and is thrown on. */
export type OnRecord = (record: ImportRecord) => 'stop' | undefined;

/** Where a file's records are, without the row of headers: that is found from the records. */
export type RecordShape = Omit<FileShape, 'headerRow'>;

/** What a format finds out about a file before its records are read. */
export interface SeenFile {
  readonly shape: RecordShape;
  readonly questions: readonly ImportQuestion[];
  readonly told: ToldByFile;
  /** The file is an export of ours, told by more than its headers. */
  readonly isOurs?: boolean;
  /** The sheets of a workbook, in its order. */
  readonly sheets?: readonly string[];
}

export interface ReadWork {
  readonly signal: AbortSignal;
  readonly onRecord: OnRecord;
}

/**
 * One format of import files. Both methods fail with `import/unreadable`, `import/too-large`, `file/not-found` or `app/cancelled`,
 * and keep neither the file's text nor its records.
 */
export interface RecordReader {
  /** Finds out how a file's records are kept; what is asked for is taken as it is. */
  look(file: ImportFile, asked: Partial<RecordShape>, signal: AbortSignal): Promise<SeenFile>;
  /**
   * Reads record by record in constant memory; the process's other work gets turns. Every record of XML has a cell for each column,
   * and its first record is made of their names.
   */
  read(file: ImportFile, shape: RecordShape, work: ReadWork): Promise<void>;
}
