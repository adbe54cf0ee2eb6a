import type { LinkQueryAnswer, LinkTotals } from '#contract/links';
import { createLatest } from './latest';
import { whole, withCurrencies } from './open-query';
import type { QueryTools } from './query-state';

export interface QueryCounting {
  /** Asks for the totals of the answer on screen; they replace those of any other one. */
  count(answer: LinkQueryAnswer): void;
  /** Shows totals that came with the answer. */
  take(totals: LinkTotals): void;
}

type Tools = Pick<QueryTools, 'bridge' | 'set' | 'get'>;

/** The totals of what is shown, which come after its rows. `onFailure` gets what went wrong with a handle's. */
export function createCounting(
  { bridge, set, get }: Tools,
  onFailure: (handle: number, thrown: unknown) => void,
): QueryCounting {
  const latest = createLatest();
  const show = (totals: LinkTotals) => {
    const { answer, currencies } = get();
    if (answer === undefined) return;
    const counted = { totals, isCounting: false, currencies: withCurrencies(currencies, totals) };
    set({ ...counted, answer: whole(answer, totals) });
  };
  return {
    count: ({ handle }) =>
      void latest.run(() => bridge.call('links:totals', { handle }), {
        onValue: show,
        onError: (thrown) => onFailure(handle, thrown),
      }),
    take: (totals) => {
      latest.drop();
      show(totals);
    },
  };
}
