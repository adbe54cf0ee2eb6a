import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { OutputOf } from '#contract/contract';
import { useDesk } from '../../../stores/desk-context';
import { toLinkSelection } from '../../../stores/selection-store';
import { createLatest } from '../../../stores/latest';

export type SelectionSums = OutputOf<'links:sum'>['sums'];

/** A pause in ticking boxes this long starts the sum, in milliseconds. */
const pauseMs = 80;

/** The sums of the selected rows per currency: undefined until the first answer, `failed` when there is none. */
export function useSelectionSums(): SelectionSums | 'failed' | undefined {
  const { bridge, query, selection } = useDesk();
  const answer = useStore(query, (state) => state.answer);
  const rows = useStore(selection, (state) => state.selection);
  const [sums, setSums] = useState<SelectionSums | 'failed' | undefined>(undefined);
  const [latest] = useState(createLatest);
  const isEverything = rows.mode === 'allExcept' && rows.keys.size === 0;
  const handle = answer?.handle;

  useEffect(() => {
    if (handle === undefined || isEverything) return;
    const timer = setTimeout(() => {
      void latest.run(() => bridge.call('links:sum', { selection: toLinkSelection(rows, handle) }), {
        onValue: (value) => setSums(value.sums),
        onError: () => setSums('failed'),
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      latest.drop();
    };
  }, [bridge, handle, isEverything, latest, rows]);

  return isEverything ? answer?.sums : sums;
}
