import type { LinkSelection, LinkSort } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';

import type { LinkQueries } from './link-query';
import type { StoreMethods } from './create-store-api';

export interface ExportRows {
  readonly total: number;
  rows(signal: AbortSignal): Iterable<readonly LinkRow[]>;
  connectionName(connectionId: string): string;
}

const pageRows = 2_000;

/**
 * The rows of an export: which ones and their order are fixed now, each page is read when it is asked for.
 *
 * @throws AppError `store/result-closed` when the selection's query is closed.
 */
export function createExportRows(
  parts: { readonly queries: LinkQueries; readonly methods: Pick<StoreMethods, 'listConnections'> },
  { selection, sort }: { readonly selection: LinkSelection; readonly sort: readonly LinkSort[] },
): ExportRows {
  const { queries, methods } = parts;
  const keys = queries.order(queries.freeze(selection), sort);
  const names = new Map(methods.listConnections({}).map(({ id, name }) => [id, name]));
  return {
    total: keys.length,
    *rows(signal) {
      for (let start = 0; start < keys.length && !signal.aborted; start += pageRows) {
        yield queries.readRows(keys.slice(start, start + pageRows));
      }
    },
    connectionName: (connectionId) => names.get(connectionId) ?? connectionId,
  };
}
