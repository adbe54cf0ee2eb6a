import { expect, it } from 'vitest';
import { createToastQueue, type Timers } from '../../../../renderer/ui/toast-queue';

/** Timers that run only when told. */
function handTimers(): Timers & { readonly runAll: () => void; readonly waits: () => readonly number[] } {
  const waiting = new Map<number, { readonly run: () => void; readonly ms: number }>();
  let lastId = 0;
  return {
    set: (run, ms) => (waiting.set((lastId += 1), { run, ms }), lastId),
    clear: (id) => void waiting.delete(id),
    runAll: () => [...waiting.values()].forEach(({ run }) => run()),
    waits: () => [...waiting.values()].map(({ ms }) => ms),
  };
}

it('takes a message away after ten seconds, but keeps an error until it is dismissed', () => {
  const timers = handTimers();
  const queue = createToastQueue(timers);
  queue.add({ tone: 'success', text: 'Saved' });
  const error = queue.add({ tone: 'error', text: 'Refused' });
  expect(timers.waits()).toEqual([10_000]);
  timers.runAll();
  expect(queue.current().map(({ text }) => text)).toEqual(['Refused']);
  queue.dismiss(error);
  expect(queue.current()).toEqual([]);
});

it('stops the clocks while the user reads and starts them afresh afterwards', () => {
  const timers = handTimers();
  const queue = createToastQueue(timers);
  queue.add({ tone: 'info', text: 'Undo?', timeoutMs: 5000 });
  queue.hold();
  expect(timers.waits()).toEqual([]);
  queue.release();
  expect(timers.waits()).toEqual([5000]);
});

it('shows four at most: the oldest gives way, with its clock', () => {
  const timers = handTimers();
  const queue = createToastQueue(timers);
  for (const text of ['1', '2', '3', '4', '5']) queue.add({ tone: 'info', text });
  expect(queue.current().map(({ text }) => text)).toEqual(['2', '3', '4', '5']);
  expect(timers.waits()).toHaveLength(4);
});

it('tells its listeners about every change until they leave', () => {
  const queue = createToastQueue(handTimers());
  let heard = 0;
  const leave = queue.subscribe(() => (heard += 1));
  const id = queue.add({ tone: 'info', text: 'a' });
  queue.dismiss(id);
  queue.dismiss(id);
  leave();
  queue.add({ tone: 'info', text: 'b' });
  expect(heard).toBe(2);
});
