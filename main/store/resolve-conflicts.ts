import type { ConflictChoice, Edit } from '#domain/bulk-job';
import { capabilitiesOf } from '#domain/capability';
import type { Instant } from '#domain/instant';
import type { ProviderId } from '#domain/provider';
import { resolveConflict, type Resolution } from '#domain/resolve-conflict';

import type { AuditLog } from './audit-log';
import { toEdit, type StoredEdit } from './edit-row';
import type { JobTable } from './job-table';
import { linkColumns, toLink, type StoredLink } from './link-columns';
import type { RerunParts } from './move-job';
import type { StoreApi } from './store-api';
import type { StoreDatabase } from './store-database';

type Input = Parameters<StoreApi['resolveConflicts']>[0];
type Answer = ReturnType<StoreApi['resolveConflicts']>;

/**
 * Makes the function that decides conflicts in one transaction, each against what the cache holds of its link now. What is to
 * be sent is made anew and queued; of a cancelled job nothing ever is, so there ours is refused. Edits that are in no conflict
 * (any more) are passed over and counted nowhere: two windows may have asked about the same one.
 *
 * A finished job with something to send runs again from the same transaction on, as after a retry.
 */
export function createResolveConflicts(
  db: StoreDatabase,
  { jobs, audit, moveJob }: RerunParts,
): (input: Input) => Answer {
  const conflictsOf = createConflictReader(db);
  const resolutionOf = createDecision(db);
  const store = createDecisionWriter(db, audit);
  return db.transaction(({ of, choice, now }: Input): Answer => {
    const counts = { send: 0, drop: 0, refused: 0 };
    const queuedIn = new Set<string>();
    const droppedIn = new Set<string>();
    for (const edit of conflictsOf(of, jobs)) {
      const wanted = resolutionOf(edit, choice, now);
      const isDead = wanted.kind === 'send' && jobs.read(edit.jobId).state === 'cancelled';
      const resolution = isDead ? undefined : wanted;
      counts[resolution?.kind ?? 'refused'] += 1;
      if (resolution === undefined || resolution.kind === 'refused') continue;
      store({ edit, choice, resolution, at: now });
      (resolution.kind === 'send' ? queuedIn : droppedIn).add(edit.jobId);
    }
    for (const jobId of queuedIn) {
      if (jobs.read(jobId).state === 'finished') moveJob({ jobId, to: 'running', at: now });
    }
    return {
      ...{ queued: counts.send, dropped: counts.drop, refused: counts.refused },
      jobIds: [...queuedIn],
      droppedIn: [...droppedIn].filter((jobId) => !queuedIn.has(jobId)),
    };
  });
}

function createConflictReader(db: StoreDatabase): (of: Input['of'], jobs: JobTable) => readonly Edit[] {
  const ofEdits = db.prepare<[string], StoredEdit>(
    `SELECT * FROM edit WHERE id IN (SELECT value FROM json_each(?)) AND state = 'conflict' ORDER BY id`,
  );
  const ofJob = db.prepare<[string], StoredEdit>(
    `SELECT * FROM edit WHERE job_id = ? AND state = 'conflict' ORDER BY id`,
  );
  return (of, jobs) => {
    if (of.kind === 'edits') return ofEdits.all(JSON.stringify(of.editIds)).map(toEdit);
    return ofJob.all(jobs.read(of.jobId).id).map(toEdit);
  };
}

/** Makes the function that decides one conflict by the link's row and its provider. */
function createDecision(db: StoreDatabase): (edit: Edit, choice: ConflictChoice, now: Instant) => Resolution {
  const find = db.prepare<[number], StoredLink & { readonly provider: ProviderId }>(
    `SELECT ${linkColumns.map((column) => `link.${column}`).join(', ')}, connection.provider
     FROM link JOIN connection ON connection.id = link.connection_id WHERE link.key = ?`,
  );
  return (edit, choice, now) => {
    const row = find.get(edit.linkKey);
    // Links leave together with their edits, so this is never met; without a link there is nothing to send.
    if (row === undefined) return { kind: 'drop' };
    return resolveConflict(edit, choice, {
      link: toLink(row),
      capabilities: capabilitiesOf[row.provider],
      now,
    });
  };
}

interface Decision {
  readonly edit: Edit;
  readonly choice: ConflictChoice;
  readonly resolution: Exclude<Resolution, { kind: 'refused' }>;
  readonly at: Instant;
}

function createDecisionWriter(db: StoreDatabase, audit: AuditLog): (decision: Decision) => void {
  const drop = db.prepare<[Instant, number]>(
    "UPDATE edit SET state = 'skipped', updated_at = ? WHERE id = ?",
  );
  const queue = db.prepare<[Record<string, string | number>]>(
    `UPDATE edit SET state = 'queued', updated_at = @at, patch = @patch, base = @base, changes = @changes,
       error_code = NULL, provider_code = NULL, provider_text = NULL, after = NULL
     WHERE id = @id`,
  );
  return ({ edit, choice, resolution, at }) => {
    const isSent = resolution.kind === 'send';
    if (isSent) {
      queue.run({
        id: edit.id,
        at,
        patch: JSON.stringify(resolution.patch),
        base: JSON.stringify(resolution.base),
        changes: JSON.stringify(resolution.changes),
      });
    } else drop.run(at, edit.id);
    audit.append({
      at,
      event: 'edit.resolved',
      subject: `${edit.connectionId}/${edit.linkId}`,
      detail: {
        jobId: edit.jobId,
        editId: edit.id,
        from: 'conflict',
        to: isSent ? 'queued' : 'skipped',
        choice,
        base: edit.base,
        ...(isSent ? { newBase: resolution.base, changes: resolution.changes } : { changes: edit.changes }),
      },
    });
  };
}
