import { setImmediate as nextTurn } from 'node:timers/promises';

import type { AuditVerdict } from '#contract/audit';

import { stopIfCancelled, throttleProgress, type OnProgress } from '../files/progress';
import { verifySlices } from './audit-verify';
import { openReadOnly, type OpenDatabaseInput } from './open-database';
import type { OpenStore } from './open-store';
import { openSnapshot } from './snapshot';
import type { StoreDatabase } from './store-database';
import { fromSqlError, translatingErrors } from './store-failure';

export interface VerifyWork {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/**
 * Verifies the audit log as it is now, slice by slice, with other calls in between.
 *
 * @throws AppError `app/cancelled`; a `store/` code when the file cannot be read.
 */
export function runVerification(
  store: Pick<OpenStore, 'openBeside'>,
  work: VerifyWork,
): Promise<AuditVerdict> {
  return verifyAndClose(
    openSnapshot(store, (db) => db),
    work,
  );
}

/**
 * Verifies the audit log of a file without opening it as the store: nothing is made, migrated or set aside, and another process
 * may have it open.
 *
 * @throws AppError as above; `store/unavailable` when the file is not there or the key does not open it.
 */
export function verifyFile(input: OpenDatabaseInput, work: VerifyWork): Promise<AuditVerdict> {
  const openBeside = () => translatingErrors(() => openReadOnly(input));
  return runVerification({ openBeside }, work);
}

async function verifyAndClose(db: StoreDatabase, { signal, onProgress }: VerifyWork): Promise<AuditVerdict> {
  try {
    const slices = verifySlices(db);
    const tell = throttleProgress(onProgress, () => performance.now());
    stopIfCancelled(signal);
    let step = slices.next();
    while (step.done !== true) {
      tell(step.value);
      await nextTurn();
      stopIfCancelled(signal);
      step = slices.next();
    }
    onProgress({ done: step.value.entries, total: step.value.entries });
    return step.value;
  } catch (thrown) {
    throw fromSqlError(thrown);
  } finally {
    db.close();
  }
}
