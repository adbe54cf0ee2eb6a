import { AppError, isAppError } from '#domain/app-error';
import { capabilitiesOf, type EditableField } from '#domain/capability';
import { baseOf, judgeEdit, patchOf, type BlockReason, type LinkPatch } from '#domain/link-patch';
import type { EditAnswer } from '#contract/links';
import { readLink } from '../links/open-links';
import type { StoreClient } from '../store/store-client';
import type { JobRunner } from './job-runner';

export interface EditLinkOptions {
  readonly store: StoreClient;
  readonly runner: JobRunner;
  readonly now: () => number;
  readonly newId: () => string;
}

function notEditable(reason: BlockReason, field?: EditableField): AppError {
  return new AppError('link/not-editable', {
    message: reason,
    reason,
    ...(field === undefined ? {} : { field }),
  });
}

/**
 * Edits one link: a job of one, so that a single edit is as durable and as honest as a bulk edit. Answers when the edit has
 * settled or has to wait; `link/not-editable` with the reason when the patch is refused before anything is sent.
 */
export async function editLink(
  request: { readonly key: number; readonly patch: LinkPatch },
  { store, runner, now, newId }: EditLinkOptions,
): Promise<EditAnswer> {
  const { link, connection, openEdits } = await readLink(request.key, store);
  const capabilities = capabilitiesOf[connection.provider];
  const verdict = judgeEdit(link, request.patch, { capabilities, now: now() });
  if (verdict.kind === 'no-change') throw new AppError('job/nothing-to-do');
  if (verdict.kind === 'not-allowed') throw notEditable(verdict.reason, verdict.field);
  if (openEdits.length > 0) throw notEditable('edit-waiting');
  const { changes } = verdict;
  const id = newId();
  const patch = patchOf(changes);
  const edit = { linkKey: link.key, patch, base: baseOf(link, patch), changes };
  await store.call('createJob', { id, change: { verb: 'edit' }, at: now(), edits: [edit] });
  try {
    await store.call('moveJob', { jobId: id, to: 'running', at: now() });
  } catch (thrown) {
    await store.call('dropPlans', { planId: id });
    // Another job has taken the link since it was looked at.
    throw isAppError(thrown) && thrown.code === 'job/nothing-to-do' ? notEditable('edit-waiting') : thrown;
  }
  await runner.run(id);
  const [settled] = (await store.call('readEdits', { jobId: id, start: 0, end: 1 })).edits;
  if (settled === undefined) throw new AppError('job/not-found');
  return { edit: settled, link: (await readLink(link.key, store)).link };
}
