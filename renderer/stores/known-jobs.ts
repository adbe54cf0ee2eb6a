import type { BulkJob } from '#domain/bulk-job';
import { progressOf } from '#domain/edit-state';
import { waitsForProvider } from '#domain/job-state';
import { noPace, notePace, type Pace } from './job-pace';

/** A job with its recent course. */
export interface FollowedJob {
  readonly job: BulkJob;
  readonly pace: Pace;
}

/** What this window knows of jobs. */
export interface KnownJobs {
  /** Bulk jobs under way or ended here, and jobs that were looked at; in the order they were first seen. */
  readonly jobs: readonly FollowedJob[];
  /** The bulk jobs for the strip: under way, or ended while this window was open and not dismissed. */
  readonly strip: readonly string[];
  /** Edits of single links that wait for their provider, as jobs. */
  readonly waiting: readonly string[];
}

export const noJobs: KnownJobs = { jobs: [], strip: [], waiting: [] };

/** True when nothing more happens to a job unless its failed edits are tried again or its conflicts decided. */
export function hasEnded({ state }: Pick<BulkJob, 'state'>): boolean {
  return state === 'finished' || state === 'cancelled';
}

/** An edit of a single link is a job too, but it is shown where it was made. */
const isBulk = ({ change }: BulkJob) => change.verb !== 'edit';

const withId = (ids: readonly string[], id: string) => (ids.includes(id) ? ids : [...ids, id]);
const withoutId = (ids: readonly string[], id: string) =>
  ids.includes(id) ? ids.filter((other) => other !== id) : ids;

/** A job of the list, if it is known. */
export function findJob(jobs: readonly FollowedJob[], jobId: string | undefined): FollowedJob | undefined {
  return jobs.find(({ job }) => job.id === jobId);
}

/**
 * What is known after main told of a job at a moment (epoch milliseconds). Edits of single links are kept only when they were
 * looked at: there may be thousands.
 */
export function withJob(known: KnownJobs, job: BulkJob, { at, isLooked = false }: TellOptions): KnownJobs {
  const before = findJob(known.jobs, job.id);
  const isWaiting = !isBulk(job) && job.state === 'paused' && waitsForProvider(job.pausedBy);
  const waiting = isWaiting ? withId(known.waiting, job.id) : withoutId(known.waiting, job.id);
  if (!isBulk(job) && !isLooked && before === undefined) return { ...known, waiting };
  const strip = isBulk(job) && !hasEnded(job) ? withId(known.strip, job.id) : known.strip;
  const course = before?.job.state === 'running' ? before.pace : noPace;
  const pace = job.state === 'running' ? notePace(course, { at, done: progressOf(job.counts).done }) : noPace;
  const followed = { job, pace };
  const others = known.jobs.map((other) => (other === before ? followed : asUndone(other, job)));
  const jobs = before === undefined ? [...others, followed] : others;
  return { jobs, strip, waiting };
}

/** Main tells an undo, not the job it takes back. */
function asUndone(followed: FollowedJob, { id, change, state }: BulkJob): FollowedJob {
  const { job } = followed;
  const isTakenBack = change.verb === 'undo' && change.ofJobId === job.id && state !== 'planned';
  return isTakenBack && job.undoneBy === undefined
    ? { ...followed, job: { ...job, undoneBy: id } }
    : followed;
}

export interface TellOptions {
  readonly at: number;
  readonly isLooked?: boolean;
}

/** Whether a list of jobs by state reads differently once a job is as it is told. */
export function changesHistory(known: KnownJobs, job: BulkJob): boolean {
  const before = findJob(known.jobs, job.id)?.job;
  return before?.state !== job.state || before.undoneBy !== job.undoneBy || before.pausedBy !== job.pausedBy;
}
