import type { LinkSelection } from '#domain/link-filter';
import type { LinkRow } from '#domain/payment-link';
import type { RefreshAnswer } from '#contract/links';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { StoreClient } from '../store/store-client';
import type { TaskContext } from '../tasks/running-tasks';
import { batchSize, checkOverLine, type CheckContext } from './check-batch';
import { ConnectionLines } from './connection-lines';

export interface RefreshOptions {
  readonly store: StoreClient;
  readonly providers: ProviderRegistry;
  readonly onChanged: () => void;
}

interface Tally {
  checked: number;
  changed: number;
  failed: number;
}

interface BatchContext extends CheckContext {
  readonly tally: Tally;
  readonly isDue: (row: LinkRow) => boolean;
}

/** Which links are refreshed, in which order. */
export interface DueLinks {
  readonly keys: readonly number[];
  /** Asked just before a link's turn: what was confirmed meanwhile need not be asked again. */
  readonly isDue?: (row: LinkRow) => boolean;
}

/** Checks one batch side by side and stores what came back. */
async function refreshBatch(
  keys: readonly number[],
  store: StoreClient,
  context: BatchContext,
): Promise<void> {
  const { tally, signal, isDue } = context;
  const rows = (await store.call('readLinks', { keys })).filter(isDue);
  const check = async (row: LinkRow) => {
    const { connectionId } = row;
    return { ...(await checkOverLine(connectionId, row, context)), connectionId };
  };
  const results = await Promise.allSettled(rows.map(check));
  const links = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const counts = await store.call('upsertLinks', { links, source: 'check' });
  tally.checked += links.length;
  tally.changed += counts.changed;
  if (!signal.aborted) tally.failed += rows.length - links.length;
}

/** Refreshes every link of a selection: see `refreshDue`. */
export async function refreshLinks(
  selection: LinkSelection,
  options: RefreshOptions,
  context: TaskContext,
): Promise<RefreshAnswer> {
  const keys = await options.store.call('freezeSelection', { selection });
  return refreshDue({ keys }, options, context);
}

/**
 * Asks the provider about every link and stores the answers. What was checked before a cancel or a failure stays stored. A
 * connection that fails as a whole ends the work over its own links only; its failure is thrown at the end.
 */
export async function refreshDue(
  { keys, isDue = () => true }: DueLinks,
  { store, providers, onChanged }: RefreshOptions,
  { signal, report }: TaskContext,
): Promise<RefreshAnswer> {
  const { length: connections } = await store.call('listConnections', {});
  const tally: Tally = { checked: 0, changed: 0, failed: 0 };
  const lines = new ConnectionLines();
  const context = { providers, signal, lines, tally, isDue };
  const mayGoOn = () => !signal.aborted && lines.broken().length < connections;
  report(0, keys.length);
  try {
    for (let start = 0; start < keys.length && mayGoOn(); start += batchSize) {
      await refreshBatch(keys.slice(start, start + batchSize), store, context);
      report(Math.min(start + batchSize, keys.length), keys.length);
    }
  } finally {
    onChanged();
  }
  if (!signal.aborted) lines.broken()[0]?.throwIfAborted();
  return { ...tally, cancelled: signal.aborted };
}
