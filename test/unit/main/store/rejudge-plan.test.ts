import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { BulkVerb } from '#domain/bulk-job';
import type { PaymentLink } from '#domain/payment-link';
import type { PlanSource } from '../../../../main/store/store-api';
import { WriteTurns } from '../../../../main/store/write-turns';
import { planIn, someLinks } from '../../../support/store/plan-in';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

const now = 1_760_000_000_000;
const expiresAt = 1_900_000_000_000;
const extend: BulkVerb = { verb: 'set-expiry', expiry: { kind: 'absolute', at: expiresAt } };
const turns = new WriteTurns();

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  store.methods.upsertLinks({
    links: [
      aLink({ number: 1 }),
      aLink({ number: 2, status: 'paid' }),
      aLink({ number: 3, expiresAt }),
      aLink({ number: 4, amount: { amountMinor: 700, currency: 'USD' }, checkedAt: 1_740_000_000_000 }),
      aLink({ number: 5, expiresAt: expiresAt + 1_000 }),
    ],
    source: 'import',
  });
});
afterEach(() => store.dispose());

const only = (keys: readonly number[]) => someLinks(keys, extend);
const plan = (planId: string, of: PlanSource) => planIn(store, { planId, of, now });
const rows = (planId: string, more: object = {}) =>
  store.methods.readPlanRows({ planId, start: 0, end: 99, ...more });
const start = (jobId: string) => store.methods.moveJob({ jobId, to: 'running', at: now });
const check = (more: Partial<PaymentLink> & { number: number }) =>
  store.methods.upsertLinks({ links: [aLink({ checkedAt: now, ...more })], source: 'check' });
const withCode = (code: string): unknown => expect.objectContaining({ code });

describe('a plan checked once more', () => {
  it('sets aside what the provider holds otherwise by now, and counts the rest anew', async () => {
    const before = await plan('p', only([5, 4, 2, 1]));
    check({ number: 4, amount: { amountMinor: 700, currency: 'USD' }, expiresAt: 1_850_000_000_000 });
    check({ number: 5, expiresAt: expiresAt + 1_000 });
    const after = await store.planner.rejudge('p', turns);
    expect(after).toEqual({
      ...before,
      willChange: 2,
      changedSince: 1,
      sums: [{ currency: 'KWD', count: 2, totalMinor: '25000' }],
      sample: before.sample.filter(({ linkKey }) => linkKey !== 4),
      oldestCheckedAt: 1_750_000_000_000,
    });
    expect(rows('p').rows.map(({ linkKey, verdict }) => [linkKey, verdict])).toEqual([
      [5, 'change'],
      [4, 'changed-since'],
      [2, 'not-allowed'],
      [1, 'change'],
    ]);
    expect(rows('p', { verdict: 'changed-since' }).rows[0]?.changes).toEqual(before.sample[1]?.changes);
    expect(await store.planner.rejudge('p', turns)).toEqual(after);
    expect(start('p').counts.queued).toBe(2);
  });

  it('tells which links to ask for: those that will change and were not confirmed lately', async () => {
    await plan('p', only([5, 4, 2, 1]));
    const stale = (checkedBefore: number) => store.methods.stalePlanLinks({ planId: 'p', checkedBefore });
    expect(stale(1_750_000_000_001)).toEqual([5, 4, 1]);
    expect(stale(1_750_000_000_000)).toEqual([4]);
    expect(stale(1)).toEqual([]);
  });

  it('is refused when there is no such plan', async () => {
    await expect(store.planner.rejudge('p', turns)).rejects.toEqual(withCode('plan/not-found'));
  });
});

describe('the plan to undo a job', () => {
  const apply = (editId: number, number: number) => {
    store.methods.stepEdit({ editId, from: 'queued', to: 'sending', at: now });
    const { amount } = store.methods.readLinks({ keys: [number] })[0] ?? {};
    const link = aLink({ number, expiresAt, checkedAt: now, ...(amount === undefined ? {} : { amount }) });
    store.methods.stepEdit({ editId, from: 'sending', to: 'applied', at: now, link });
  };

  it('takes back what is still as the job left it, in the job’s order, and lists the rest', async () => {
    await plan('job', only([4, 1, 5]));
    start('job');
    for (const [editId, number] of [
      [1, 4],
      [2, 1],
    ] as const)
      apply(editId, number);
    store.methods.stepEdit({ editId: 3, from: 'queued', to: 'failed', at: now });
    check({ number: 1, expiresAt: 1_777_000_000_000, checkedAt: now + 1 });
    const undo = await plan('undo', { kind: 'undo', jobId: 'job' });
    expect(undo).toMatchObject({
      change: { verb: 'undo', ofJobId: 'job' },
      total: 2,
      willChange: 1,
      changedSince: 1,
      sooner: 1,
    });
    expect(rows('undo').rows).toMatchObject([
      {
        linkKey: 4,
        verdict: 'change',
        changes: [{ field: 'expiresAt', before: expiresAt, after: 1_800_000_000_000 }],
      },
      { linkKey: 1, verdict: 'changed-since' },
    ]);
    expect(store.methods.readJob({ jobId: 'job' }).undoneBy).toBeUndefined();
    start('undo');
    expect(store.methods.readJob({ jobId: 'job' }).undoneBy).toBe('undo');
  });

  it('needs a job that applied something', async () => {
    await plan('job', only([1]));
    await expect(plan('undo', { kind: 'undo', jobId: 'job' })).rejects.toEqual(withCode('job/nothing-to-do'));
    await expect(plan('undo', { kind: 'undo', jobId: 'none' })).rejects.toEqual(withCode('job/not-found'));
    expect(store.methods.listJobs({}).map(({ id }) => id)).toEqual(['job']);
  });
});
