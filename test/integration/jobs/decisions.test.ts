import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkJob, BulkVerb } from '#domain/bulk-job';
import type { LinkRow } from '#domain/payment-link';
import { editLink } from '../../../main/jobs/edit-link';
import type { JobRunner } from '../../../main/jobs/job-runner';
import type { Jobs } from '../../../main/jobs/manage-jobs';
import { Plans } from '../../../main/jobs/plan-jobs';
import { staleAfterMs } from '../../../main/jobs/run-edit';
import { refreshLinks } from '../../../main/links/refresh-links';
import type { TaskContext } from '../../../main/tasks/running-tasks';
import { openJobsDesk, type JobsDesk } from './open-jobs-desk';

const day = 86_400_000;
const week = {
  verb: 'set-expiry',
  expiry: { kind: 'plus-days', days: 7, zone: 'Asia/Kuwait' },
} as const satisfies BulkVerb;
const unwatched: TaskContext = { signal: new AbortController().signal, report: () => undefined };

let desk: JobsDesk;
let gateway: JobsDesk['gateway'];
let store: JobsDesk['store'];
let jobs: Jobs;
let plans: Plans;
let runner: JobRunner;
/** How far the desk's clock is ahead. */
let ahead: number;
let made: number;
/** Every job as it was told of last. */
let told: Map<string, BulkJob>;
const now = () => Date.now() + ahead;
const newId = () => `plan-${String((made += 1))}`;

beforeEach(async () => {
  [ahead, made] = [0, 0];
  desk = await openJobsDesk();
  ({ gateway, store } = desk);
  told = new Map();
  ({ runner, jobs } = desk.startRun({ now, onJob: (job) => told.set(job.id, job) }));
  plans = new Plans({ store, providers: desk.providers, now, newId, onChecked: () => undefined });
});

afterEach(async () => {
  await runner.stopAll(1000);
  await gateway.stop();
  desk.close();
});

async function planAll(change: BulkVerb) {
  return plans.make({ kind: 'selection', selection: await desk.everything(), change }, unwatched);
}

async function runToEnd(jobId: string): Promise<BulkJob> {
  await jobs.start(jobId);
  await runner.run(jobId);
  return store.call('readJob', { jobId });
}

async function rowsThatChange(planId: string) {
  return (await store.call('readPlanRows', { planId, verdict: 'change', start: 0, end: 2000 })).rows;
}

async function rowOf(key: number): Promise<LinkRow> {
  const [row] = await store.call('readLinks', { keys: [key] });
  if (row === undefined) throw new Error('gone');
  return row;
}

/** Somebody else changes a link at the provider. */
function changeBehind(linkId: string, change: Partial<ReturnType<typeof gatewayLink>>): void {
  gateway.setLink({ ...gatewayLink(linkId), ...change });
}

function gatewayLink(linkId: string) {
  const link = gateway.link(linkId);
  if (link === undefined) throw new Error('no such link');
  return link;
}

async function refresh(keys: readonly number[]): Promise<void> {
  const options = { store, providers: desk.providers, onChanged: () => undefined };
  await refreshLinks({ mode: 'only', keys }, options, unwatched);
}

const expiries = () => new Map(gateway.links().map(({ id, expiresAt }) => [id, expiresAt]));

describe('undoing a job', () => {
  it('gives every link its value back, and says so in both jobs', async () => {
    const before = expiries();
    const plan = await planAll(week);
    await runToEnd(plan.planId);
    expect(expiries()).not.toEqual(before);

    const undo = await plans.make({ kind: 'undo', jobId: plan.planId }, unwatched);
    const job = await runToEnd(undo.planId);
    expect(job).toMatchObject({ state: 'finished', change: { verb: 'undo', ofJobId: plan.planId } });
    // What had expired before the job cannot be given a past date again.
    const expired = [...before].filter(([, at]) => at <= Date.now()).map(([id]) => id);
    const now = expiries();
    for (const [id, at] of before) if (!expired.includes(id)) expect(now.get(id)).toBe(at);
    expect(await store.call('readJob', { jobId: plan.planId })).toMatchObject({ undoneBy: undo.planId });
  });

  it('leaves alone what somebody has changed since, and lists it', async () => {
    const plan = await planAll(week);
    await runToEnd(plan.planId);
    const [touched, paid] = await rowsThatChange(plan.planId);
    if (touched === undefined || paid === undefined) throw new Error('too few rows');
    changeBehind(touched.linkId, { expiresAt: Date.now() + 90 * day });
    changeBehind(paid.linkId, { status: 'Paid' });
    await refresh([touched.linkKey, paid.linkKey]);

    const undo = await plans.make({ kind: 'undo', jobId: plan.planId }, unwatched);
    expect(undo.willChange + undo.changedSince).toBeLessThan(plan.willChange);
    const left = await store.call('readPlanRows', {
      planId: undo.planId,
      verdict: 'changed-since',
      start: 0,
      end: 2000,
    });
    expect(left.rows.map(({ linkId }) => linkId)).toEqual([touched.linkId]);
    expect(undo.blocked).toContainEqual({ reason: 'paid', count: 1 });
    const atTouched = gatewayLink(touched.linkId).expiresAt;
    await runToEnd(undo.planId);
    expect(gatewayLink(touched.linkId).expiresAt).toBe(atTouched);
  });
});

describe('checking a plan at the provider', () => {
  it('sorts out the rows that the provider holds otherwise, before anything is sent', async () => {
    ahead = staleAfterMs + 60_000;
    const plan = await planAll(week);
    const [one, two] = await rowsThatChange(plan.planId);
    if (one === undefined || two === undefined) throw new Error('too few rows');
    changeBehind(one.linkId, { amountMinor: 999_000 });
    changeBehind(two.linkId, { status: 'Paid' });

    const checked = await plans.check(plan.planId, unwatched);
    expect(checked).toMatchObject({ checked: plan.willChange, failed: 0, cancelled: false });
    expect(checked.plan).toMatchObject({ willChange: plan.willChange - 2, changedSince: 2 });
    expect(gateway.requests().updates).toBe(0);
    const job = await runToEnd(plan.planId);
    expect(job.counts).toMatchObject({ applied: plan.willChange - 2, conflict: 0 });
    expect(gateway.requests().updates).toBe(plan.willChange - 2);
  });
});

describe('an edit made offline', () => {
  async function editOffline(patch: { expiresAt: number }) {
    const [target] = await rowsThatChange((await planAll(week)).planId);
    if (target === undefined) throw new Error('no row');
    const account = gatewayLink(target.linkId);
    await gateway.setFaults({ offline: {} });
    const answer = await editLink({ key: target.linkKey, patch }, { store, runner, now, newId });
    return { target, account, answer };
  }
  const later = () => Math.floor((Date.now() + 50 * day) / 1000) * 1000;

  it('waits, is marked, and is sent when the provider answers again', async () => {
    const expiresAt = later();
    const { target, answer } = await editOffline({ expiresAt });
    expect(answer.edit.state).toBe('queued');
    expect(await rowOf(target.linkKey)).toMatchObject({ pending: true, conflict: false });
    await expect(
      editLink({ key: target.linkKey, patch: { expiresAt: expiresAt + day } }, { store, runner, now, newId }),
    ).rejects.toMatchObject({ code: 'link/not-editable', details: { reason: 'edit-waiting' } });

    await gateway.setFaults({});
    await jobs.resumeWaiting();
    await runner.run(answer.edit.jobId);
    expect(gatewayLink(target.linkId).expiresAt).toBe(expiresAt);
    expect(await rowOf(target.linkKey)).toMatchObject({ pending: false, expiresAt });
  });

  it('goes on by itself after a restart, but not when the user paused it', async () => {
    const { target, answer } = await editOffline({ expiresAt: later() });
    await jobs.move(answer.edit.jobId, 'paused');
    await gateway.setFaults({});
    await jobs.resumeWaiting();
    await runner.run(answer.edit.jobId);
    expect(await rowOf(target.linkKey)).toMatchObject({ pending: true });
    await jobs.move(answer.edit.jobId, 'running');
    await runner.run(answer.edit.jobId);
    expect(await rowOf(target.linkKey)).toMatchObject({ pending: false });
  });

  it('can be given up while it waits; then its job is over and nothing was sent', async () => {
    const { target, answer, account } = await editOffline({ expiresAt: later() });
    await jobs.dropEdit(answer.edit.id);
    await runner.run(answer.edit.jobId);
    expect(await store.call('readJob', { jobId: answer.edit.jobId })).toMatchObject({
      state: 'finished',
      counts: { skipped: 1 },
    });
    expect(await rowOf(target.linkKey)).toMatchObject({ pending: false });
    await expect(jobs.dropEdit(answer.edit.id)).rejects.toMatchObject({ code: 'link/changed-since' });
    await gateway.setFaults({});
    expect(gatewayLink(target.linkId).expiresAt).toBe(account.expiresAt);
  });

  it('becomes a conflict when the link was changed meanwhile: theirs stays until ours is chosen', async () => {
    const expiresAt = later();
    const { target, answer } = await editOffline({ expiresAt });
    const theirs = expiresAt + 5 * day;
    changeBehind(target.linkId, { expiresAt: theirs });
    await gateway.setFaults({});
    ahead = staleAfterMs + 60_000;
    await jobs.resumeWaiting();
    await runner.run(answer.edit.jobId);
    expect(gatewayLink(target.linkId).expiresAt).toBe(theirs);
    expect(await rowOf(target.linkKey)).toMatchObject({ conflict: true, expiresAt: theirs });

    const of = { kind: 'edits', editIds: [answer.edit.id] } as const;
    expect(await jobs.resolve({ of, choice: { keep: 'mine' } })).toEqual({
      queued: 1,
      dropped: 0,
      refused: 0,
    });
    await runner.run(answer.edit.jobId);
    expect(gatewayLink(target.linkId).expiresAt).toBe(expiresAt);
    expect(await rowOf(target.linkKey)).toMatchObject({ conflict: false, expiresAt });
  });

  it('is compared before it is sent although it waited a few seconds only', async () => {
    const { target, answer } = await editOffline({ expiresAt: later() });
    const theirs = gatewayLink(target.linkId).expiresAt + 5 * day;
    changeBehind(target.linkId, { expiresAt: theirs });
    await gateway.setFaults({});
    await jobs.resumeWaiting();
    await runner.run(answer.edit.jobId);
    expect(gatewayLink(target.linkId).expiresAt).toBe(theirs);
    expect(await rowOf(target.linkKey)).toMatchObject({ conflict: true, pending: false });
  });

  it('keeps theirs when asked to, and refuses ours where the link no longer allows it', async () => {
    const { target, answer } = await editOffline({ expiresAt: later() });
    changeBehind(target.linkId, { status: 'Paid' });
    await gateway.setFaults({});
    ahead = staleAfterMs + 60_000;
    await jobs.resumeWaiting();
    await runner.run(answer.edit.jobId);
    const of = { kind: 'job', jobId: answer.edit.jobId } as const;
    expect(await jobs.resolve({ of, choice: { keep: 'mine' } })).toMatchObject({ queued: 0, refused: 1 });
    expect(await rowOf(target.linkKey)).toMatchObject({ conflict: true });
    expect(told.get(answer.edit.jobId)?.counts.conflict).toBe(1);
    expect(await jobs.resolve({ of, choice: { keep: 'theirs' } })).toMatchObject({ dropped: 1 });
    expect(told.get(answer.edit.jobId)?.counts).toMatchObject({ conflict: 0, skipped: 1 });
    expect(await rowOf(target.linkKey)).toMatchObject({ conflict: false, status: 'paid' });
    expect(gateway.requests().updates).toBe(0);
  });
});

describe('a job that stands still', () => {
  it('is told of when one of its edits is given up, and when the whole of it is', async () => {
    await gateway.setFaults({ offline: {} });
    const { planId, willChange } = await planAll(week);
    await runToEnd(planId);
    await jobs.move(planId, 'paused');
    expect(told.get(planId)).toMatchObject({ state: 'paused' });
    expect(told.get(planId)).not.toHaveProperty('pausedBy');
    const [edit] = (await store.call('readEdits', { jobId: planId, start: 0, end: 1 })).edits;
    await jobs.dropEdit(edit?.id ?? 0);
    expect(told.get(planId)?.counts).toMatchObject({ skipped: 1, queued: willChange - 1 });
    await jobs.move(planId, 'cancelled');
    expect(told.get(planId)).toMatchObject({ state: 'cancelled', counts: { skipped: willChange } });
  });
});

describe('a second job over the same links', () => {
  it('leaves links with an undecided edit alone', async () => {
    await gateway.setFaults({ offline: {} });
    const first = await planAll(week);
    const waiting = await runToEnd(first.planId);
    expect(waiting).toMatchObject({ state: 'paused', pausedBy: 'provider/unreachable' });
    const second = await planAll(week);
    expect(second.willChange).toBe(0);
    expect(second.blocked).toContainEqual({ reason: 'edit-waiting', count: first.willChange });
    await expect(jobs.start(second.planId)).rejects.toMatchObject({ code: 'job/nothing-to-do' });
  });
});
