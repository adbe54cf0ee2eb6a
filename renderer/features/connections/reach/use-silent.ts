import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesk } from '../../../stores/desk-context';

/** A connection whose provider does not answer. */
export interface SilentConnection {
  readonly id: string;
  readonly name: string;
  readonly since: number;
}

/** The connections that do not answer, the longest silent first; removed ones are nobody's concern. */
export function useSilent(): readonly SilentConnection[] {
  const { reach, connections } = useDesk();
  const silent = useStore(reach, (state) => state.silent);
  const all = useStore(connections, (state) => state.connections);
  return useMemo(
    () =>
      silent.flatMap(({ connectionId, since }) => {
        const known = all?.find(({ id }) => id === connectionId);
        return known === undefined ? [] : [{ id: connectionId, name: known.name, since }];
      }),
    [silent, all],
  );
}
