import { describe, expect, it } from 'vitest';
import { createRunningTasks, type TaskProgress } from '../../../../main/tasks/running-tasks';

function tasksAt() {
  const told: TaskProgress[] = [];
  let clock = 0;
  const tasks = createRunningTasks(
    (progress) => told.push(progress),
    () => clock,
  );
  return { tasks, told, at: (ms: number) => (clock = ms) };
}

describe('running tasks', () => {
  it('tell progress at most ten times a second, and always the end', async () => {
    const { tasks, told, at } = tasksAt();
    await tasks.run('t', ({ report }) => {
      for (let done = 0; done <= 1000; done += 1) {
        at(done);
        report(done, 1000);
      }
      return Promise.resolve();
    });
    expect(told).toHaveLength(11);
    expect(told.at(-1)).toEqual({ taskId: 't', done: 1000, total: 1000 });
  });

  it('stop by name and leave others alone', async () => {
    const { tasks } = tasksAt();
    const untilAborted = (signal: AbortSignal) =>
      new Promise<string>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve('stopped');
        });
      });
    const first = tasks.run('a', ({ signal }) => untilAborted(signal));
    const second = tasks.run('b', ({ signal }) =>
      Promise.race([untilAborted(signal), Promise.resolve('done')]),
    );
    tasks.cancel('a');
    tasks.cancel('nobody');
    expect(await first).toBe('stopped');
    expect(await second).toBe('done');
  });

  it('refuse a name that is running, and take it again afterwards', async () => {
    const { tasks } = tasksAt();
    let end = () => undefined as unknown;
    const first = tasks.run(
      'a',
      () =>
        new Promise(
          (resolve) =>
            (end = () => {
              resolve(1);
            }),
        ),
    );
    await expect(tasks.run('a', () => Promise.resolve())).rejects.toMatchObject({
      code: 'job/already-running',
    });
    end();
    await first;
    expect(await tasks.run('a', () => Promise.resolve(2))).toBe(2);
  });
});
