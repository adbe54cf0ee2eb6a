import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkJob } from '#domain/bulk-job';
import type { PaymentLink } from '#domain/payment-link';
import { editLink } from '../../../main/jobs/edit-link';
import type { JobRunner } from '../../../main/jobs/job-runner';
import type { Jobs } from '../../../main/jobs/manage-jobs';
import { refreshLinks } from '../../../main/links/refresh-links';
import { cachedLinks, openJobsDesk, type JobsDesk } from './open-jobs-desk';

const day = 86_400_000;
let desk: JobsDesk;
let gateway: JobsDesk['gateway'];
let store: JobsDesk['store'];
let providers: JobsDesk['providers'];
let everything: JobsDesk['everything'];
let jobs: Jobs;
let runner: JobRunner;
let failures: unknown[];

function startRunner(now: () => number = Date.now): void {
  ({ runner, jobs } = desk.startRun({ now, failures }));
}

beforeEach(async () => {
  failures = [];
  desk = await openJobsDesk();
  ({ gateway, store, providers, everything } = desk);
  startRunner();
});

afterEach(async () => {
  await runner.stopAll(1000);
  await gateway.stop();
  desk.close();
});

async function finished(jobId: string): Promise<BulkJob> {
  await runner.run(jobId);
  return store.call('readJob', { jobId });
}

function expectCacheEqualsGateway(rows: readonly PaymentLink[]): void {
  for (const row of rows) {
    const link = gateway.link(row.linkId);
    expect({ word: row.providerStatus, at: row.expiresAt, minor: row.amount?.amountMinor }).toEqual({
      word: link?.status,
      at: link?.expiresAt,
      minor: link?.amountMinor,
    });
  }
}

async function allRows() {
  const keys = await store.call('freezeSelection', { selection: await everything() });
  return store.call('readLinks', { keys });
}

describe('a bulk job', () => {
  const at = Math.floor((Date.now() + 60 * day) / 1000) * 1000;
  const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at } } as const;

  it('extends every row of its plan and leaves cache and gateway equal', async () => {
    const plan = await desk.plan(change);
    const job = await finished((await jobs.start(plan.planId)).id);
    expect(job).toMatchObject({
      state: 'finished',
      counts: { applied: plan.willChange, failed: 0, queued: 0 },
    });
    expect(plan.willChange).toBeGreaterThan(10);
    const rows = await allRows();
    expectCacheEqualsGateway(rows);
    expect(rows.filter((row) => row.expiresAt === at)).toHaveLength(plan.willChange);
    expect(failures).toEqual([]);
    expect(await store.call('verifyAudit', {})).not.toHaveProperty('brokenAt');
  });

  it('sends nothing before it is confirmed', async () => {
    await desk.plan(change);
    expect(gateway.requests().total).toBe(0);
  });

  it('re-reads an edit without an answer instead of sending it blindly again', async () => {
    await gateway.setFaults({ appliedButNoAnswer: { next: 3 } });
    const plan = await desk.plan(change);
    const job = await finished((await jobs.start(plan.planId)).id);
    expect(job.counts.applied).toBe(plan.willChange);
    const { edits } = await store.call('readEdits', { jobId: job.id, start: 0, end: 100 });
    expect(edits.every(({ tries }) => tries === 1)).toBe(true);
    expectCacheEqualsGateway(await allRows());
  });

  it('pauses with the reason when the phrase is wrong, and goes on where it stood once it is mended', async () => {
    const right = desk.account.requestPhrase;
    desk.account.requestPhrase = 'wrong';
    const plan = await desk.plan(change);
    const paused = await finished((await jobs.start(plan.planId)).id);
    expect(paused).toMatchObject({
      state: 'paused',
      pausedBy: 'provider/signature-rejected',
      counts: { applied: 0, failed: 0 },
    });
    desk.account.requestPhrase = right;
    await jobs.move(paused.id, 'running');
    expect(await finished(paused.id)).toMatchObject({
      state: 'finished',
      counts: { applied: plan.willChange },
    });
  });

  it('shows a row that changed at the provider as a conflict and sends nothing for it', async () => {
    await store.call('upsertLinks', { links: cachedLinks(gateway, Date.now() + 1), source: 'import' });
    const plan = await desk.plan(change);
    const [sample] = plan.sample;
    const [row] = await store.call('readLinks', { keys: [sample?.linkKey ?? -1] });
    const changed = gateway.link(row?.linkId ?? '');
    if (changed === undefined) throw new Error('no such link');
    gateway.setLink({ ...changed, status: 'Paid' });
    // The cached row is old enough to be read again before anything is sent.
    const later = Date.now() + 10 * 60_000;
    startRunner(() => later);
    const again = await desk.plan(change);
    const job = await finished((await jobs.start(again.planId)).id);
    expect(job.counts).toMatchObject({ conflict: 1, applied: again.willChange - 1 });
    expect(gateway.link(changed.id)?.status).toBe('Paid');
    expectCacheEqualsGateway(await allRows());
  });

  it('goes on after it was cut off while sending, reading first what became of it', async () => {
    const plan = await desk.plan(change);
    // As a crash leaves it: the job runs, and an edit was sent and took effect but its answer was never stored.
    const started = await jobs.start(plan.planId);
    await runner.stop(started.id);
    const [cut] = await store.call('nextEdits', { jobId: started.id, state: 'queued', limit: 1 });
    if (cut === undefined) throw new Error('the job ended too soon');
    await store.call('stepEdit', {
      editId: cut.id,
      from: 'queued',
      to: 'sending',
      at: Date.now(),
      sends: true,
    });
    await (await providers.of('shop')).update(cut, cut.patch, new AbortController().signal);
    gateway.forgetRequests();

    startRunner();
    await jobs.resume();
    const job = await finished(started.id);
    expect(job).toMatchObject({ state: 'finished', counts: { applied: plan.willChange } });
    const { edits } = await store.call('readEdits', { jobId: job.id, start: 0, end: 100 });
    expect(edits.find(({ id }) => id === cut.id)).toMatchObject({ state: 'applied', tries: 1 });
    expectCacheEqualsGateway(await allRows());
  });

  it('keeps what is done when it is cancelled', async () => {
    await gateway.setFaults({ latency: { ms: 30 } });
    const plan = await desk.plan(change);
    const { id } = await jobs.start(plan.planId);
    await new Promise((resolve) => setTimeout(resolve, 120));
    const job = await jobs.move(id, 'cancelled');
    expect(job.state).toBe('cancelled');
    const { counts } = await store.call('readJob', { jobId: id });
    expect(counts.applied + counts.skipped).toBe(plan.willChange);
    expect(counts.skipped).toBeGreaterThan(0);
    expectCacheEqualsGateway(await allRows());
  });
});

describe('a single edit', () => {
  it('is a job of one and answers what the provider now says', async () => {
    const row = (await allRows()).find(({ status }) => status === 'open');
    if (row?.amount === undefined) throw new Error('no open link');
    const amount = { ...row.amount, amountMinor: row.amount.amountMinor + 10 };
    const { edit, link } = await editLink(
      { key: row.key, patch: { amount, customerName: "أحمد O'Hara" } },
      { store, runner, now: Date.now, newId: () => 'one' },
    );
    expect(edit).toMatchObject({ state: 'applied', tries: 1, provider: { code: '78000' } });
    expect(link).toMatchObject({ amount, customerName: "أحمد O'Hara" });
    expect(gateway.link(row.linkId)).toMatchObject({
      amountMinor: amount.amountMinor,
      customerName: "أحمد O'Hara",
    });
  });

  it('is refused before anything is sent when the link is paid', async () => {
    const row = (await allRows()).find(({ status }) => status === 'paid');
    const edit = editLink(
      { key: row?.key ?? -1, patch: { expiresAt: Date.now() + day } },
      { store, runner, now: Date.now, newId: () => 'no' },
    );
    await expect(edit).rejects.toMatchObject({ code: 'link/not-editable', details: { reason: 'paid' } });
    expect(gateway.requests().total).toBe(0);
  });
});

describe('a refresh', () => {
  const context = { signal: new AbortController().signal, report: () => undefined };

  it('brings the cache up to what the gateway holds', async () => {
    for (const link of gateway.links().slice(0, 5)) gateway.setLink({ ...link, status: 'Paid', attempts: 9 });
    const answer = await refreshLinks(
      await everything(),
      { store, providers, onChanged: () => undefined },
      context,
    );
    expect(answer).toMatchObject({ checked: 40, failed: 0, cancelled: false });
    expect(answer.changed).toBeGreaterThan(0);
    expectCacheEqualsGateway(await allRows());
  });

  it('is not ended by one link whose answer cannot be believed', async () => {
    const odd = gateway.links()[3]?.id ?? '';
    await gateway.setFaults({ wrongSignature: { linkIds: [odd] } });
    const answer = await refreshLinks(
      await everything(),
      { store, providers, onChanged: () => undefined },
      context,
    );
    expect(answer).toMatchObject({ checked: 39, failed: 1, cancelled: false });
  });

  it('stops at the first failure that every link would meet', async () => {
    desk.account.requestPhrase = 'wrong';
    const refresh = refreshLinks(
      await everything(),
      { store, providers, onChanged: () => undefined },
      context,
    );
    await expect(refresh).rejects.toMatchObject({ code: 'provider/signature-rejected' });
    // The requests that were under way together, not one for each of the 40 links.
    expect(gateway.requests().total).toBeLessThanOrEqual(6);
  });
});
