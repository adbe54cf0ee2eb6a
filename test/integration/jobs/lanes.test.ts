import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkJob } from '#domain/bulk-job';
import type { JobPause } from '../../../main/jobs/job-run';
import type { JobRunner } from '../../../main/jobs/job-runner';
import type { Jobs } from '../../../main/jobs/manage-jobs';
import { startPracticeGateway, type PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import type { StoreClient } from '../../../main/store/store-client';
import { openJobsDesk, type JobsDesk } from './open-jobs-desk';

const day = 86_400_000;
const at = Math.floor((Date.now() + 60 * day) / 1000) * 1000;
const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at } } as const;

let desk: JobsDesk;
let web: PracticeGateway | undefined;
let jobs: Jobs;
let runner: JobRunner;
let pauses: JobPause[];
let failures: unknown[];

beforeEach(async () => {
  [pauses, failures] = [[], []];
  desk = await openJobsDesk();
  ({ jobs, runner } = desk.startRun({ pauses, failures }));
});

afterEach(async () => {
  await runner.stopAll(3000);
  await desk.gateway.stop();
  await web?.stop();
  web = undefined;
  desk.close();
});

const read = (jobId: string) => desk.store.call('readJob', { jobId });

async function edits(jobId: string) {
  return (await desk.store.call('readEdits', { jobId, start: 0, end: 200 })).edits;
}

async function finished(jobId: string): Promise<BulkJob> {
  await jobs.start(jobId);
  await runner.run(jobId);
  return read(jobId);
}

/** Plans the change of every link, and names a link that will change. */
async function planned() {
  const { planId, willChange, sample } = await desk.plan(change);
  return { planId, willChange, linkId: sample[3]?.linkId ?? '' };
}

/** A second account with links of its own. */
async function connectWeb(): Promise<PracticeGateway> {
  web = await startPracticeGateway({ port: 0, links: 30, seed: 12 });
  await desk.connect('web', web);
  return web;
}

describe('what every edit of an account would meet', () => {
  it('stops at the first refused signature, with a handful of requests at most', async () => {
    desk.account.requestPhrase = 'wrong';
    const { planId, willChange } = await planned();
    expect(await finished(planId)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/signature-rejected',
      counts: { queued: willChange, failed: 0, unknown: 0 },
    });
    expect(desk.gateway.requests().total).toBeLessThanOrEqual(3);
    expect(pauses).toEqual([{ jobId: planId, connectionId: 'shop', code: 'provider/signature-rejected' }]);
  });

  it('stops at the first refusal of an inactive account', async () => {
    await desk.gateway.setFaults({ refused: { reply: 'inactiveAccount' } });
    const { planId, willChange } = await planned();
    expect(await finished(planId)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/credentials-rejected',
      counts: { queued: willChange },
    });
    expect(desk.gateway.requests().total).toBeLessThanOrEqual(3);
  });

  it('stops after a few refusals alike, and puts the refused back to be tried again', async () => {
    await desk.gateway.setFaults({ refused: { reply: 'invalidCommand' } });
    const { planId, willChange } = await planned();
    expect(await finished(planId)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/refused',
      counts: { queued: willChange, failed: 0 },
    });
    expect(desk.gateway.requests().total).toBeLessThanOrEqual(10);
    await desk.gateway.setFaults({});
    await jobs.move(planId, 'running');
    await runner.run(planId);
    expect(await read(planId)).toMatchObject({ state: 'finished', counts: { applied: willChange } });
  });

  it('stops at a provider that loses every update, instead of sending each three times', async () => {
    await desk.gateway.setFaults({ dropBefore: { command: 'update' } });
    const { planId, willChange } = await planned();
    expect(await finished(planId)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/outcome-unknown',
      counts: { queued: willChange, failed: 0 },
    });
    expect((await edits(planId)).filter(({ tries }) => tries > 0).length).toBeLessThanOrEqual(10);
  });
});

describe('what one link alone meets', () => {
  it('does not stop the others when its answers are not genuine', async () => {
    const { planId, willChange, linkId } = await planned();
    await desk.gateway.setFaults({ wrongSignature: { linkIds: [linkId] } });
    expect(await finished(planId)).toMatchObject({
      state: 'finished',
      counts: { applied: willChange - 1, failed: 1 },
    });
    const failed = (await edits(planId)).find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ linkId, tries: 1, errorCode: 'provider/outcome-unknown' });
  });

  it('is sent again only so often when its updates are lost, and tells that nobody knows', async () => {
    const { planId, willChange, linkId } = await planned();
    await desk.gateway.setFaults({ dropBefore: { linkIds: [linkId], command: 'update' } });
    expect(await finished(planId)).toMatchObject({
      state: 'finished',
      counts: { applied: willChange - 1, failed: 1 },
    });
    const failed = (await edits(planId)).find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ linkId, tries: 3, errorCode: 'provider/outcome-unknown' });
  });

  it('does not make its job pause for ever when it alone cannot be read', async () => {
    const { planId, willChange, linkId } = await planned();
    await desk.gateway.setFaults({ error5xx: { linkIds: [linkId], command: 'check' } });
    let job = await finished(planId);
    for (let resumed = 0; resumed < 3 && job.state === 'paused'; resumed += 1) {
      expect(job.pausedBy).toBe('provider/server-error');
      await jobs.move(planId, 'running');
      await runner.run(planId);
      job = await read(planId);
    }
    expect(job).toMatchObject({ state: 'finished', counts: { applied: willChange - 1, failed: 1 } });
  }, 40_000);

  it('is refused with its provider’s own words, beside the others that go through', async () => {
    const { planId, willChange, linkId } = await planned();
    await desk.gateway.setFaults({ refused: { reply: 'invalidCommand', linkIds: [linkId] } });
    expect((await finished(planId)).counts).toMatchObject({ applied: willChange - 1, failed: 1 });
    const failed = (await edits(planId)).find(({ state }) => state === 'failed');
    expect(failed).toMatchObject({ linkId, errorCode: 'provider/refused', tries: 1 });
    expect(failed?.provider?.text).not.toBe('');
  });

  it('that has become just what it should is skipped, and nothing is sent for it', async () => {
    const later = Date.now() + 10 * 60_000;
    ({ jobs, runner } = desk.startRun({ now: () => later }));
    const { planId, willChange, linkId } = await planned();
    const link = desk.gateway.link(linkId);
    if (link === undefined) throw new Error('no such link');
    desk.gateway.setLink({ ...link, expiresAt: at });
    expect((await finished(planId)).counts).toMatchObject({
      applied: willChange - 1,
      skipped: 1,
      conflict: 0,
    });
    const skipped = (await edits(planId)).find(({ state }) => state === 'skipped');
    expect(skipped).toMatchObject({
      linkId,
      tries: 0,
      errorCode: 'link/already-so',
      after: { expiresAt: at },
    });
    expect(desk.gateway.requests().updates).toBe(willChange - 1);
  });

  it('that was given up by the user meanwhile is passed over', async () => {
    const { planId, willChange } = await planned();
    let isDropped = false;
    const call = async (method: string, input: unknown) => {
      // The same methods and inputs, passed on as they are.
      const pass = desk.store.call as (m: string, i: unknown) => Promise<unknown>;
      if (method === 'nextEdits' && !isDropped && (input as { state: string }).state === 'queued') {
        const page = (await pass(method, input)) as { id: number }[];
        const editId = page[20]?.id ?? -1;
        isDropped = true;
        await desk.store.call('stepEdit', { editId, from: 'queued', to: 'skipped', at: 1 });
        return page;
      }
      return pass(method, input);
    };
    ({ jobs, runner } = desk.startRun({
      over: { ...desk.store, call: call as StoreClient['call'] },
      failures,
    }));
    expect(await finished(planId)).toMatchObject({
      state: 'finished',
      counts: { applied: willChange - 1, skipped: 1 },
    });
    expect(failures).toEqual([]);
  });
});

describe('a provider that wants fewer requests', () => {
  it('is given the second it asks for, and no edit fails of it', async () => {
    await desk.gateway.setFaults({ tooManyRequests: { next: 4, retryAfter: '1' } });
    const { planId, willChange } = await planned();
    const before = Date.now();
    expect(await finished(planId)).toMatchObject({ state: 'finished', counts: { applied: willChange } });
    expect(Date.now() - before).toBeGreaterThanOrEqual(1000);
  });

  it('that never takes one makes the job pause with that reason', async () => {
    await desk.gateway.setFaults({ tooManyRequests: { retryAfter: '0' } });
    const { planId, willChange } = await planned();
    expect(await finished(planId)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/rate-limited',
      counts: { queued: willChange },
    });
    expect(pauses).toEqual([{ jobId: planId, connectionId: 'shop', code: 'provider/rate-limited' }]);
  });

  it('does not hold up a pause until it wants requests again', async () => {
    await desk.gateway.setFaults({ tooManyRequests: { retryAfter: '30' } });
    const { planId, willChange } = await planned();
    await jobs.start(planId);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = Date.now();
    expect(await jobs.move(planId, 'paused')).toMatchObject({ counts: { queued: willChange } });
    expect(Date.now() - before).toBeLessThan(1000);
  });
});

describe('several connections', () => {
  it('go on without the one that cannot be reached', async () => {
    await (await connectWeb()).setFaults({ offline: {} });
    const { planId } = await planned();
    const job = await finished(planId);
    const states = (of: string) =>
      edits(planId).then((all) => all.filter((edit) => edit.connectionId === of));
    expect((await states('shop')).every(({ state }) => state === 'applied')).toBe(true);
    expect((await states('web')).every(({ state, tries }) => state === 'queued' && tries <= 1)).toBe(true);
    expect(job).toMatchObject({ state: 'paused', pausedBy: 'provider/unreachable' });
    expect(pauses).toEqual([{ jobId: planId, connectionId: 'web', code: 'provider/unreachable' }]);
  }, 20_000);

  it('do not have one that is back wait for the end of the others', async () => {
    const second = await connectWeb();
    await second.setFaults({ offline: {} });
    await desk.gateway.setFaults({ latency: { ms: 400 } });
    const waits: JobPause[] = [];
    ({ jobs, runner } = desk.startRun({ pauses, onWaiting: (pause) => waits.push(pause) }));
    const { planId, willChange } = await planned();
    await jobs.start(planId);
    await expect.poll(() => waits, { timeout: 8000 }).toMatchObject([{ connectionId: 'web' }]);
    await second.setFaults({});
    runner.back('web');
    const ofWeb = async () => (await edits(planId)).filter(({ connectionId }) => connectionId === 'web');
    await expect
      .poll(async () => (await ofWeb()).every(({ state }) => state === 'applied'), { timeout: 4000 })
      .toBe(true);
    expect(await read(planId)).toMatchObject({ state: 'running' });
    await desk.gateway.setFaults({});
    await runner.run(planId);
    expect(await read(planId)).toMatchObject({ state: 'finished', counts: { applied: willChange } });
    expect(pauses).toEqual([]);
  }, 20_000);

  it('name the reason that needs the user when several stand still', async () => {
    await (await connectWeb()).setFaults({ tooManyRequests: { retryAfter: '3600' } });
    desk.account.requestPhrase = 'wrong';
    const { planId } = await planned();
    expect(await finished(planId)).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/signature-rejected',
      counts: { failed: 0 },
    });
    expect(pauses.map(({ connectionId }) => connectionId).sort()).toEqual(['shop', 'web']);
  });

  it('run side by side', async () => {
    const second = await connectWeb();
    for (const gateway of [desk.gateway, second]) await gateway.setFaults({ latency: { ms: 100 } });
    const { planId, willChange } = await planned();
    const before = Date.now();
    expect(await finished(planId)).toMatchObject({ state: 'finished', counts: { applied: willChange } });
    // One after the other they would take two requests for each edit, three at once.
    expect(Date.now() - before).toBeLessThan(((willChange * 2) / 3) * 100);
  });
});

describe('two jobs on one connection', () => {
  it('share it: a short one does not wait for the end of a long one', async () => {
    await desk.gateway.setFaults({ latency: { ms: 40 } });
    const keys = await desk.store.call('freezeSelection', { selection: await desk.everything() });
    const planOf = (planId: string, some: readonly number[]) =>
      desk.store.call('planJob', {
        planId,
        of: { kind: 'selection', selection: { mode: 'only', keys: some }, change },
        now: Date.now(),
      });
    await planOf('long', keys.slice(6));
    await planOf('short', keys.slice(0, 6));
    await jobs.start('long');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await jobs.start('short');
    await runner.run('short');
    expect(await read('short')).toMatchObject({ state: 'finished', counts: { failed: 0 } });
    expect((await read('long')).counts.queued).toBeGreaterThan(5);
    expect(desk.gateway.requests().mostAtOnce).toBe(3);
    await runner.run('long');
    expect(await read('long')).toMatchObject({ state: 'finished', counts: { failed: 0 } });
  });
});

describe('announcements', () => {
  it('come at most ten times a second, and at the end with the last word', async () => {
    const told: { readonly at: number; readonly job: BulkJob }[] = [];
    ({ jobs, runner } = desk.startRun({ onJob: (job) => told.push({ at: performance.now(), job }) }));
    await desk.gateway.setFaults({ latency: { ms: 30 } });
    const { planId, willChange } = await planned();
    expect((await finished(planId)).state).toBe('finished');
    const gaps = told.slice(1, -1).map(({ at: told_ }, index) => told_ - (told[index]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    expect(Math.min(...gaps)).toBeGreaterThan(85);
    expect(told.at(-1)?.job).toMatchObject({ state: 'finished', counts: { applied: willChange } });
  });
});
