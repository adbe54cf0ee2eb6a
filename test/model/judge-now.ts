import { editStates, mayMove, type EditState } from '#domain/edit-state';
import type { Edit } from '#domain/bulk-job';
import { isOpen, type StoredWorld } from './world-store';

/** What must hold of the store at every moment, whatever is under way. Answers what does not, in words. */
export function judgeNow(
  stored: StoredWorld,
  acknowledged: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  return [
    ...lostEdits(stored, acknowledged),
    ...wrongCounts(stored),
    ...wrongMarks(stored),
    ...crowdedLinks(stored),
    ...wrongAudit(stored),
  ];
}

function lostEdits(
  { jobs, edits }: StoredWorld,
  acknowledged: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  const known = new Map(edits.map((edit) => [edit.id, edit]));
  return [...acknowledged].flatMap(([jobId, ids]) => [
    ...(jobs.some(({ id }) => id === jobId) ? [] : [`job ${jobId} was acknowledged and is gone`]),
    ...ids
      .filter((id) => known.get(id)?.jobId !== jobId)
      .map((id) => `edit ${String(id)} of ${jobId} is lost`),
  ]);
}

function wrongCounts({ jobs, edits }: StoredWorld): readonly string[] {
  return jobs.flatMap(({ id, counts }) => {
    const own = edits.filter(({ jobId }) => jobId === id);
    return editStates
      .filter((state) => counts[state] !== own.filter((edit) => edit.state === state).length)
      .map((state) => `job ${id} counts ${String(counts[state])} ${state} and has others`);
  });
}

function wrongMarks({ rows, edits }: StoredWorld): readonly string[] {
  return rows.flatMap(({ key, linkId, pending, conflict }) => {
    const states = edits.filter(({ linkKey }) => linkKey === key).map(({ state }) => state);
    const waits = states.some((state) => state === 'queued' || state === 'sending' || state === 'unknown');
    return [
      ...(pending === waits ? [] : [`link ${linkId} is marked ${pending ? '' : 'not '}pending`]),
      ...(conflict === states.includes('conflict')
        ? []
        : [`link ${linkId} is wrongly marked as to conflict`]),
    ];
  });
}

/** While what becomes of an edit is open, its link gets no other. */
function crowdedLinks({ edits }: StoredWorld): readonly string[] {
  const byLink = Map.groupBy(edits.filter(isOpen), ({ linkId }) => linkId);
  return [...byLink]
    .filter(([, open]) => open.length > 1)
    .map(([linkId, open]) => `link ${linkId} has open edits ${open.map(({ id }) => String(id)).join()}`);
}

interface StepDetail {
  readonly jobId?: string;
  readonly editId?: number;
  readonly from?: EditState;
  readonly to?: EditState;
  readonly skipped?: number;
}

/** The states of all edits as the audit log alone tells them, and every step that the log tells wrongly. */
function wrongAudit({ audit, edits }: StoredWorld): readonly string[] {
  const states = new Map<number, EditState>(edits.map(({ id }) => [id, 'planned']));
  const wrong: string[] = [];
  const told = new Set(audit.map(({ detail }) => (detail as StepDetail).editId));
  const untold = edits.filter(({ id }) => !told.has(id));
  for (const { event, subject, detail } of audit) {
    // Written by the store; a detail of another shape fails the comparisons below.
    const { editId, from, to, skipped } = detail as StepDetail;
    if (event === 'job.started')
      wrong.push(...skipTaken(states, untold, { jobId: subject, skipped: skipped ?? 0 }));
    if (event.startsWith('job.')) moveAll(states, edits, { event, jobId: subject });
    else if (editId !== undefined && to !== undefined && from !== undefined) {
      if (states.get(editId) !== from || !mayMove(from, to)) {
        wrong.push(
          `audit: edit ${String(editId)} goes ${from} -> ${to} but was ${String(states.get(editId))}`,
        );
      }
      states.set(editId, to);
    }
  }
  const apart = edits.filter(({ id, state }) => states.get(id) !== state);
  return [
    ...wrong,
    ...apart.map(({ id, state }) => `audit: edit ${String(id)} is ${state}, told ${String(states.get(id))}`),
  ];
}

/** A start skips the edits whose links another edit has taken: the log tells how many, and nothing else of them. */
function skipTaken(
  states: Map<number, EditState>,
  edits: readonly Edit[],
  { jobId, skipped }: { readonly jobId: string; readonly skipped: number },
): readonly string[] {
  const taken = edits.filter(
    (edit) =>
      edit.jobId === jobId &&
      edit.state === 'skipped' &&
      edit.tries === 0 &&
      edit.errorCode === 'link/changed-since',
  );
  for (const { id } of taken) states.set(id, 'skipped');
  return taken.length === skipped
    ? []
    : [`audit: the start of ${jobId} skipped ${String(skipped)} and ${String(taken.length)} are`];
}

/** What an entry about a whole job says of its edits. */
const jobEntries: Readonly<Record<string, readonly [from: readonly EditState[], to: EditState]>> = {
  'job.started': [['planned'], 'queued'],
  'job.cancelled': [['planned', 'queued'], 'skipped'],
  'job.retried': [['failed'], 'queued'],
};

function moveAll(
  states: Map<number, EditState>,
  edits: readonly Edit[],
  { event, jobId }: { readonly event: string; readonly jobId: string },
): void {
  const [from, to] = jobEntries[event] ?? [[], undefined];
  for (const { id } of edits.filter((edit) => edit.jobId === jobId)) {
    const state = states.get(id);
    if (to !== undefined && state !== undefined && from.includes(state)) states.set(id, to);
  }
}

/** What must hold besides when everything has come to its end. */
export function judgeEnd({ jobs, edits }: StoredWorld): readonly string[] {
  const settled: readonly EditState[] = ['applied', 'failed', 'conflict', 'skipped'];
  const ended: readonly string[] = ['finished', 'cancelled'];
  return [
    ...edits
      .filter(({ state }) => !settled.includes(state))
      .map(({ id, state }) => `edit ${String(id)} ends as ${state}`),
    ...jobs
      .filter(({ state }) => !ended.includes(state))
      .map(({ id, state }) => `job ${id} ends as ${state}`),
  ];
}
