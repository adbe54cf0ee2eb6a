import type { EditAnswer, LinkDetail } from '#contract/links';
import type { BulkJob, Edit } from '#domain/bulk-job';
import type { Bridge } from '../../../bridge/bridge-client';
import { openEditOf } from './open-edit';

/** What the panel shows of a link: all that is known, and what its open edit waits for. */
export interface EditorReading {
  readonly detail: LinkDetail;
  /** The job of the open edit: it says why the edit waits. */
  readonly job: BulkJob | undefined;
  /** The end of an edit that was open at the last reading. */
  readonly settled: EditAnswer | undefined;
}

/** An open edit with its job, as the panel last saw them. */
export interface WatchedEdit {
  readonly edit: Edit;
  readonly job: BulkJob | undefined;
}

/** Reads a link with what its edits wait for; `watched` is told its end once it is no longer open. Rejects with a BridgeError. */
export async function readEditor(
  bridge: Bridge,
  key: number,
  watched: WatchedEdit | undefined,
): Promise<EditorReading> {
  const detail = await bridge.call('links:read', { key });
  const open = openEditOf(detail);
  if (open !== undefined) {
    // Without its job the edit still shows; only the reason of its waiting is missing.
    const job = await bridge.call('jobs:read', { jobId: open.jobId }).catch(() => undefined);
    return { detail, job, settled: undefined };
  }
  const edit = watched === undefined ? undefined : await readEnd(bridge, watched);
  return { detail, job: undefined, settled: edit === undefined ? undefined : { edit, link: detail.link } };
}

/** The end of an edit made in the editor, whose job has no other; ends of bulk edits are told with their job. */
async function readEnd(bridge: Bridge, { edit, job }: WatchedEdit): Promise<Edit | undefined> {
  if (job?.change.verb !== 'edit') return undefined;
  const page = await bridge
    .call('jobs:edits', { jobId: edit.jobId, start: 0, end: 1 })
    .catch(() => undefined);
  return page?.edits[0];
}
