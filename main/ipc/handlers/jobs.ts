import type { Jobs } from '../../jobs/manage-jobs';
import type { StoreClient } from '../../store/store-client';
import type { Serve } from '../envelope';

export function serveJobs(serve: Serve, jobs: Jobs, store: StoreClient): void {
  serve('jobs:plan', ({ selection, change }) => jobs.plan(selection, change));
  serve('jobs:start', ({ planId }) => jobs.start(planId));
  serve('jobs:move', ({ jobId, to }) => jobs.move(jobId, to));
  serve('jobs:retry-failed', ({ jobId }) => jobs.retryFailed(jobId));
  serve('jobs:list', () => jobs.listOpen());
  serve('jobs:edits', (request) => store.call('readEdits', request));
}
