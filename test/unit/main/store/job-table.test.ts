import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { BulkChange } from '#domain/bulk-job';
import { editStates } from '#domain/edit-state';
import type { StoreDatabase } from '../../../../main/store/store-database';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  const links = [1, 2, 3].map((number) => aLink({ number }));
  store.methods.upsertLinks({ links, source: 'import' });
});
afterEach(() => store.dispose());

const edit = { linkKey: 1, patch: { expiresAt: 5 }, base: { status: 'open' as const }, changes: [] };
/** Its one edit is over at once, so that its link is free for the next job. */
const start = (id: string, change: BulkChange, at: number) => {
  store.methods.createJob({ id, change, at: 1, edits: [edit] });
  store.methods.moveJob({ jobId: id, to: 'running', at });
  for (const { id: editId } of store.methods.nextEdits({ jobId: id, state: 'queued', limit: 1 })) {
    store.methods.stepEdit({ editId, from: 'queued', to: 'failed', at });
  }
};
const history = (withSingle: boolean, from = 0, end = 99) => {
  const { total, jobs } = store.methods.readJobs({ withSingle, start: from, end });
  return [total, jobs.map(({ id }) => id)];
};

describe('the history of jobs', () => {
  it('has what was started, the latest first, and edits of a single link only when asked', () => {
    start('late', { verb: 'close' }, 30);
    start('single', { verb: 'edit' }, 20);
    start('early', { verb: 'reopen' }, 10);
    store.methods.createJob({ id: 'planned', change: { verb: 'close' }, at: 99, edits: [edit] });
    expect(history(false)).toEqual([2, ['late', 'early']]);
    expect(history(true)).toEqual([3, ['late', 'single', 'early']]);
    expect(history(true, 1, 2)).toEqual([3, ['single']]);
  });

  it('keeps a job that was cancelled, but not a plan that was never started', () => {
    start('job', { verb: 'close' }, 10);
    store.methods.createJob({ id: 'planned', change: { verb: 'close' }, at: 1, edits: [edit] });
    for (const jobId of ['job', 'planned']) store.methods.moveJob({ jobId, to: 'cancelled', at: 20 });
    expect(history(true)).toEqual([1, ['job']]);
  });
});

describe('a job', () => {
  it('names the newest started job that takes it back', () => {
    start('job', { verb: 'close' }, 10);
    const undo = { verb: 'undo', ofJobId: 'job' } as const;
    const undoneBy = () => store.methods.readJob({ jobId: 'job' }).undoneBy;
    store.methods.createJob({ id: 'plan', change: undo, at: 11, edits: [edit] });
    expect(undoneBy()).toBeUndefined();
    start('first', undo, 20);
    start('second', undo, 30);
    start('other', { verb: 'undo', ofJobId: 'first' }, 40);
    expect(undoneBy()).toBe('second');
    expect(store.methods.listJobs({}).find(({ id }) => id === 'first')?.undoneBy).toBe('other');
  });
});

const states = fc.constantFrom(...editStates);
const editStep = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), job: fc.constantFrom('a', 'b'), state: states }),
  fc.record({ kind: fc.constant('update' as const), id: fc.integer({ min: 1, max: 9 }), state: states }),
  fc.record({ kind: fc.constant('all' as const), from: states, state: states }),
  fc.record({ kind: fc.constant('delete' as const), id: fc.integer({ min: 1, max: 9 }) }),
);
type Step = typeof editStep extends fc.Arbitrary<infer T> ? T : never;

function take(db: StoreDatabase, step: Step): void {
  const run = (sql: string, ...params: (string | number)[]) =>
    db.prepare<(string | number)[]>(sql).run(...params);
  switch (step.kind) {
    case 'insert':
      run(
        `INSERT INTO edit (job_id, link_key, connection_id, link_id, reference, state, patch, base, changes, updated_at)
         VALUES (?, 1, 'shop', 'x', 'x', ?, '{}', '{}', '[]', 1)`,
        ...[step.job, step.state],
      );
      return;
    case 'update':
      run('UPDATE edit SET state = ?, tries = tries + 1 WHERE id = ?', step.state, step.id);
      return;
    case 'all':
      run('UPDATE edit SET state = ? WHERE state = ?', step.state, step.from);
      return;
    case 'delete':
      run('DELETE FROM edit WHERE id = ?', step.id);
  }
}

describe('the counts kept of edits', () => {
  it('are what counting them finds, after any steps', () => {
    const db = store.raw();
    const insertJob = db.prepare<[string]>(
      "INSERT INTO job (id, change, state, created_at) VALUES (?, '{}', 'planned', 1)",
    );
    const pairs = (sql: string) => db.prepare(sql).all();
    fc.assert(
      fc.property(fc.array(editStep, { maxLength: 30 }), (steps) => {
        db.exec("DELETE FROM edit; DELETE FROM job; DELETE FROM sqlite_sequence WHERE name = 'edit'");
        for (const id of ['a', 'b']) insertJob.run(id);
        for (const step of steps) take(db, step);
        expect(
          pairs('SELECT job_id, state, count FROM job_count WHERE count <> 0 ORDER BY job_id, state'),
        ).toEqual(pairs('SELECT job_id, state, count(*) AS count FROM edit GROUP BY job_id, state'));
      }),
    );
  });
});
