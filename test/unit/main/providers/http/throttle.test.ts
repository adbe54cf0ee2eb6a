import { describe, expect, it } from 'vitest';
import { createThrottle, type Throttle } from '../../../../../main/providers/http/throttle';
import { fakeTime } from './fake-time';

const calm = new AbortController().signal;

/** Tasks that end when they are told to, and a record of their starts. */
function tasksOn(throttle: Throttle) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    add: (name: string, signal = calm) =>
      throttle.run(() => {
        started.push(name);
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
      }, signal),
    end: (name: string) => ends.get(name)?.(),
  };
}

describe('createThrottle', () => {
  it('starts in order of arrival, no more at once than allowed', async () => {
    const time = fakeTime();
    const tasks = tasksOn(createThrottle({ maxInFlight: 2 }, time));
    const all = ['a', 'b', 'c', 'd'].map((name) => tasks.add(name));
    await time.settle();
    expect(tasks.started).toEqual(['a', 'b']);
    tasks.end('b');
    await time.settle();
    expect(tasks.started).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) tasks.end(name);
    await time.settle();
    tasks.end('d');
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('frees the place of a task that fails', async () => {
    const time = fakeTime();
    const throttle = createThrottle({ maxInFlight: 1 }, time);
    await expect(throttle.run(() => Promise.reject(new Error('no')), calm)).rejects.toThrow('no');
    expect(await throttle.run(() => Promise.resolve(1), calm)).toBe(1);
  });

  it('forgets a waiting task that is cancelled and lets the next one in', async () => {
    const time = fakeTime();
    const tasks = tasksOn(createThrottle({ maxInFlight: 1 }, time));
    const cancel = new AbortController();
    void tasks.add('a');
    const cancelled = tasks.add('b', cancel.signal);
    void tasks.add('c');
    cancel.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'app/cancelled' });
    tasks.end('a');
    await time.settle();
    expect(tasks.started).toEqual(['a', 'c']);
  });

  it('refuses a task whose signal has already aborted', async () => {
    const tasks = tasksOn(createThrottle({ maxInFlight: 1 }, fakeTime()));
    await expect(tasks.add('a', AbortSignal.abort())).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(tasks.started).toEqual([]);
  });

  it('spaces starts evenly when a rate is set', async () => {
    const time = fakeTime();
    const tasks = tasksOn(createThrottle({ maxInFlight: 9, perSecond: 4 }, time));
    for (const name of ['a', 'b', 'c']) void tasks.add(name);
    await time.settle();
    expect(tasks.started).toEqual(['a']);
    await time.move(249);
    expect(tasks.started).toEqual(['a']);
    await time.move(1);
    expect(tasks.started).toEqual(['a', 'b']);
    await time.move(250);
    expect(tasks.started).toEqual(['a', 'b', 'c']);
  });

  it('lets nobody in during a pause', async () => {
    const time = fakeTime();
    const throttle = createThrottle({ maxInFlight: 3 }, time);
    const tasks = tasksOn(throttle);
    throttle.pause(1_000);
    throttle.pause(200);
    void tasks.add('a');
    await time.move(999);
    expect(tasks.started).toEqual([]);
    await time.move(1);
    expect(tasks.started).toEqual(['a']);
  });

  it('is not held up by a clock that was set back', async () => {
    const time = fakeTime();
    const throttle = createThrottle({ maxInFlight: 3 }, time);
    const tasks = tasksOn(throttle);
    throttle.pause(1_000);
    await time.move(-3_600_000);
    void tasks.add('a');
    await time.settle();
    expect(tasks.started).toEqual(['a']);
  });
});
