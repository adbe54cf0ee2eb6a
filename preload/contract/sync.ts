import { z } from 'zod';
import { syncModes, type SyncRun } from '#domain/sync-run';
import { channel, localId, nothing, type ContractPart } from './part';

export const syncContract = {
  /**
   * Begins to read a connection's list and answers at once; how it goes on is told by `sync:changed`. What was paused of the
   * connection is given up. `job/already-running` while one is running; `link/not-editable` with reason `not-offered` where the
   * provider has no list; an incremental run without a finished one before it is a full one.
   */
  'sync:start': channel<SyncRun>()(z.strictObject({ connectionId: localId, mode: z.enum(syncModes) })),
  /** Pauses, goes on with or gives up a run; a move it cannot make any more answers the run as it is. */
  'sync:move': channel<SyncRun>()(
    z.strictObject({ runId: localId, to: z.enum(['paused', 'running', 'cancelled']) }),
  ),
  /** The newest run of each connection, and the newest finished one where that is another. */
  'sync:list': channel<readonly SyncRun[]>()(nothing),
} satisfies ContractPart;
