import { AppError, toAppError } from '#domain/app-error';
import type { LinkSelection } from '#domain/link-filter';
import type { LinkRow, PaymentLink } from '#domain/payment-link';
import type { RefreshAnswer } from '#contract/links';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { StoreClient } from '../store/store-client';
import type { TaskContext } from '../tasks/running-tasks';
import { ConnectionLines } from './connection-lines';

export interface RefreshOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly onChanged: () => void;
}

/** Enough to keep every connection's throttle busy, small enough that a cancel loses little. */
const batchSize = 50;

interface Tally {
  checked: number;
  changed: number;
  failed: number;
}

interface BatchContext {
  readonly signal: AbortSignal;
  readonly lines: ConnectionLines;
  readonly tally: Tally;
}

async function checkRow(
  row: LinkRow,
  providers: ProviderRegistry,
  { signal, lines }: BatchContext,
): Promise<PaymentLink> {
  const { connectionId, linkId, reference } = row;
  const line = lines.signalOf(connectionId);
  if (line.aborted) throw new AppError('app/cancelled');
  try {
    const provider = await providers.of(connectionId);
    const checked = await provider.check({ linkId, reference }, AbortSignal.any([signal, line]));
    lines.wentThrough(connectionId);
    return { ...checked, connectionId };
  } catch (thrown) {
    const error = toAppError(thrown);
    // Given up from our side: it says nothing about the connection.
    if (error.code !== 'app/cancelled') lines.failed(connectionId, error);
    throw error;
  }
}

/** Checks one batch side by side and stores what came back. */
async function refreshBatch(
  keys: readonly number[],
  { store, providers }: RefreshOptions,
  context: BatchContext,
): Promise<void> {
  const { tally, signal } = context;
  const rows = await store.call('readLinks', { keys });
  const results = await Promise.allSettled(rows.map((row) => checkRow(row, providers, context)));
  const links = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const counts = await store.call('upsertLinks', { links, source: 'check' });
  tally.checked += links.length;
  tally.changed += counts.changed;
  if (!signal.aborted) tally.failed += rows.length - links.length;
}

/**
 * Asks the provider about every link of a selection and stores the answers. What was checked before a cancel or a failure
 * stays stored. A connection that fails as a whole ends the work over its own links only; its failure is thrown at the end.
 */
export async function refreshLinks(
  selection: LinkSelection,
  options: RefreshOptions,
  { signal, report }: TaskContext,
): Promise<RefreshAnswer> {
  const { store, onChanged } = options;
  const keys = await store.call('freezeSelection', { selection });
  const { length: connections } = await store.call('listConnections', {});
  const tally: Tally = { checked: 0, changed: 0, failed: 0 };
  const lines = new ConnectionLines();
  const mayGoOn = () => !signal.aborted && lines.broken().length < connections;
  report(0, keys.length);
  try {
    for (let start = 0; start < keys.length && mayGoOn(); start += batchSize) {
      await refreshBatch(keys.slice(start, start + batchSize), options, { signal, lines, tally });
      report(Math.min(start + batchSize, keys.length), keys.length);
    }
  } finally {
    onChanged();
  }
  if (!signal.aborted) lines.broken()[0]?.throwIfAborted();
  return { ...tally, cancelled: signal.aborted };
}
