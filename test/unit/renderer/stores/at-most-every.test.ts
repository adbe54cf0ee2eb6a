import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../../../renderer/stores/at-most-every';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('does the first work at once and what was asked for meanwhile when the span is over', () => {
  const work = vi.fn();
  const paced = atMostEvery(100, work);
  paced.ask();
  expect(work).toHaveBeenCalledTimes(1);
  paced.ask();
  paced.ask();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(work).toHaveBeenCalledTimes(2);
});

it('waits a whole span again after work that was put off', () => {
  const work = vi.fn();
  const paced = atMostEvery(100, work);
  paced.ask();
  paced.ask();
  vi.advanceTimersByTime(100);
  paced.ask();
  vi.advanceTimersByTime(99);
  expect(work).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(3);
});

it('forgets what was asked for when it is stopped, and may be asked again', () => {
  const work = vi.fn();
  const paced = atMostEvery(100, work);
  paced.ask();
  paced.ask();
  paced.stop();
  vi.advanceTimersByTime(1000);
  expect(work).toHaveBeenCalledTimes(1);
  paced.ask();
  expect(work).toHaveBeenCalledTimes(2);
});
