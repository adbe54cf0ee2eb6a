import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InputOf, OutputOf } from '#contract/contract';
import type { EventPayloads } from '#contract/events';
import type { ChannelName } from '#contract/names';
import type { BulkJob, Edit } from '#domain/bulk-job';
import { noEdits, type EditCounts } from '#domain/edit-state';
import type { Bridge } from '../../../../renderer/bridge/bridge-client';
import { createJobsStore, followJobs, type JobsStore } from '../../../../renderer/stores/jobs-store';

function job(id: string, state: BulkJob['state'], counts: Partial<EditCounts> = {}): BulkJob {
  const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at: 9e11 } } as const;
  return { id, change, state, createdAt: 0, counts: { ...noEdits, ...counts } };
}

const single = (id: string, state: BulkJob['state']): BulkJob => ({
  ...job(id, state, { queued: 1 }),
  change: { verb: 'edit' },
});

type Answers = { readonly [N in ChannelName]?: (input: InputOf<N>) => OutputOf<N> };

/** Main as far as jobs go: answers from a table, and events the test fires. */
function startMain(answers: Answers) {
  const calls: (readonly [string, unknown])[] = [];
  let listener: (payload: EventPayloads['jobs:changed']) => void = () => undefined;
  const bridge = {
    call: (name: ChannelName, input: never) => {
      calls.push([name, input]);
      const answer = answers[name];
      return answer === undefined ? Promise.reject(new Error(name)) : Promise.resolve(answer(input));
    },
    on: (_name: string, on: typeof listener) => {
      listener = on;
      return () => undefined;
    },
  } as unknown as Bridge; // Only the channels of jobs are asked for here.
  let now = 0;
  const store = createJobsStore(bridge, () => now);
  const end = followJobs(bridge, store, () => now);
  return {
    store,
    calls,
    end,
    asked: (name: ChannelName) => calls.filter(([called]) => called === name).length,
    tell: (changed: BulkJob, at = now) => {
      now = at;
      listener({ job: changed });
    },
  };
}

/** The jobs of the strip, with their states. */
const strip = (store: JobsStore) => {
  const { jobs, strip: ids } = store.getState();
  return ids.map((id) => `${id} ${jobs.find(({ job: { id: known } }) => known === id)?.job.state ?? '?'}`);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the strip of jobs', () => {
  it('begins with those an earlier run left under way, oldest first', async () => {
    const { store } = startMain({
      'jobs:list': () => [job('c', 'running'), job('b', 'finished'), job('a', 'paused')],
      'jobs:counts': () => ({ ...noEdits, conflict: 2 }),
    });
    await store.getState().read();
    expect(strip(store)).toEqual(['a paused', 'c running']);
    expect(store.getState().counts.conflict).toBe(2);
  });

  it('does not go back to what the list said when an event told more meanwhile', async () => {
    const { store, tell } = startMain({
      'jobs:list': () => [job('a', 'running')],
      'jobs:counts': () => noEdits,
    });
    tell(job('a', 'running'));
    const reading = store.getState().read();
    tell(job('a', 'finished'));
    await reading;
    expect(strip(store)).toEqual(['a finished']);
  });

  it('leaves out edits of a single link', () => {
    const { store, tell } = startMain({});
    tell(single('a', 'running'));
    expect(store.getState().jobs).toEqual([]);
    expect(strip(store)).toEqual([]);
  });

  it('keeps an ended job until it is dismissed', () => {
    const { store, tell } = startMain({});
    tell(job('a', 'running'));
    tell(job('a', 'finished'));
    expect(strip(store)).toEqual(['a finished']);
    store.getState().dismiss('a');
    expect(strip(store)).toEqual([]);
  });

  it('does not bring back a job of the past that was looked at, or that another one took back', async () => {
    const { store, tell } = startMain({ 'jobs:read': () => job('a', 'finished') });
    await store.getState().look('a');
    tell({ ...job('b', 'finished'), undoneBy: 'c' });
    expect(strip(store)).toEqual([]);
    expect(store.getState().jobs.map(({ job: { id } }) => id)).toEqual(['a', 'b']);
  });

  it('shows a job of the past again once its failed edits are tried again', async () => {
    const { store } = startMain({
      'jobs:read': () => job('a', 'finished'),
      'jobs:retry-failed': () => job('a', 'running'),
    });
    await store.getState().look('a');
    await store.getState().retryFailed('a');
    expect(strip(store)).toEqual(['a running']);
  });

  it('shows the result of a job that ended before its start was answered', async () => {
    const main = startMain({
      'jobs:start': () => {
        main.tell(job('a', 'finished'));
        return job('a', 'running');
      },
    });
    await main.store.getState().start('a');
    expect(strip(main.store)).toEqual(['a finished']);
  });
});

describe('what is known of a job', () => {
  it('has the pace of a running one and forgets it with a pause', () => {
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

  it('takes the answer of a pause', async () => {
    const { store, calls, tell } = startMain({ 'jobs:move': () => job('a', 'paused') });
    tell(job('a', 'running'));
    await store.getState().move('a', 'paused');
    expect(calls).toContainEqual(['jobs:move', { jobId: 'a', to: 'paused' }]);
    expect(strip(store)).toEqual(['a paused']);
  });

  it('follows an edit of a single link that was looked at', async () => {
    const { store, tell } = startMain({ 'jobs:read': () => single('a', 'paused') });
    await store.getState().look('a');
    tell(single('a', 'finished'));
    expect(store.getState().jobs.map(({ job: { state } }) => state)).toEqual(['finished']);
  });

  it('is not read twice', async () => {
    const { store, asked } = startMain({ 'jobs:read': () => job('a', 'finished') });
    await store.getState().look('a');
    await store.getState().look('a');
    expect(asked('jobs:read')).toBe(1);
  });
});

describe('a job that is taken back', () => {
  it('is known as such once its undo began', () => {
    const { store, tell } = startMain({});
    tell(job('a', 'finished'));
    tell({ ...job('b', 'running'), change: { verb: 'undo', ofJobId: 'a' } });
    expect(store.getState().jobs.map(({ job: { id, undoneBy } }) => [id, undoneBy])).toEqual([
      ['a', 'b'],
      ['b', undefined],
    ]);
  });
});

describe('edits of single links that wait', () => {
  it('are counted while their provider does not answer, and no longer', () => {
    const { store, tell } = startMain({});
    tell({ ...single('a', 'paused'), pausedBy: 'provider/unreachable' });
    tell({ ...single('b', 'paused'), pausedBy: 'provider/unreachable' });
    expect(store.getState().waiting).toEqual(['a', 'b']);
    tell(single('a', 'running'));
    tell(single('b', 'finished'));
    expect(store.getState().waiting).toEqual([]);
  });

  it('do not include those that wait for a person', () => {
    const { store, tell } = startMain({});
    tell(single('a', 'paused'));
    tell({ ...single('b', 'paused'), pausedBy: 'provider/credentials-rejected' });
    expect(store.getState().waiting).toEqual([]);
  });
});

describe('the counts of all edits', () => {
  it('are read at once and then at most twice a second, the last change never lost', async () => {
    const { asked, tell } = startMain({ 'jobs:counts': () => noEdits });
    for (let tenth = 0; tenth < 9; tenth += 1) {
      tell(job('a', 'running', { applied: tenth }));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked('jobs:counts')).toBe(2);
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked('jobs:counts')).toBe(3);
  });

  it('stay as they were when they cannot be read', async () => {
    const { store, tell } = startMain({});
    tell(job('a', 'running'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.getState().counts).toEqual(noEdits);
  });
});

describe('the version of the history', () => {
  it('grows with a state, a reason or an undo, and not with progress', () => {
    const { store, tell } = startMain({});
    const version = () => store.getState().version;
    tell(job('a', 'running'));
    expect(version()).toBe(1);
    tell(job('a', 'running', { applied: 1 }));
    expect(version()).toBe(1);
    tell({ ...job('a', 'paused'), pausedBy: 'provider/timeout' });
    expect(version()).toBe(2);
    tell(job('a', 'paused'));
    expect(version()).toBe(3);
    tell(job('a', 'finished'));
    tell({ ...job('a', 'finished'), undoneBy: 'b' });
    expect(version()).toBe(5);
  });
});

describe('deciding conflicts', () => {
  const edit = (id: number) => ({ id }) as unknown as Edit; // Only the id is read.

  it('decides those of a job in one call and reads the counts again', async () => {
    const { store, calls } = startMain({
      'jobs:resolve': () => ({ queued: 2, dropped: 0, refused: 1 }),
      'jobs:counts': () => ({ ...noEdits, conflict: 1 }),
    });
    const answer = await store.getState().resolve({ kind: 'job', jobId: 'a' }, { keep: 'mine' });
    expect(answer).toEqual({ queued: 2, dropped: 0, refused: 1 });
    expect(calls[0]).toEqual(['jobs:resolve', { of: { kind: 'job', jobId: 'a' }, choice: { keep: 'mine' } }]);
    expect(store.getState().counts.conflict).toBe(1);
  });

  it('decides all of them in parts main takes, each once, although some stay', async () => {
    const all = Array.from({ length: 4500 }, (_, id) => edit(id));
    const decided: number[] = [];
    const { store, asked } = startMain({
      'jobs:edits': ({ start, end }) => ({ total: all.length, edits: all.slice(start, end) }),
      'jobs:resolve': ({ of }) => {
        const ids = of.kind === 'edits' ? of.editIds : [];
        decided.push(...ids);
        return { queued: ids.length - 1, dropped: 0, refused: 1 };
      },
      'jobs:counts': () => noEdits,
    });
    const answer = await store.getState().resolve({ kind: 'all' }, { keep: 'mine' });
    expect(answer).toEqual({ queued: 4497, dropped: 0, refused: 3 });
    expect(decided).toEqual(all.map(({ id }) => id));
    expect(asked('jobs:resolve')).toBe(3);
  });
});

it('asks main no more once it is ended', async () => {
  const { tell, end, asked } = startMain({ 'jobs:counts': () => noEdits });
  tell(job('a', 'running'));
  tell(job('a', 'paused'));
  end();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked('jobs:counts')).toBe(1);
});
