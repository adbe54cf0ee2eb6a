import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import type { Jobs } from '../../../main/jobs/manage-jobs';
import type { JobRunner } from '../../../main/jobs/job-runner';
import type { StoreClient } from '../../../main/store/store-client';
import { openJobsDesk, type JobsDesk } from './open-jobs-desk';

const day = 86_400_000;
const change = {
  verb: 'set-expiry',
  expiry: { kind: 'absolute', at: Math.floor((Date.now() + 60 * day) / 1000) * 1000 },
} as const;

let desk: JobsDesk;
let jobs: Jobs;
let runner: JobRunner;

beforeEach(async () => {
  desk = await openJobsDesk();
  ({ jobs, runner } = desk.startRun());
});

afterEach(async () => {
  await runner.stopAll(3000);
  await desk.gateway.stop();
  desk.close();
});

const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const read = (jobId: string) => desk.store.call('readJob', { jobId });

async function planned() {
  return desk.plan(change);
}

async function edits(jobId: string) {
  return (await desk.store.call('readEdits', { jobId, start: 0, end: 100 })).edits;
}

/** Starts a job on every link and lets it get under way. */
async function underWay() {
  const plan = await planned();
  const { id } = await jobs.start(plan.planId);
  await soon(100);
  return { id, willChange: plan.willChange };
}

/** A store whose process can be made to die: for good, or in one call of a method, after which it is started anew. */
function mortal(store: StoreClient) {
  const state = { isDead: false, dieOnceAt: '' };
  const call = async (method: string, input: unknown) => {
    const diesNow = method === state.dieOnceAt;
    if (diesNow) state.dieOnceAt = '';
    if (state.isDead || diesNow) throw new AppError('store/unavailable', { reason: 'exited' });
    // The same methods and inputs, passed on as they are.
    return (store.call as (m: string, i: unknown) => Promise<unknown>)(method, input);
  };
  return { state, store: { ...store, call: call as StoreClient['call'] } };
}

describe('pausing', () => {
  it('sends no edit that was not under way', async () => {
    await desk.gateway.setFaults({ latency: { ms: 60 } });
    const { id } = await underWay();
    const sent = (await edits(id)).filter(({ tries }) => tries > 0).length;
    await jobs.move(id, 'paused');
    expect((await edits(id)).filter(({ tries }) => tries > 0)).toHaveLength(sent);
    expect((await read(id)).counts).toMatchObject({ sending: 0, unknown: 0 });
  });

  it('does not wait for rows that are only read yet', async () => {
    const later = Date.now() + 10 * 60_000;
    ({ jobs, runner } = desk.startRun({ now: () => later }));
    await desk.gateway.setFaults({ latency: { ms: 1500 } });
    const { id } = await underWay();
    const before = Date.now();
    const job = await jobs.move(id, 'paused');
    expect(Date.now() - before).toBeLessThan(1000);
    expect(job).toMatchObject({ state: 'paused', counts: { sending: 0, failed: 0 } });
    expect(job.pausedBy).toBeUndefined();
  });

  it('can be taken back while what is under way still ends', async () => {
    await desk.gateway.setFaults({ latency: { ms: 60 } });
    const { id, willChange } = await underWay();
    const paused = jobs.move(id, 'paused');
    await soon(10);
    await jobs.move(id, 'running');
    await paused;
    await expect
      .poll(() => read(id), { timeout: 5000 })
      .toMatchObject({ state: 'finished', counts: { applied: willChange } });
  });
});

describe('cancelling', () => {
  it('leaves no edit waiting that was refused while the job was cancelled', async () => {
    await desk.gateway.setFaults({
      latency: { ms: 80, command: 'update' },
      dropBefore: { command: 'update' },
    });
    const { id, willChange } = await underWay();
    await jobs.move(id, 'cancelled');
    expect(await read(id)).toMatchObject({ state: 'cancelled', counts: { skipped: willChange } });
  });

  it('still finds out what became of what was sent, at the next start if it must', async () => {
    await desk.gateway.setFaults({
      dropAfter: { command: 'update' },
      tooManyRequests: { command: 'check', retryAfter: '3600' },
    });
    const { id, willChange } = await underWay();
    await runner.run(id);
    expect(await read(id)).toMatchObject({ state: 'paused', pausedBy: 'provider/rate-limited' });
    expect((await read(id)).counts.unknown).toBeGreaterThan(0);
    await jobs.move(id, 'cancelled');
    expect((await read(id)).counts.unknown).toBeGreaterThan(0);

    await runner.stopAll(3000);
    await desk.gateway.setFaults({});
    ({ jobs, runner } = desk.startRun());
    await jobs.resume();
    await expect
      .poll(async () => (await read(id)).counts, { timeout: 5000 })
      .toMatchObject({ unknown: 0, sending: 0, queued: 0, failed: 0 });
    const { counts } = await read(id);
    expect(counts.applied).toBeGreaterThan(0);
    expect(counts.applied + counts.skipped).toBe(willChange);
    await desk.store.call('removeConnection', { connectionId: 'shop' });
  });
});

describe('a failing provider', () => {
  it('pauses the job when it wants no more requests, and fails no row', async () => {
    await desk.gateway.setFaults({ tooManyRequests: { retryAfter: '3600' } });
    const { id } = await underWay();
    await runner.run(id);
    expect(await read(id)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/rate-limited',
      counts: { failed: 0 },
    });
    expect(desk.gateway.requests().total).toBeLessThanOrEqual(8);
  });

  it('pauses the job when it is down for the reading, and fails no row', async () => {
    const later = Date.now() + 10 * 60_000;
    ({ jobs, runner } = desk.startRun({ now: () => later }));
    await desk.gateway.setFaults({ error5xx: {} });
    const { id } = await underWay();
    await runner.run(id);
    expect(await read(id)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/server-error',
      counts: { failed: 0 },
    });
  }, 20_000);

  it('is not waited for at one link that alone cannot be read', async () => {
    const plan = await planned();
    const [row] = await desk.store.call('readLinks', { keys: [plan.sample[0]?.linkKey ?? -1] });
    const linkIds = [row?.linkId ?? ''];
    await desk.gateway.setFaults({ notJson: { command: 'check', linkIds } });
    await jobs.start(plan.planId);
    await runner.run(plan.planId);
    expect(await read(plan.planId)).toMatchObject({
      state: 'finished',
      counts: { applied: plan.willChange - 1, failed: 1 },
    });
    const failed = (await edits(plan.planId)).find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ linkId: row?.linkId, errorCode: 'provider/outcome-unknown' });
  });
});

describe('a store process that dies', () => {
  it('leaves the job paused with that reason once it is back, not running without anybody', async () => {
    const { state, store } = mortal(desk.store);
    ({ jobs, runner } = desk.startRun({ over: store }));
    const { planId } = await planned();
    state.dieOnceAt = 'nextEdits';
    await jobs.start(planId);
    await runner.run(planId);
    expect(await read(planId)).toMatchObject({ state: 'paused', pausedBy: 'store/unavailable' });
  });

  it('ends the run only when nothing of it is under way, and nothing is sent twice', async () => {
    await desk.gateway.setFaults({ latency: { ms: 80 } });
    const failures: unknown[] = [];
    const { state, store } = mortal(desk.store);
    ({ jobs, runner } = desk.startRun({ over: store, failures }));
    const { id, willChange } = await underWay();
    state.isDead = true;
    await runner.run(id);
    const { total } = desk.gateway.requests();
    await soon(300);
    expect(desk.gateway.requests().total).toBe(total);
    expect(failures.length).toBeGreaterThan(0);

    state.isDead = false;
    await jobs.resume();
    await runner.run(id);
    expect(await read(id)).toMatchObject({ state: 'finished', counts: { applied: willChange } });
    expect((await edits(id)).every(({ tries }) => tries === 1)).toBe(true);
  });
});

describe('the end of the application', () => {
  it('does not wait for a slow provider, and the next start looks up what was sent', async () => {
    await desk.gateway.setFaults({ appliedButNoAnswer: {} });
    const { state, store } = mortal(desk.store);
    ({ jobs, runner } = desk.startRun({ over: store }));
    const { id, willChange } = await underWay();
    const before = Date.now();
    await runner.stopAll(200);
    expect(Date.now() - before).toBeLessThan(1000);
    state.isDead = true;
    expect(await read(id)).toMatchObject({ state: 'running' });
    expect((await read(id)).counts.sending).toBeGreaterThan(0);

    await desk.gateway.setFaults({});
    ({ jobs, runner } = desk.startRun());
    await jobs.resume();
    await runner.run(id);
    expect(await read(id)).toMatchObject({ state: 'finished', counts: { applied: willChange } });
    expect((await edits(id)).every(({ tries }) => tries === 1)).toBe(true);
  });
});
