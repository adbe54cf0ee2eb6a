import {
  createProcessClient,
  type ProcessClient,
  type ProcessClientOptions,
} from '../processes/process-client';

import type { StoreApi, StoreEvents } from './store-api';

/** The store as main calls it: `call('openQuery', { filter, sort })`. */
export type StoreClient = ProcessClient<StoreApi, StoreEvents>;

/**
 * The store works on one call at a time, and writes also wait until an import of a million rows is stored. The limit is there
 * for a process that hangs for good, not for a slow one.
 */
const TIMEOUT_MS = 15 * 60_000;

/** Makes main's side of the store process; nothing is started before the first call. */
export function createStoreClient(
  options: Pick<ProcessClientOptions<StoreApi>, 'start' | 'onEnd' | 'restarts' | 'timers'>,
): StoreClient {
  return createProcessClient<StoreApi, StoreEvents>({
    name: 'store',
    failureCode: 'store/unavailable',
    timeoutMs: TIMEOUT_MS,
    answersCancel: [
      // Whoever gets a handle too late closes it: it would stay on the shelf and push out one that is in use.
      'openQuery',
      'runImport',
      'saveRejected',
      'runExport',
      'planJob',
      'exportResult',
      'exportPlan',
      'exportAudit',
    ],
    methodTimeoutMs: {
      ...{ runImport: 'none', saveRejected: 'none', runExport: 'none', planJob: 'none', verifyAudit: 'none' },
      ...{ verifyAuditFile: 'none', exportResult: 'none', exportPlan: 'none', exportAudit: 'none' },
    },
    ...options,
  });
}
