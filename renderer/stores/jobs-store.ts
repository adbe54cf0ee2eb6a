import { createStore, type StoreApi } from 'zustand/vanilla';
import { progressOf, type BulkJob } from '#domain/bulk-job';
import type { Bridge } from '../bridge/bridge-client';
import { noPace, notePace, type Pace } from './job-pace';

/** A job with its recent course. */
export interface FollowedJob {
  readonly job: BulkJob;
  readonly pace: Pace;
}

export type JobMove = 'running' | 'paused' | 'cancelled';

export interface JobsState {
  /** Bulk jobs under way, and those that ended while this window was open; in the order they were first seen. */
  readonly jobs: readonly FollowedJob[];
  /** The job whose progress or result is asked for. */
  readonly shown: string | undefined;
  /** Finds the jobs that an earlier run of the application left under way. */
  read(): Promise<void>;
  /** Starts a plan. This and the next two reject with a BridgeError. */
  start(planId: string): Promise<BulkJob>;
  move(jobId: string, to: JobMove): Promise<void>;
  retryFailed(jobId: string): Promise<void>;
  show(jobId: string | undefined): void;
  /** Takes an ended job off the list; its edits stay in the link cache. */
  dismiss(jobId: string): void;
}

export type JobsStore = StoreApi<JobsState>;

/** True when nothing more happens to a job unless its failed edits are tried again. */
export function hasEnded({ state }: BulkJob): boolean {
  return state === 'finished' || state === 'cancelled';
}

/** An edit of a single link is a job too, but it is shown where it was made. */
const isBulk = ({ change }: BulkJob) => change.verb !== 'edit';

/** The list with a job as main now tells it. */
export function withJob(jobs: readonly FollowedJob[], job: BulkJob, at: number): readonly FollowedJob[] {
  if (!isBulk(job)) return jobs;
  const known = jobs.find((followed) => followed.job.id === job.id);
  const before = known?.job.state === 'running' ? known.pace : noPace;
  const pace = job.state === 'running' ? notePace(before, { at, done: progressOf(job.counts).done }) : noPace;
  const followed = { job, pace };
  return known === undefined
    ? [...jobs, followed]
    : jobs.map((other) => (other === known ? followed : other));
}

/** `now` gives epoch milliseconds. */
export function createJobsStore(bridge: Bridge, now: () => number): JobsStore {
  return createStore<JobsState>((set, get) => {
    const take = (job: BulkJob) => set({ jobs: withJob(get().jobs, job, now()) });
    const isKnown = (jobId: string) => get().jobs.some(({ job }) => job.id === jobId);
    return {
      jobs: [],
      shown: undefined,
      read: async () => {
        const all = await bridge.call('jobs:list', {});
        // Events may have told more of a job while the list was on its way.
        for (const job of [...all].reverse()) if (!hasEnded(job) && !isKnown(job.id)) take(job);
      },
      start: async (planId) => {
        const job = await bridge.call('jobs:start', { planId });
        if (!isKnown(job.id)) take(job);
        return job;
      },
      move: async (jobId, to) => take(await bridge.call('jobs:move', { jobId, to })),
      retryFailed: async (jobId) => take(await bridge.call('jobs:retry-failed', { jobId })),
      show: (shown) => set({ shown }),
      dismiss: (jobId) => set({ jobs: get().jobs.filter(({ job }) => job.id !== jobId) }),
    };
  });
}

/** Takes every change of a job from main. */
export function followJobs(bridge: Bridge, store: JobsStore, now: () => number): () => void {
  return bridge.on('jobs:changed', ({ job }) =>
    store.setState(({ jobs }) => ({ jobs: withJob(jobs, job, now()) })),
  );
}
