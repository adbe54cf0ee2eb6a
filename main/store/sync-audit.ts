import type { Instant } from '#domain/instant';
import type { SyncRun } from '#domain/sync-run';

import type { NewAuditEntry } from './audit-log';

/** What the audit log keeps of a run's beginning and of its end: what was asked for, and how much came of it. */
export function auditOfSync(
  run: SyncRun,
  event: 'sync-started' | 'sync-finished' | 'sync-cancelled',
  at: Instant,
): NewAuditEntry {
  const { id, connectionId, mode, since, fellBack, counts, digest, incomplete } = run;
  const asked = { runId: id, mode, since };
  const detail = event === 'sync-started' ? asked : { ...asked, fellBack, incomplete, counts, digest };
  return { at, event, subject: connectionId, detail };
}
