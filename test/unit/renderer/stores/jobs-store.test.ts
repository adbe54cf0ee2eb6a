import { describe, expect, it } from 'vitest';
import type { EventPayloads } from '#contract/events';
import { noEdits, type BulkJob, type EditCounts } from '#domain/bulk-job';
import type { Bridge } from '../../../../renderer/bridge/bridge-client';
import { createJobsStore, followJobs } from '../../../../renderer/stores/jobs-store';

function job(id: string, state: BulkJob['state'], counts: Partial<EditCounts> = {}): BulkJob {
  const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at: 9e11 } } as const;
  return { id, change, state, createdAt: 0, counts: { ...noEdits, ...counts } };
}

/** Main as far as jobs go: answers from a table, and events the test fires. */
function startMain(answers: Readonly<Record<string, unknown>>) {
  const calls: (readonly [string, unknown])[] = [];
  let listener: (payload: EventPayloads['jobs:changed']) => void = () => undefined;
  const bridge = {
    call: (name: string, input: unknown) => {
      calls.push([name, input]);
      return Promise.resolve(answers[name]);
    },
    on: (_name: string, on: typeof listener) => {
      listener = on;
      return () => undefined;
    },
  } as unknown as Bridge; // Only the channels of jobs are asked for here.
  let now = 0;
  const store = createJobsStore(bridge, () => now);
  followJobs(bridge, store, () => now);
  return {
    store,
    calls,
    tell: (changed: BulkJob, at = now) => {
      now = at;
      listener({ job: changed });
    },
  };
}

const states = (store: ReturnType<typeof createJobsStore>) =>
  store.getState().jobs.map(({ job: { id, state } }) => `${id} ${state}`);

describe('the jobs of the screen', () => {
  it('begin with those an earlier run left under way, oldest first', async () => {
    const { store } = startMain({
      'jobs:list': [job('c', 'running'), job('b', 'finished'), job('a', 'paused')],
    });
    await store.getState().read();
    expect(states(store)).toEqual(['a paused', 'c running']);
  });

  it('do not go back to what the list said when an event told more meanwhile', async () => {
    const { store, tell } = startMain({ 'jobs:list': [job('a', 'running')] });
    const reading = store.getState().read();
    tell(job('a', 'finished'));
    await reading;
    expect(states(store)).toEqual(['a finished']);
  });

  it('leave out edits of a single link', () => {
    const { store, tell } = startMain({});
    tell({ ...job('a', 'running'), change: { verb: 'edit' } });
    expect(states(store)).toEqual([]);
  });

  it('keep an ended job until it is dismissed', () => {
    const { store, tell } = startMain({});
    tell(job('a', 'running'));
    tell(job('a', 'finished'));
    expect(states(store)).toEqual(['a finished']);
    store.getState().dismiss('a');
    expect(states(store)).toEqual([]);
  });

  it('know the pace of a running job and forget it with a pause', () => {
    const { store, tell } = startMain({});
    tell(job('a', 'running', { queued: 10 }), 0);
    tell(job('a', 'running', { queued: 8, applied: 2 }), 1000);
    expect(store.getState().jobs[0]?.pace).toEqual([
      { at: 0, done: 0 },
      { at: 1000, done: 2 },
    ]);
    tell(job('a', 'paused', { queued: 8, applied: 2 }), 1100);
    tell(job('a', 'running', { queued: 8, applied: 2 }), 9000);
    expect(store.getState().jobs[0]?.pace).toEqual([{ at: 9000, done: 2 }]);
  });

  it('take the answer of a pause', async () => {
    const { store, calls, tell } = startMain({ 'jobs:move': job('a', 'paused') });
    tell(job('a', 'running'));
    await store.getState().move('a', 'paused');
    expect(calls).toEqual([['jobs:move', { jobId: 'a', to: 'paused' }]]);
    expect(states(store)).toEqual(['a paused']);
  });
});
