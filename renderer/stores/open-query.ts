import type { LinkQueryAnswer, LinkTotals } from '#contract/links';
import type { LinkFilter, LinkSort } from '#domain/link-filter';
import type { Bridge } from '../bridge/bridge-client';
import { keepPlace, mostAnchors, type ReaderAnchor, type RowsChange } from './reader-place';

/** What is shown, and in which order. */
export interface ShownQuery {
  readonly filter: LinkFilter;
  readonly sort: readonly LinkSort[];
}

/** An opened query, ready to be shown. */
export interface Opened {
  readonly answer: LinkQueryAnswer;
  /** Where they were needed before the rows could be shown. */
  readonly totals: LinkTotals | undefined;
  readonly change: RowsChange;
}

/** Opens a query that begins at its first row; the rest of it may still be on its way. */
export async function openNew(bridge: Bridge, query: ShownQuery): Promise<Opened> {
  return { answer: await bridge.call('links:open', query), totals: undefined, change: { kind: 'start' } };
}

/**
 * Opens again what is on screen, and tells how the rows have changed. Only the whole answer is given: with the first page alone
 * the table would shrink under the reader.
 */
export async function openSame(
  bridge: Bridge,
  query: ShownQuery,
  reader: readonly ReaderAnchor[],
): Promise<Opened> {
  const before = reader.slice(0, mostAnchors);
  const anchors = before.length === 0 ? {} : { anchors: before.map(({ key }) => key) };
  const answer = await bridge.call('links:open', { ...query, ...anchors });
  const change = keepPlace(before, answer.anchors);
  if (answer.isComplete) return { answer, totals: undefined, change };
  try {
    const totals = await bridge.call('links:totals', { handle: answer.handle });
    return { answer: whole(answer, totals), totals, change };
  } catch (thrown) {
    // Nobody will show it; main also closes what is left when the window goes.
    bridge.call('links:close', { handle: answer.handle }).catch(() => undefined);
    throw thrown;
  }
}

/** The answer once all of its rows can be asked for. */
export function whole(answer: LinkQueryAnswer, { total }: LinkTotals): LinkQueryAnswer {
  return answer.isComplete && answer.total === total ? answer : { ...answer, total, isComplete: true };
}

/** Currencies seen before, with those of new totals. */
export function withCurrencies(seen: readonly string[], { sums }: LinkTotals): readonly string[] {
  const all = new Set([...seen, ...sums.map(({ currency }) => currency)]);
  return all.size === seen.length ? seen : [...all].sort();
}
