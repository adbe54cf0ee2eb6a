import type { ExportScope } from './export-spec';
import type { Instant } from './instant';
import type { CurrencySum } from './link-filter';
import type { LinkStatus } from './payment-link';

/** The links of one status and one currency. */
export interface StatusSum extends CurrencySum {
  readonly status: LinkStatus;
}

/**
 * What ties an exported file to the links it was made of: an accountant adds up the file and compares.
 *
 * Links without an amount are counted under the empty currency, so that the counts of each list add up to `rows`.
 */
export interface ExportSummary {
  readonly rows: number;
  /** In alphabetical order of the currencies. */
  readonly sums: readonly CurrencySum[];
  /** In the order lists show statuses, then of the currencies. */
  readonly byStatus: readonly StatusSum[];
  readonly scope: ExportScope;
  /** The table's filter in the filter language; empty where it did not matter. Relative dates are relative to `createdAt`. */
  readonly filterText: string;
  readonly zone: string;
  /** When the row that was confirmed longest ago was confirmed by its provider. */
  readonly oldestCheckedAt?: Instant;
  readonly createdAt: Instant;
  /** The version of this application. */
  readonly version: string;
  /** SHA-256 of the data, hex; what bytes these are, each format says. */
  readonly dataSha256: string;
  /** Characters left out because the format cannot hold them. */
  readonly strippedCharacters: number;
  /** Cells that got an apostrophe because a spreadsheet would have run them. */
  readonly defusedCells: number;
  /** Texts that lost their end because a cell of the format holds no more; only of formats with such a limit. */
  readonly cutCells?: number;
}
