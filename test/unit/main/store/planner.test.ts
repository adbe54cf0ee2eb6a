import { setImmediate as nextTurn } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { BulkVerb } from '#domain/bulk-job';
import { openStore } from '../../../../main/store/open-store';
import type { PlanSource } from '../../../../main/store/store-api';
import { WriteTurns } from '../../../../main/store/write-turns';
import { planIn, someLinks } from '../../../support/store/plan-in';
import { aLink, tempStore, testKey, type TempStore } from '../../../support/store/temp-store';

const now = 1_760_000_000_000;
const expiresAt = 1_900_000_000_000;
const extend: BulkVerb = { verb: 'set-expiry', expiry: { kind: 'absolute', at: expiresAt } };

let store: TempStore;
let turns: WriteTurns;
let progress: number[];
beforeEach(() => {
  store = tempStore();
  turns = new WriteTurns();
  progress = [];
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

const only = (keys: readonly number[], change: BulkVerb = extend) => someLinks(keys, change);
const plan = (planId: string, of: PlanSource, signal = new AbortController().signal) =>
  planIn(store, { planId, of, now, turns, signal, onProgress: (done) => progress.push(done) });
const rows = (planId: string, more: object = {}) =>
  store.methods.readPlanRows({ planId, start: 0, end: 99, ...more });
const start = (jobId: string) => store.methods.moveJob({ jobId, to: 'running', at: now });
const rowsLeft = () =>
  store
    .raw()
    .prepare<[], { rows: number }>(
      'SELECT (SELECT count(*) FROM edit) + (SELECT count(*) FROM plan_row) AS rows',
    )
    .get()?.rows;
const withCode = (code: string): unknown => expect.objectContaining({ code });

describe('a plan', () => {
  it('decides every row of a selection and keeps the outcome', async () => {
    const made = await plan('p', only([5, 4, 3, 2, 1]));
    expect(made).toMatchObject({
      planId: 'p',
      change: extend,
      createdAt: now,
      total: 5,
      willChange: 3,
      sooner: 1,
      unchanged: 1,
      changedSince: 0,
      blocked: [{ reason: 'paid', count: 1 }],
      sums: [
        { currency: 'KWD', count: 2, totalMinor: '25000' },
        { currency: 'USD', count: 1, totalMinor: '700' },
      ],
      oldestCheckedAt: 1_740_000_000_000,
    });
    expect(made.sample.map(({ linkKey }) => linkKey)).toEqual([5, 4, 1]);
    expect(store.methods.readPlan({ planId: 'p' })).toEqual(made);
    expect(store.methods.readJob({ jobId: 'p' })).toMatchObject({ state: 'planned', counts: { planned: 3 } });
    expect(progress.at(-1)).toBe(5);
  });

  it('freezes absolute values with what they were made against', async () => {
    await plan('p', only([1]));
    expect(store.methods.readEdits({ jobId: 'p', start: 0, end: 1 }).edits).toMatchObject([
      {
        state: 'planned',
        patch: { expiresAt },
        base: {
          status: 'open',
          expiresAt: 1_800_000_000_000,
          amount: { amountMinor: 12_500, currency: 'KWD' },
        },
        changes: [{ field: 'expiresAt', before: 1_800_000_000_000, after: expiresAt }],
      },
    ]);
  });

  it('is read in the order of its selection, whole, by verdict, and page by page', async () => {
    const { handle } = store.methods.openQuery({
      filter: {},
      sort: [{ by: 'reference', direction: 'descending' }],
    });
    await plan('p', {
      kind: 'selection',
      selection: { mode: 'allExcept', handle, keys: [4] },
      change: extend,
    });
    const read = (more: object) => {
      const page = rows('p', more);
      return [page.total, page.rows.map(({ linkKey, verdict }) => `${String(linkKey)} ${verdict}`)];
    };
    const all = ['5 change', '3 no-change', '2 not-allowed', '1 change'];
    expect(read({})).toEqual([4, all]);
    for (const [from, to] of [
      [0, 1],
      [1, 3],
      [3, 9],
      [4, 9],
      [2, 2],
    ] as const) {
      expect(read({ start: from, end: to })).toEqual([4, all.slice(from, to)]);
    }
    expect(read({ verdict: 'change', start: 1, end: 2 })).toEqual([2, ['1 change']]);
    expect(read({ verdict: 'not-allowed' })).toEqual([1, ['2 not-allowed']]);
    expect(read({ verdict: 'changed-since' })).toEqual([0, []]);
    expect(rows('p', { verdict: 'not-allowed' }).rows).toEqual([
      {
        linkKey: 2,
        connectionId: 'shop',
        linkId: aLink({ number: 2 }).linkId,
        reference: 'INV-2',
        verdict: 'not-allowed',
        reason: 'paid',
        changes: [],
      },
    ]);
  });

  it('shows at most twenty rows as a sample', async () => {
    const links = Array.from({ length: 30 }, (_, index) => aLink({ number: 100 + index }));
    store.methods.upsertLinks({ links, source: 'import' });
    const made = await plan('p', only(Array.from({ length: 30 }, (_, index) => 6 + index)));
    expect(made.sample.map(({ linkKey }) => linkKey)).toEqual(
      Array.from({ length: 20 }, (_, index) => 6 + index),
    );
  });

  it('passes over keys of no link, and needs a link at all', async () => {
    expect(await plan('p', only([99, 1]))).toMatchObject({ total: 1, willChange: 1 });
    await expect(plan('none', only([]))).rejects.toEqual(withCode('job/nothing-to-do'));
    await expect(plan('gone', only([98, 99]))).rejects.toEqual(withCode('job/nothing-to-do'));
    expect(store.methods.listJobs({}).map(({ id }) => id)).toEqual(['p']);
  });

  it('blocks a link whose other edit is not decided', async () => {
    await plan('first', only([1, 4]));
    start('first');
    store.methods.stepEdit({ editId: 2, from: 'queued', to: 'conflict', at: now });
    expect(await plan('p', only([1, 4, 5], { verb: 'close' }))).toMatchObject({
      willChange: 1,
      blocked: [{ reason: 'edit-waiting', count: 2 }],
    });
  });

  it('leaves its own links free: only what is started waits', async () => {
    await plan('first', only([1]));
    expect(store.methods.readLinks({ keys: [1] })[0]?.pending).toBe(false);
    expect(await plan('second', only([1]))).toMatchObject({ willChange: 1 });
  });

  it('fails when the result it was made of is closed', async () => {
    const selection = { mode: 'allExcept', handle: 77, keys: [] } as const;
    await expect(plan('p', { kind: 'selection', selection, change: extend })).rejects.toEqual(
      withCode('store/result-closed'),
    );
  });

  it('is told by nobody who does not have it', () => {
    for (const read of [
      () => store.methods.readPlan({ planId: 'p' }),
      () => rows('p'),
      () => store.methods.stalePlanLinks({ planId: 'p', checkedBefore: 1 }),
    ]) {
      expect(read).toThrow(withCode('plan/not-found'));
    }
  });

  it('is not what a job without one is', () => {
    const edits = [{ linkKey: 1, patch: { expiresAt }, base: { status: 'open' as const }, changes: [] }];
    store.methods.createJob({ id: 'edit', change: { verb: 'edit' }, at: 1, edits });
    expect(() => store.methods.readPlan({ planId: 'edit' })).toThrow(withCode('plan/not-found'));
  });
});

describe('starting a plan', () => {
  it('queues what will change, and the plan can still be read', async () => {
    const made = await plan('p', only([1, 2, 3]));
    expect(start('p')).toMatchObject({ state: 'running', startedAt: now, counts: { queued: 1, planned: 0 } });
    expect(store.methods.readPlan({ planId: 'p' })).toEqual(made);
    expect(rows('p').rows.map(({ verdict }) => verdict)).toEqual(['change', 'not-allowed', 'no-change']);
    expect(() => store.methods.stalePlanLinks({ planId: 'p', checkedBefore: 1 })).toThrow(
      withCode('plan/not-found'),
    );
    await expect(store.planner.rejudge('p', turns)).rejects.toEqual(withCode('plan/not-found'));
  });

  it('is refused when nothing would change', async () => {
    await plan('p', only([2, 3]));
    expect(() => start('p')).toThrow(withCode('job/nothing-to-do'));
    expect(store.methods.readJob({ jobId: 'p' }).state).toBe('planned');
  });

  it('is what the audit log begins with: a plan alone leaves no entry', async () => {
    await plan('p', only([1]));
    await plan('other', only([1]));
    await store.planner.drop('other', turns);
    expect(store.methods.readAudit({ start: 0, end: 9 }).total).toBe(0);
    start('p');
    expect(store.methods.readAudit({ start: 0, end: 9 }).entries).toMatchObject([
      { event: 'job.started', subject: 'p', detail: { change: extend, queued: 1 } },
    ]);
  });
});

describe('plans that wait', () => {
  it('are the newest four; older ones are dropped with their rows, a started one is kept', async () => {
    await plan('started', only([1]));
    start('started');
    for (const id of ['a', 'b', 'c', 'd', 'e']) await plan(id, only([2, 4]));
    expect(
      store.methods
        .listJobs({})
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['b', 'c', 'd', 'e', 'started']);
    expect(() => store.methods.readPlan({ planId: 'a' })).toThrow(withCode('plan/not-found'));
    expect(rowsLeft()).toBe(1 + 4 * 2);
  });

  it('can be dropped one by one or all at once, but never what was started', async () => {
    for (const id of ['a', 'b', 'c', 'started']) await plan(id, only([1, 2]));
    start('started');
    await store.planner.drop('a', turns);
    expect(() => store.methods.readPlan({ planId: 'a' })).toThrow(withCode('plan/not-found'));
    await store.planner.drop('a', turns);
    await store.planner.drop('started', turns);
    expect(store.methods.readPlan({ planId: 'b' })).toMatchObject({ total: 2 });
    await store.planner.drop(undefined, turns);
    expect(store.methods.listJobs({}).map(({ id }) => id)).toEqual(['started']);
    expect(rowsLeft()).toBe(2);
  });
});

describe('a plan of many rows', () => {
  const many = 2_000;
  const keys = Array.from({ length: many }, (_, index) => index + 6);
  beforeEach(() => {
    const links = keys.map((key) => aLink({ number: key + 1_000 }));
    store.methods.upsertLinks({ links, source: 'import' });
  });

  it('leaves room for queries and for steps of other jobs, and is seen by nobody before it is whole', async () => {
    await plan('job', only([1]));
    start('job');
    const state = { isDone: false };
    const planning = plan('p', only(keys)).finally(() => (state.isDone = true));
    let turnsSeen = 0;
    while (!state.isDone) {
      await nextTurn();
      turnsSeen += 1;
      if (turnsSeen === 2) store.methods.stepEdit({ editId: 1, from: 'queued', to: 'failed', at: now });
      if (turnsSeen !== 3) continue;
      for (const read of [() => store.methods.readPlan({ planId: 'p' }), () => rows('p')]) {
        expect(read).toThrow(withCode('plan/not-found'));
      }
      expect(() => start('p')).toThrow(withCode('job/not-found'));
      expect(store.methods.listJobs({}).map(({ id }) => id)).toEqual(['job']);
    }
    expect(turnsSeen).toBeGreaterThan(5);
    expect(await planning).toMatchObject({ total: many, willChange: many });
    expect(rows('p', { start: many - 1, end: many }).rows).toMatchObject([{ linkKey: keys.at(-1) }]);
    expect(store.methods.readJob({ jobId: 'job' }).counts.failed).toBe(1);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const abort = new AbortController();
    const planning = plan('p', only(keys), abort.signal);
    await nextTurn();
    await nextTurn();
    expect(rowsLeft()).toBeGreaterThan(0);
    abort.abort();
    await expect(planning).rejects.toEqual(withCode('app/cancelled'));
    expect(store.methods.listJobs({})).toEqual([]);
    expect(rowsLeft()).toBe(0);
  });

  it('is not disturbed by another one that is dropped or made meanwhile', async () => {
    const planning = plan('p', only(keys));
    await nextTurn();
    const [other] = await Promise.all([plan('other', only([1])), store.planner.drop('unknown', turns)]);
    expect(other).toMatchObject({ total: 1 });
    expect(await planning).toMatchObject({ total: many });
  });

  it('fails when the connection of one of its rows is removed meanwhile, and nothing is left', async () => {
    store.methods.upsertLinks({ links: [aLink({ connectionId: 'web' })], source: 'import' });
    const planning = plan('p', only([many + 6, ...keys]));
    planning.catch(() => undefined);
    await nextTurn();
    await nextTurn();
    store.methods.removeConnection({ connectionId: 'web' });
    await expect(planning).rejects.toEqual(withCode('plan/not-found'));
    expect(rowsLeft()).toBe(0);
  });

  it('that was half stored when the process died is swept away', async () => {
    void plan('p', only(keys)).catch(() => undefined);
    await nextTurn();
    await nextTurn();
    let letGo: () => void = () => undefined;
    // A second store on the same file stands for the process after the crash; the first one never goes on here.
    const held = turns.hold(() => new Promise<void>((resolve) => (letGo = resolve)));
    const after = openStore({ file: store.file, keyHex: testKey, actor: 'tester' });
    try {
      expect(() => after.methods.readPlan({ planId: 'p' })).toThrow(withCode('plan/not-found'));
      expect(after.methods.listJobs({})).toEqual([]);
      expect(rowsLeft()).toBeGreaterThan(0);
      await after.planner.drop(undefined, new WriteTurns());
      expect(rowsLeft()).toBe(0);
    } finally {
      after.close();
      letGo();
      await held;
    }
  });
});
