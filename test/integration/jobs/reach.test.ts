import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionReach } from '#contract/connections';
import { waitsForProvider } from '#domain/job-state';
import { Reach } from '../../../main/connections/reach';
import { watchReach } from '../../../main/connections/watch-reach';
import { JobRunner } from '../../../main/jobs/job-runner';
import { Jobs } from '../../../main/jobs/manage-jobs';
import { sleep } from '../../../main/providers/http/sleep';
import { openJobsDesk, type JobsDesk } from './open-jobs-desk';

const day = 86_400_000;
const at = Math.floor((Date.now() + 60 * day) / 1000) * 1000;
const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at } } as const;

let desk: JobsDesk;
let runner: JobRunner;
let reach: Reach;
let jobs: Jobs;
let changes: ConnectionReach[];

/** Runner, reach and jobs put together as the application does, with waits a hundred times as short. */
beforeEach(async () => {
  changes = [];
  desk = await openJobsDesk();
  const { store, providers } = desk;
  const of = async (id: string) =>
    watchReach(await providers.of(id), (tells) => {
      reach.note(id, tells);
    });
  reach = new Reach({
    providerOf: (id) => providers.of(id),
    onChange: (change_) => changes.push(change_),
    onBack: () => void jobs.resumeWaiting(),
    now: Date.now,
    sleep: (ms, signal) => sleep(ms / 100, signal),
  });
  runner = new JobRunner({
    store,
    providers: { ...providers, of },
    now: Date.now,
    onJob: () => undefined,
    onFailure: () => undefined,
    onPaused: ({ connectionId, code }) => {
      if (waitsForProvider(code)) reach.watch(connectionId);
    },
  });
  jobs = new Jobs({ store, runner, now: Date.now });
});

afterEach(async () => {
  reach.stop();
  await runner.stopAll(3000);
  await desk.gateway.stop();
  desk.close();
});

const read = (jobId: string) => desk.store.call('readJob', { jobId });

describe('a job whose provider goes away', () => {
  it('waits with that reason and goes on by itself when the provider is back', async () => {
    await desk.gateway.setFaults({ offline: {} });
    const { planId, willChange } = await desk.plan(change);
    await jobs.start(planId);
    await expect
      .poll(() => read(planId), { timeout: 8000 })
      .toMatchObject({ state: 'paused', pausedBy: 'provider/unreachable', counts: { queued: willChange } });
    expect(reach.unreachable()).toMatchObject([{ connectionId: 'shop', isReachable: false }]);

    await desk.gateway.setFaults({});
    await expect
      .poll(() => read(planId), { timeout: 15_000 })
      .toMatchObject({ state: 'finished', counts: { applied: willChange, failed: 0 } });
    expect(changes.map(({ isReachable }) => isReachable)).toEqual([false, true]);
  }, 30_000);

  it('goes on by itself after a provider that took no more requests, too', async () => {
    await desk.gateway.setFaults({ tooManyRequests: { command: 'update', retryAfter: '0', next: 30 } });
    const { planId, willChange } = await desk.plan(change);
    await jobs.start(planId);
    await expect
      .poll(() => read(planId), { timeout: 15_000 })
      .toMatchObject({ state: 'finished', counts: { applied: willChange, failed: 0 } });
    const { edits } = await desk.store.call('readEdits', { jobId: planId, start: 0, end: 100 });
    expect(edits.some(({ tries }) => tries > 1)).toBe(true);
    expect(changes).toEqual([]);
  }, 20_000);

  it('stays as the user left it', async () => {
    await desk.gateway.setFaults({ latency: { ms: 50 } });
    const { planId } = await desk.plan(change);
    await jobs.start(planId);
    await jobs.move(planId, 'paused');
    reach.note('shop', 'unreachable');
    reach.note('shop', 'answered');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await read(planId)).state).toBe('paused');
  });
});
