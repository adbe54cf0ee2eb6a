import { describe, expect, it } from 'vitest';
import { ratePerSecond } from '../../../../renderer/stores/job-pace';
import { createTasksStore, followProgress } from '../../../../renderer/stores/tasks-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';

/** A task under way, with a clock of its own. */
function startTask() {
  const bridge = createFakeBridge({});
  const store = createTasksStore(bridge, () => 't');
  const clock = { now: 0 };
  followProgress(bridge, store, () => clock.now);
  const end = Promise.withResolvers<undefined>();
  const ran = store.getState().run({ kind: 'import' }, () => end.promise);
  const report = (done: number, total: number) => bridge.emit('tasks:progress', { taskId: 't', done, total });
  return { store, clock, report, finish: () => (end.resolve(undefined), ran) };
}

describe('a running task', () => {
  it('knows its pace', () => {
    const { store, clock, report } = startTask();
    report(0, 0);
    clock.now = 2000;
    report(5000, 0);
    const [task] = store.getState().tasks;
    expect(task).toMatchObject({ done: 5000, total: 0 });
    expect(task && ratePerSecond(task.pace)).toBe(2500);
  });

  it('begins another part of its work when it gets to know its total', () => {
    const { store, clock, report } = startTask();
    report(0, 0);
    clock.now = 2000;
    report(5000, 0);
    report(5000, 9000);
    const [task] = store.getState().tasks;
    expect(task && ratePerSecond(task.pace)).toBeUndefined();
  });

  it('is gone once it ended, and a late report does not bring it back', async () => {
    const { store, report, finish } = startTask();
    await finish();
    report(1, 1);
    expect(store.getState().tasks).toEqual([]);
  });
});
