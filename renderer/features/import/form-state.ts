import type { ImportMap } from '#domain/import-map';
import type { ImportQuestion, ImportReading } from '#domain/import-reading';
import type { Instant } from '#domain/instant';

/** What the user decides about a file before it is read. */
export interface ImportForm {
  readonly connectionId: string | undefined;
  readonly map: ImportMap;
  readonly zone: string;
  readonly exportedAt: Instant | undefined;
  readonly reading: ImportReading;
  /** What the user has decided, asked or not; the rest of the reading follows from the file and its columns. */
  readonly decided: readonly ImportQuestion[];
}
