import { fileFilters, writeChosen, type FileHandlers } from './file-handlers';
import type { Jobs } from '../../jobs/manage-jobs';
import type { Plans } from '../../jobs/plan-jobs';
import type { SettingsStore } from '../../settings/read-settings';
import { tableFormat } from '../../settings/read-settings';
import type { Serve } from '../envelope';

export interface JobHandlers extends FileHandlers {
  readonly jobs: Jobs;
  readonly plans: Plans;
  readonly settings: SettingsStore;
}

export function serveJobs(serve: Serve, desk: JobHandlers): void {
  const { jobs, store } = desk;
  servePlans(serve, desk);
  serve('jobs:start', ({ planId }) => jobs.start(planId));
  serve('jobs:move', ({ jobId, to }) => jobs.move(jobId, to));
  serve('jobs:retry-failed', ({ jobId }) => jobs.retryFailed(jobId));
  serve('jobs:list', () => store.call('listJobs', { states: ['running', 'paused'] }));
  serve('jobs:read', (request) => store.call('readJob', request));
  serve('jobs:history', (request) => store.call('readJobs', request));
  serve('jobs:edits', (request) => store.call('readEdits', request));
  serve('jobs:counts', () => store.call('countEdits', {}));
  serve('jobs:resolve', (request) => jobs.resolve(request));
  serve('jobs:drop-edit', async ({ editId }) => {
    await jobs.dropEdit(editId);
    return undefined;
  });
  serve('jobs:export-result', async ({ taskId, ...edits }) => {
    const format = tableFormat(await desk.settings.read());
    return writeChosen(desk, { taskId, name: 'job-result', filter: fileFilters.csv }, (target, options) =>
      store.call('exportResult', { ...edits, target, format }, options),
    );
  });
}

function servePlans(serve: Serve, desk: JobHandlers): void {
  const { plans, tasks, store } = desk;
  serve('jobs:plan', ({ taskId, selection, change }) =>
    tasks.run(taskId, (context) => plans.make({ kind: 'selection', selection, change }, context)),
  );
  serve('jobs:plan-undo', ({ taskId, jobId }) =>
    tasks.run(taskId, (context) => plans.make({ kind: 'undo', jobId }, context)),
  );
  serve('jobs:plan-rows', (request) => store.call('readPlanRows', request));
  serve('jobs:check-plan', ({ taskId, planId }) =>
    tasks.run(taskId, (context) => plans.check(planId, context)),
  );
  serve('jobs:drop-plan', async ({ planId }) => {
    await store.call('dropPlans', { planId });
    return undefined;
  });
  serve('jobs:save-plan', async ({ taskId, planId }) => {
    const format = tableFormat(await desk.settings.read());
    return writeChosen(desk, { taskId, name: 'plan', filter: fileFilters.csv }, (target, options) =>
      store.call('exportPlan', { planId, target, format }, options),
    );
  });
}
