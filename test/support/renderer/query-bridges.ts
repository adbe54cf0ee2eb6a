import type { LinkQueryAnswer, LinkTotals } from '#contract/links';
import { createFakeBridge } from './fake-bridge';
import { sampleTotals } from './sample-links';

export interface Waiting<T> {
  readonly resolve: (answer: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** A bridge whose openings, and if wanted totals, are answered by hand, in any order. */
export function slowBridge(how: 'totals-at-once' | 'totals-by-hand' = 'totals-at-once') {
  const waiting: Waiting<LinkQueryAnswer>[] = [];
  const counting: Waiting<LinkTotals>[] = [];
  const bridge = createFakeBridge({
    'links:open': () => new Promise<LinkQueryAnswer>((resolve, reject) => waiting.push({ resolve, reject })),
    'links:totals': () =>
      how === 'totals-at-once'
        ? sampleTotals()
        : new Promise<LinkTotals>((resolve, reject) => counting.push({ resolve, reject })),
  });
  return { bridge, waiting, counting };
}

/** A bridge that opens and counts at once. */
export const quickBridge = (open: () => LinkQueryAnswer, totals: () => LinkTotals = sampleTotals) =>
  createFakeBridge({ 'links:open': open, 'links:totals': totals });
