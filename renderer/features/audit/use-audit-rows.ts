import { useCallback, useEffect, useState } from 'react';
import type { AuditEntry } from '#contract/audit';
import { toBridgeError, type BridgeError } from '../../bridge/bridge-error';
import { useRowCache, type RowCacheView } from '../../grid/use-row-cache';
import { atMostEvery } from '../../stores/at-most-every';
import { useDesk } from '../../stores/desk-context';

/** A running job writes many entries a second; the list follows at this pace, in milliseconds. */
const paceMs = 1000;

export interface AuditRows {
  readonly rows: RowCacheView<AuditEntry>;
  /** Undefined until the log has answered. */
  readonly total: number | undefined;
  readonly error: BridgeError | undefined;
  readonly reread: () => void;
}

/** The log by range, newest first. Whatever is done at this desk adds to it, so it is asked for its length now and then. */
export function useAuditRows(): AuditRows {
  const { bridge } = useDesk();
  const [total, setTotal] = useState<number | undefined>(undefined);
  const [error, setError] = useState<BridgeError | undefined>(undefined);
  const fail = useCallback((thrown: unknown) => setError(toBridgeError(thrown)), []);
  const reread = useCallback(() => {
    bridge.call('audit:list', { start: 0, end: 0 }).then((page) => {
      setTotal(page.total);
      setError(undefined);
    }, fail);
  }, [bridge, fail]);
  useEffect(reread, [reread]);
  useFollow(reread);
  const rows = useRowCache<AuditEntry>({
    rowCount: total ?? 0,
    queryKey: 'audit',
    load: async (start, end) => {
      const page = await bridge.call('audit:list', { start, end });
      // Entries came meanwhile: every row has moved down.
      setTotal(page.total);
      return page.entries;
    },
    onError: fail,
  });
  return { rows, total, error, reread };
}

/** Calls back when something was done that the log tells of, not more often than the pace. */
function useFollow(reread: () => void): void {
  const { bridge } = useDesk();
  useEffect(() => {
    const { ask, stop } = atMostEvery(paceMs, reread);
    const endings = [bridge.on('jobs:changed', ask), bridge.on('links:changed', ask), stop];
    return () => endings.forEach((end) => end());
  }, [bridge, reread]);
}
