import { isAppError, toAppError } from '#domain/app-error';
import type { LinkSelection } from '#domain/link-filter';
import type { LinkRow, PaymentLink } from '#domain/payment-link';
import type { RefreshAnswer } from '#contract/links';
import type { ProviderRegistry } from '../connections/provider-registry';
import type { StoreClient } from '../store/store-client';
import type { TaskContext } from '../tasks/running-tasks';
import { stopsEverything } from './stops-everything';

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

async function checkRow(
  row: LinkRow,
  providers: ProviderRegistry,
  signal: AbortSignal,
): Promise<PaymentLink> {
  const provider = await providers.of(row.connectionId);
  const checked = await provider.check({ linkId: row.linkId, reference: row.reference }, signal);
  return { ...checked, connectionId: row.connectionId };
}

/** Checks one batch side by side and stores what came back. A failure of the whole connection ends the refresh. */
async function refreshBatch(
  keys: readonly number[],
  options: RefreshOptions,
  context: { readonly signal: AbortSignal; readonly tally: Tally },
): Promise<void> {
  const { tally } = context;
  const giveUp = new AbortController();
  const signal = AbortSignal.any([context.signal, giveUp.signal]);
  const rows = await options.store.call('readLinks', { keys });
  const checkOne = (row: LinkRow) =>
    checkRow(row, options.providers, signal).catch((thrown: unknown) => {
      // The first keeps its place as the reason; the rest only say that they were given up.
      if (stopsEverything(toAppError(thrown))) giveUp.abort(thrown);
      throw thrown;
    });
  const results = await Promise.allSettled(rows.map(checkOne));
  const links = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const counts = await options.store.call('upsertLinks', { links, source: 'check' });
  tally.checked += links.length;
  tally.changed += counts.changed;
  giveUp.signal.throwIfAborted();
  tally.failed += rows.length - links.length;
}

/**
 * Asks the provider about every link of a selection and stores the answers. What was checked before a cancel or a failure
 * stays stored.
 */
export async function refreshLinks(
  selection: LinkSelection,
  options: RefreshOptions,
  { signal, report }: TaskContext,
): Promise<RefreshAnswer> {
  const keys = await options.store.call('freezeSelection', { selection });
  const tally: Tally = { checked: 0, changed: 0, failed: 0 };
  report(0, keys.length);
  try {
    for (let start = 0; start < keys.length && !signal.aborted; start += batchSize) {
      await refreshBatch(keys.slice(start, start + batchSize), options, { signal, tally });
      report(Math.min(start + batchSize, keys.length), keys.length);
    }
  } catch (thrown) {
    if (!(isAppError(thrown) && thrown.code === 'app/cancelled')) throw thrown;
  } finally {
    options.onChanged();
  }
  return { ...tally, cancelled: signal.aborted };
}
