import { AppError } from '#domain/app-error';
import type { Edit } from '#domain/bulk-job';
import { mayMove } from '#domain/edit-state';
import { changedSince } from '#domain/link-patch';
import type { LinkRow } from '#domain/payment-link';

import type { AuditLog } from './audit-log';
import { toEdit, type StoredEdit } from './edit-row';
import type { EditStep } from './store-api';
import type { StoreDatabase } from './store-database';
import type { LinkWriter } from './upsert-links';

/** `details.reason` of a step whose edit is no longer where the step starts: it was cancelled or stepped meanwhile. */
const editMoved = 'edit-moved';
/** The same of a step that is about to send while its link is no longer what the edit was made against. */
const linkMoved = 'link-moved';

interface StepParts {
  readonly links: LinkWriter;
  readonly audit: AuditLog;
  readonly readRow: (key: number) => LinkRow | undefined;
}

/**
 * Makes the function that takes one step of one edit: the edit, its link and the audit entry in one transaction, which is on
 * the disk when the function returns.
 *
 * @throws AppError `app/unexpected`: reason `edit-moved` when the edit is not in `from`; `link-moved` when it is about to send and
 * its link has changed since the edit was made, or is gone: it was judged before it waited for its turn, and somebody else may
 * have read the link meanwhile. Without a reason for a step the queue does not know or a link that is not the edit's.
 */
export function createStepEdit(
  db: StoreDatabase,
  { links, audit, readRow }: StepParts,
): (step: EditStep) => Edit {
  const find = db.prepare<[number], StoredEdit>('SELECT * FROM edit WHERE id = ?');
  const update = db.prepare<[StoredEdit]>(
    `UPDATE edit SET state = @state, tries = @tries, sent_at = @sent_at, updated_at = @updated_at,
       error_code = @error_code, provider_code = @provider_code, provider_text = @provider_text, after = @after
     WHERE id = @id`,
  );
  return db.transaction((step: EditStep): Edit => {
    const row = find.get(step.editId);
    assertStep(step, row);
    if (step.sends === true) assertUnmoved(toEdit(row), readRow(row.link_key));
    const stepped = applyStep(row, step);
    update.run(stepped);
    if (step.link !== undefined) links.upsert([step.link], 'edit');
    const edit = toEdit(stepped);
    audit.append(auditOf(step, edit));
    return edit;
  });
}

function assertUnmoved({ base }: Edit, link: LinkRow | undefined): void {
  if (link !== undefined && changedSince(base, link).length === 0) return;
  throw new AppError('app/unexpected', {
    message: 'The link has changed since this edit was made.',
    reason: linkMoved,
  });
}

function assertStep(step: EditStep, row: StoredEdit | undefined): asserts row is StoredEdit {
  const refuse = (message: string, reason?: string) =>
    new AppError('app/unexpected', { message, ...(reason === undefined ? {} : { reason }) });
  if (!mayMove(step.from, step.to)) throw refuse(`An edit never goes from ${step.from} to ${step.to}.`);
  if (row?.state !== step.from)
    throw refuse(`The edit is ${row?.state ?? 'gone'}, not ${step.from}.`, editMoved);
  const { link } = step;
  if (link !== undefined && (link.linkId !== row.link_id || link.connectionId !== row.connection_id)) {
    throw refuse('The link of this step is not the one of its edit.');
  }
}

/** The row after a step. A new try starts without the answer of the try before. */
function applyStep(row: StoredEdit, step: EditStep): StoredEdit {
  const isNewTry = step.sends === true;
  const kept = isNewTry ? { ...row, provider_code: null, provider_text: null, after: null } : row;
  return {
    ...kept,
    state: step.to,
    tries: row.tries + (isNewTry ? 1 : 0),
    sent_at: isNewTry ? step.at : row.sent_at,
    updated_at: step.at,
    error_code: step.errorCode ?? null,
    ...(step.provider === undefined
      ? {}
      : { provider_code: step.provider.code, provider_text: step.provider.text }),
    ...(step.after === undefined ? {} : { after: JSON.stringify(step.after) }),
  };
}

/** What the audit log keeps of a step: the change, what was sent, and what came back. */
function auditOf(step: EditStep, edit: Edit): Parameters<AuditLog['append']>[0] {
  return {
    at: step.at,
    event: `edit.${step.to}`,
    subject: `${edit.connectionId}/${edit.linkId}`,
    detail: {
      jobId: edit.jobId,
      editId: edit.id,
      from: step.from,
      to: step.to,
      tries: edit.tries,
      changes: edit.changes,
      errorCode: step.errorCode,
      provider: step.provider,
      after: step.after,
    },
  };
}
