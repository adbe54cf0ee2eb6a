import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { OutputOf } from '#contract/contract';
import { useDesk } from '../../../stores/desk-context';
import { toLinkSelection } from '../../../stores/selection-store';
import { createLatest } from '../../../stores/latest';

export type SelectionSums = OutputOf<'links:sum'>['sums'];

/** Sums as far as they are known. */
export interface KnownSums {
  /** Undefined until the first answer, `failed` when there is none. */
  readonly sums: SelectionSums | 'failed' | undefined;
  /** True while the sums are of the rows or the selection before. */
  readonly isOld: boolean;
}

/** A pause in ticking boxes this long starts the sum, in milliseconds. */
const pauseMs = 80;

/** The sums of the selected rows per currency. Those from before stay until the new ones are there. */
export function useSelectionSums(): KnownSums {
  const { bridge, query, selection } = useDesk();
  const handle = useStore(query, (state) => state.answer?.handle);
  const totals = useStore(query, (state) => state.totals);
  const isCounting = useStore(query, (state) => state.isCounting);
  const rows = useStore(selection, (state) => state.selection);
  const [known, setKnown] = useState<{ readonly of?: unknown; readonly sums: KnownSums['sums'] }>({
    sums: undefined,
  });
  const [latest] = useState(createLatest);
  const isEverything = rows.mode === 'allExcept' && rows.keys.size === 0;

  useEffect(() => {
    if (handle === undefined || isEverything) return;
    const timer = setTimeout(() => {
      void latest.run(() => bridge.call('links:sum', { selection: toLinkSelection(rows, handle) }), {
        onValue: ({ sums }) => setKnown({ of: rows, sums }),
        onError: () => setKnown({ of: rows, sums: 'failed' }),
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      latest.drop();
    };
  }, [bridge, handle, isEverything, latest, rows]);

  return isEverything
    ? { sums: totals?.sums ?? (isCounting ? undefined : 'failed'), isOld: isCounting }
    : { sums: known.sums, isOld: known.of !== rows };
}
