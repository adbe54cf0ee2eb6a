import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import type { Edit } from '#domain/bulk-job';
import type { JobPause } from '../../../main/jobs/job-run';
import type { JobRunner } from '../../../main/jobs/job-runner';
import type { Jobs } from '../../../main/jobs/manage-jobs';
import type { StoreClient } from '../../../main/store/store-client';
import { cachedLinks, openJobsDesk, type JobsDesk } from './open-jobs-desk';

const day = 86_400_000;
const at = Math.floor((Date.now() + 60 * day) / 1000) * 1000;
const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at } } as const;

let desk: JobsDesk;
let jobs: Jobs;
let runner: JobRunner;
let pauses: JobPause[];

beforeEach(async () => {
  pauses = [];
  desk = await openJobsDesk();
  ({ jobs, runner } = desk.startRun({ pauses }));
});

afterEach(async () => {
  await runner.stopAll(3000);
  await desk.gateway.stop();
  desk.close();
});

const read = (jobId: string) => desk.store.call('readJob', { jobId });

async function edits(jobId: string): Promise<readonly Edit[]> {
  return (await desk.store.call('readEdits', { jobId, start: 0, end: 200 })).edits;
}

async function run(jobId: string) {
  await jobs.start(jobId);
  await runner.run(jobId);
  return read(jobId);
}

/** A store in which something happens right after the first answer of a method. */
function interrupted(method: string, then: () => Promise<unknown>): StoreClient {
  let isDone = false;
  const pass = desk.store.call as (m: string, i: unknown) => Promise<unknown>;
  const call = async (called: string, input: unknown) => {
    const answer = await pass(called, input);
    if (called === method && !isDone) {
      isDone = true;
      await then();
    }
    return answer;
  };
  // The same methods and inputs, passed on as they are.
  return { ...desk.store, call: call as StoreClient['call'] };
}

/** A job the user paused with edits waiting, one failed, and one in conflict. */
async function pausedWithAllKinds() {
  const { planId } = await desk.plan(change);
  await desk.gateway.setFaults({ offline: {} });
  await run(planId);
  await jobs.move(planId, 'paused');
  const [failed, conflict] = await edits(planId);
  if (failed === undefined || conflict === undefined) throw new Error('too few edits');
  const step = { from: 'queued', at: Date.now() } as const;
  await desk.store.call('stepEdit', {
    ...step,
    editId: failed.id,
    to: 'failed',
    errorCode: 'provider/refused',
  });
  await desk.store.call('stepEdit', { ...step, editId: conflict.id, to: 'conflict' });
  await desk.gateway.setFaults({});
  return { planId, conflict };
}

describe('a job the user paused', () => {
  it('sends nothing when a conflict of it is decided or its failed edits are put back', async () => {
    const { planId, conflict } = await pausedWithAllKinds();
    await jobs.resolve({ of: { kind: 'edits', editIds: [conflict.id] }, choice: { keep: 'mine' } });
    await jobs.retryFailed(planId);
    await runner.run(planId);
    expect(await read(planId)).toMatchObject({ state: 'paused', counts: { failed: 0, conflict: 0 } });
    expect(desk.gateway.requests().updates).toBe(0);
  });

  it('in the moment its provider is back sends nothing', async () => {
    const { planId } = await desk.plan(change);
    await desk.gateway.setFaults({ offline: {} });
    await run(planId);
    await desk.gateway.setFaults({});
    const over = interrupted('listJobs', () => jobs.move(planId, 'paused'));
    const second = desk.startRun({ over });
    await second.jobs.resumeWaiting();
    await second.runner.run(planId);
    expect((await read(planId)).state).toBe('paused');
    expect(desk.gateway.requests().updates).toBe(0);
  });

  it('is over when what was under way was all that was left', async () => {
    await desk.gateway.setFaults({ latency: { ms: 150 } });
    const keys = (await desk.plan(change)).sample.slice(0, 2).map(({ linkKey }) => linkKey);
    const of = { kind: 'selection', selection: { mode: 'only', keys }, change } as const;
    await desk.store.call('planJob', { planId: 'two', of, now: Date.now() });
    await jobs.start('two');
    await expect.poll(async () => (await read('two')).counts.sending, { interval: 5 }).toBe(2);
    expect(await jobs.move('two', 'paused')).toMatchObject({ state: 'finished', counts: { applied: 2 } });
  });

  it('has what was sent looked up at the next start, and nothing sent', async () => {
    const { planId } = await desk.plan(change);
    await desk.store.call('moveJob', { jobId: planId, to: 'running', at: Date.now() });
    const [sent] = await edits(planId);
    const link = desk.gateway.link(sent?.linkId ?? '');
    if (sent === undefined || link === undefined) throw new Error('no edit');
    const step = { editId: sent.id, from: 'queued', to: 'sending', at: Date.now(), sends: true } as const;
    await desk.store.call('stepEdit', step);
    desk.gateway.setLink({ ...link, expiresAt: at });
    await desk.store.call('moveJob', { jobId: planId, to: 'paused', at: Date.now() });
    await jobs.resume();
    await runner.run(planId);
    expect(await read(planId)).toMatchObject({ state: 'paused', counts: { applied: 1, sending: 0 } });
    expect(desk.gateway.requests().updates).toBe(0);
  });
});

describe('a plan that was dropped', () => {
  it('is told as such to who starts it, so that it can be made again', async () => {
    const { planId } = await desk.plan(change);
    await desk.store.call('dropPlans', { planId });
    await expect(jobs.start(planId)).rejects.toMatchObject({ code: 'plan/not-found' });
  });
});

describe('a cancelled job', () => {
  it('cannot be resumed, which is no failure', async () => {
    const { planId } = await desk.plan(change);
    await desk.gateway.setFaults({ offline: {} });
    await run(planId);
    await jobs.move(planId, 'cancelled');
    expect(await jobs.move(planId, 'running')).toMatchObject({ state: 'cancelled' });
  });

  it('is no failure either for who pauses or resumes it in that moment', async () => {
    for (const to of ['paused', 'running'] as const) {
      const { planId } = await desk.plan(change);
      await desk.store.call('moveJob', { jobId: planId, to: 'running', at: 1 });
      const cancel = () => desk.store.call('moveJob', { jobId: planId, to: 'cancelled', at: 2 });
      const second = desk.startRun({ over: interrupted('readJob', cancel) });
      expect(await second.jobs.move(planId, to)).toMatchObject({ state: 'cancelled' });
    }
  });

  it('has what was sent looked up when its provider is back', async () => {
    await desk.gateway.setFaults({
      dropAfter: { command: 'update' },
      tooManyRequests: { command: 'check', retryAfter: '3600' },
    });
    const { planId } = await desk.plan(change);
    await run(planId);
    pauses.length = 0;
    await jobs.move(planId, 'cancelled');
    await runner.run(planId);
    expect((await read(planId)).counts.unknown).toBeGreaterThan(0);
    expect(pauses[0]).toMatchObject({ jobId: planId, connectionId: 'shop' });
    // A new adapter: the one before keeps the hour it was asked to wait.
    desk.providers.forget('shop');
    await desk.gateway.setFaults({});
    await jobs.resumeWaiting();
    await runner.run(planId);
    expect((await read(planId)).counts).toMatchObject({ unknown: 0, queued: 0, sending: 0 });
  });
});

describe('a store that cannot be written for a while', () => {
  it('leaves no job running with nobody to run it', async () => {
    const { planId, willChange } = await desk.plan(change);
    let isFull = false;
    const pass = desk.store.call as (m: string, i: unknown) => Promise<unknown>;
    const call = (method: string, input: unknown) =>
      isFull && (method === 'stepEdit' || method === 'moveJob')
        ? Promise.reject(new AppError('file/disk-full'))
        : pass(method, input);
    // The same methods and inputs, passed on as they are.
    const over = { ...desk.store, call: call as StoreClient['call'] };
    ({ jobs, runner } = desk.startRun({ over, restMs: 50 }));
    await jobs.start(planId);
    isFull = true;
    await runner.run(planId);
    expect((await read(planId)).state).toBe('running');
    isFull = false;
    await expect
      .poll(() => read(planId), { timeout: 5000 })
      .toMatchObject({ state: 'finished', counts: { applied: willChange } });
  });
});

describe('an edit that waits for its turn', () => {
  it('while the computer sleeps is compared before it is sent', async () => {
    let ahead = 0;
    ({ jobs, runner } = desk.startRun({ now: () => Date.now() + ahead }));
    const { planId } = await desk.plan(change);
    await desk.gateway.setFaults({ latency: { ms: 300, command: 'update' } });
    await jobs.start(planId);
    await expect.poll(async () => (await read(planId)).counts.sending, { interval: 5 }).toBe(3);
    ahead = 9 * 3_600_000;
    for (const link of desk.gateway.links()) {
      const isWaiting = (await edits(planId)).some(
        ({ linkId, state }) => linkId === link.id && state === 'queued',
      );
      if (isWaiting) desk.gateway.setLink({ ...link, amountMinor: link.amountMinor + 1000 });
    }
    await runner.run(planId);
    const { counts } = await read(planId);
    expect(counts.applied).toBeLessThanOrEqual(3);
    expect(desk.gateway.requests().updates).toBe(3);
  });
});

describe('a clock that was hours ahead and has been set right', () => {
  it('hides neither what others changed nor what the provider says', async () => {
    const ahead = cachedLinks(desk.gateway, Date.now() + 3 * 3_600_000);
    await desk.store.call('upsertLinks', { links: ahead, source: 'import' });
    const { planId, willChange, sample } = await desk.plan(change);
    const link = desk.gateway.link(sample[0]?.linkId ?? '');
    if (link === undefined) throw new Error('no link');
    desk.gateway.setLink({ ...link, amountMinor: link.amountMinor + 1000 });
    expect((await run(planId)).counts).toMatchObject({ conflict: 1, applied: willChange - 1 });
    const keys = (await edits(planId)).map(({ linkKey }) => linkKey);
    const rows = await desk.store.call('readLinks', { keys });
    expect(rows.filter(({ expiresAt }) => expiresAt === at)).toHaveLength(willChange - 1);
    expect(Math.max(...rows.map(({ checkedAt }) => checkedAt))).toBeLessThanOrEqual(Date.now());
  });
});

describe('an import while an edit is under way', () => {
  it('loses no name to what the edit had read before', async () => {
    await desk.gateway.setFaults({ latency: { ms: 200 } });
    const { planId, sample } = await desk.plan(change);
    await jobs.start(planId);
    await expect.poll(async () => (await read(planId)).counts.sending, { interval: 5 }).toBe(3);
    const [link] = await desk.store.call('readLinks', { keys: [sample[0]?.linkKey ?? -1] });
    if (link === undefined) throw new Error('no link');
    const { key: _key, pending: _pending, conflict: _conflict, ...row } = link;
    const named = { ...row, customerName: 'New Name', checkedAt: Date.now() };
    await desk.store.call('upsertLinks', { links: [named], source: 'import' });
    await desk.gateway.setFaults({});
    await runner.run(planId);
    expect(await desk.store.call('readLinks', { keys: [link.key] })).toMatchObject([
      { customerName: 'New Name', expiresAt: at },
    ]);
  });
});

describe('an edit that took effect late', () => {
  it('is applied, not left out of an undo as somebody else’s', async () => {
    const { planId } = await desk.plan(change);
    await desk.gateway.setFaults({ error5xx: { command: 'update' } });
    await run(planId);
    const late = (await edits(planId)).find(({ tries }) => tries > 0);
    const link = desk.gateway.link(late?.linkId ?? '');
    if (link === undefined) throw new Error('nothing was sent');
    desk.gateway.setLink({ ...link, expiresAt: at });
    await desk.gateway.setFaults({});
    const later = desk.startRun({ now: () => Date.now() + 60_000 });
    await later.jobs.move(planId, 'running');
    await later.runner.run(planId);
    expect((await edits(planId)).find(({ id }) => id === late?.id)).toMatchObject({
      state: 'applied',
      tries: late?.tries,
    });
  });
});
