import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ResolveAnswer } from '#contract/jobs';
import type { BulkJob, ConflictChoice } from '#domain/bulk-job';
import { noEdits, type EditCounts } from '#domain/edit-state';
import type { Bridge } from '../bridge/bridge-client';
import { atMostEvery } from './at-most-every';
import { changesHistory, findJob, hasEnded, noJobs, withJob, type KnownJobs } from './known-jobs';

export type JobMove = 'running' | 'paused' | 'cancelled';

/** Which conflicts a decision is about: some edits, those of a job, or all there are. */
export type ConflictScope =
  | { readonly kind: 'edits'; readonly editIds: readonly number[] }
  | { readonly kind: 'job'; readonly jobId: string }
  | { readonly kind: 'all' };

/** What the page of jobs shows. It outlives the page, so that it is there again. */
export interface JobsView {
  readonly tab: 'history' | 'conflicts';
  /** Whether edits of a single link are listed too. */
  readonly withSingle: boolean;
  /** The job shown beside the list. */
  readonly chosen: string | undefined;
}

export interface JobsState extends KnownJobs {
  /** Edits of all started jobs by state. */
  readonly counts: EditCounts;
  /** Grows whenever a job began, changed its state or was taken back: lists of jobs are out of date. */
  readonly version: number;
  readonly view: JobsView;
  /** Finds the jobs that an earlier run of the application left under way. */
  read(): Promise<void>;
  readCounts(): Promise<void>;
  /** Makes a job known, whatever its state. This and the next four reject with a BridgeError. */
  look(jobId: string): Promise<void>;
  /** Starts a plan. */
  start(planId: string): Promise<BulkJob>;
  move(jobId: string, to: JobMove): Promise<void>;
  retryFailed(jobId: string): Promise<void>;
  resolve(of: ConflictScope, choice: ConflictChoice): Promise<ResolveAnswer>;
  show(view: Partial<JobsView>): void;
  /** Takes an ended job off the strip; it stays in the history. */
  dismiss(jobId: string): void;
}

export type JobsStore = StoreApi<JobsState>;

/** The most edits one decision or one page may name. */
const mostAtOnce = 2000;

/** `now` gives epoch milliseconds. */
export function createJobsStore(bridge: Bridge, now: () => number): JobsStore {
  return createStore<JobsState>((set, get) => {
    const take = (job: BulkJob) => set(tell(get(), job, now()));
    const isKnown = (jobId: string) => findJob(get().jobs, jobId) !== undefined;
    return {
      ...noJobs,
      counts: noEdits,
      version: 0,
      view: { tab: 'history', withSingle: false, chosen: undefined },
      read: async () => {
        const all = await bridge.call('jobs:list', {});
        // Events may have told more of a job while the list was on its way.
        for (const job of [...all].reverse()) if (!hasEnded(job) && !isKnown(job.id)) take(job);
        await get().readCounts();
      },
      readCounts: async () => set({ counts: await bridge.call('jobs:counts', {}) }),
      look: async (jobId) => {
        if (isKnown(jobId)) return;
        const job = await bridge.call('jobs:read', { jobId });
        if (!isKnown(jobId)) set(withJob(get(), job, { at: now(), isLooked: true }));
      },
      start: async (planId) => {
        const job = await bridge.call('jobs:start', { planId });
        if (!isKnown(job.id)) take(job);
        // A short job may have ended before this answer came: its result is still news.
        const { strip } = get();
        if (!strip.includes(job.id)) set({ strip: [...strip, job.id] });
        return job;
      },
      move: async (jobId, to) => take(await bridge.call('jobs:move', { jobId, to })),
      retryFailed: async (jobId) => take(await bridge.call('jobs:retry-failed', { jobId })),
      resolve: async (of, choice) => {
        const answer = await resolveConflicts(bridge, of, choice);
        await get().readCounts();
        return answer;
      },
      show: (view) => set({ view: { ...get().view, ...view } }),
      dismiss: (jobId) => set({ strip: get().strip.filter((id) => id !== jobId) }),
    };
  });
}

function tell(state: JobsState, job: BulkJob, at: number): Partial<JobsState> {
  const known = withJob(state, job, { at });
  return changesHistory(state, job) ? { ...known, version: state.version + 1 } : known;
}

/** Decides all conflicts of a scope. They are listed first: what is refused stays a conflict and must not be asked again. */
async function resolveConflicts(
  bridge: Bridge,
  of: ConflictScope,
  choice: ConflictChoice,
): Promise<ResolveAnswer> {
  if (of.kind === 'job') return bridge.call('jobs:resolve', { of, choice });
  const editIds = of.kind === 'edits' ? of.editIds : await listConflicts(bridge);
  const sum = { queued: 0, dropped: 0, refused: 0 };
  for (let start = 0; start < editIds.length; start += mostAtOnce) {
    const some = editIds.slice(start, start + mostAtOnce);
    const answer = await bridge.call('jobs:resolve', { of: { kind: 'edits', editIds: some }, choice });
    sum.queued += answer.queued;
    sum.dropped += answer.dropped;
    sum.refused += answer.refused;
  }
  return sum;
}

async function listConflicts(bridge: Bridge): Promise<readonly number[]> {
  const ids: number[] = [];
  for (;;) {
    const start = ids.length;
    const range = { start, end: start + mostAtOnce };
    const { total, edits } = await bridge.call('jobs:edits', { states: ['conflict'], ...range });
    ids.push(...edits.map(({ id }) => id));
    if (edits.length === 0 || ids.length >= total) return ids;
  }
}

/** How often the counts are read while jobs run. */
const countsEveryMs = 500;

/** Takes every change of a job from main, and keeps the counts of all edits up to date. */
export function followJobs(bridge: Bridge, store: JobsStore, now: () => number): () => void {
  const counts = atMostEvery(countsEveryMs, () => {
    // The next change reads them again.
    store
      .getState()
      .readCounts()
      .catch(() => undefined);
  });
  const end = bridge.on('jobs:changed', ({ job }) => {
    store.setState((state) => tell(state, job, now()));
    counts.ask();
  });
  return () => {
    counts.stop();
    end();
  };
}
