import type { ConflictChoice, Edit } from '#domain/bulk-job';
import { toBridgeError } from '../../../bridge/bridge-error';
import type { EditorTools, EditOutcome } from './editor-state';
import { openEditOf } from './open-edit';

/**
 * Does something about the open edit and reads the link again. The panel may be about another link by then: what came of it is
 * told only where it was asked.
 */
async function settle(
  { set, get, load }: EditorTools,
  work: (edit: Edit) => Promise<EditOutcome | undefined>,
): Promise<void> {
  const { row, detail, deciding } = get();
  const edit = detail === undefined ? undefined : openEditOf(detail);
  if (row === undefined || edit === undefined || deciding) return;
  set({ deciding: true, outcome: undefined });
  const isHere = () => get().row?.key === row.key;
  const outcome = await work(edit).catch((thrown: unknown): EditOutcome => ({
    kind: 'failed',
    error: toBridgeError(thrown),
  }));
  if (!isHere()) return;
  await load(row.key);
  if (isHere()) set({ deciding: false, ...(outcome === undefined ? {} : { outcome }) });
}

/** Sends a waiting edit now; its job runs. */
export function sendNow(tools: EditorTools): Promise<void> {
  return settle(tools, async ({ jobId }) => {
    await tools.bridge.call('jobs:move', { jobId, to: 'running' });
    tools.set(({ detail }) =>
      detail !== undefined && openEditOf(detail)?.jobId === jobId ? { tried: true } : {},
    );
    return undefined;
  });
}

/** Gives a waiting edit up. */
export function dropEdit(tools: EditorTools): Promise<void> {
  return settle(tools, async ({ id }) => {
    await tools.bridge.call('jobs:drop-edit', { editId: id });
    return { kind: 'dropped' };
  });
}

/** Decides a conflict: the stored edit goes on with what was chosen, or ends. */
export function decide(tools: EditorTools, choice: ConflictChoice): Promise<void> {
  return settle(tools, async ({ id }) => {
    const of = { kind: 'edits' as const, editIds: [id] };
    const { refused, dropped } = await tools.bridge.call('jobs:resolve', { of, choice });
    if (refused > 0) return { kind: 'refused' };
    return dropped > 0 ? { kind: 'theirs-kept' } : undefined;
  });
}
