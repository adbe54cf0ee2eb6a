import { printFilter } from '#domain/filter-language/print-filter';
import type { ExportLayout } from '#domain/export-spec';
import type { ExportSummary } from '#domain/export-summary';
import type { Instant } from '#domain/instant';
import type { OnProgress } from '../files/progress';
import type { ExportRow } from '#domain/export-row';
import { passPages } from './pass-pages';
import type { RowSource } from './row-source';
import { createSummaryTally } from './summary-tally';

/** What an export is made of, whatever its format. */
export interface SheetRequest {
  readonly spec: ExportLayout;
  readonly source: RowSource;
  readonly now: Instant;
  /** The version of this application. */
  readonly version: string;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** What a writer counts as it writes cells. */
export interface CellTally {
  strippedCharacters: number;
  defusedCells: number;
  cutCells?: number;
}

/** The rows of one export with everything that is told about them: what every format is written from. */
export interface ExportSheet {
  readonly spec: ExportLayout;
  /** How many rows there will be. */
  readonly total: number;
  readonly createdAt: Instant;
  readonly version: string;
  readonly filterText: string;
  /** The name of a connection; one that is gone is called by its id. */
  readonly connectionName: (connectionId: string) => string;
  /** The rows, page by page, to be gone through once; see `passPages` for what can go wrong. */
  readonly pages: AsyncIterable<readonly ExportRow[]>;
  /** To be counted up by the writer. */
  readonly cells: CellTally;
  /** What ties the file to its links; complete after the last page. Takes the SHA-256 of the file's data, hex. */
  summary(dataSha256: string): ExportSummary;
}

export function createSheet({ spec, source, now, version, signal, onProgress }: SheetRequest): ExportSheet {
  const { connections, total } = source;
  const names = new Map(connections.map(({ id, name }) => [id, name]));
  const tally = createSummaryTally();
  const cells: CellTally = { strippedCharacters: 0, defusedCells: 0 };
  // All links are all links, whatever the table showed.
  const filterText = spec.scope === 'all' ? '' : printFilter(spec.filter, { connections });

  async function* talliedPages() {
    for await (const page of passPages({ source, signal, onProgress })) {
      tally.add(page);
      yield page;
    }
  }

  return {
    ...{ spec, total, version, filterText, cells },
    createdAt: now,
    connectionName: (id) => names.get(id) ?? id,
    pages: talliedPages(),
    summary: (dataSha256) => ({
      ...tally.result(),
      ...{ scope: spec.scope, filterText, zone: spec.zone, createdAt: now, version, dataSha256 },
      ...cells,
    }),
  };
}
