import { describe, expect, it } from 'vitest';
import {
  milestoneOf,
  noPace,
  notePace,
  ratePerSecond,
  timeLeftMs,
  type PaceSample,
} from '../../../../renderer/stores/job-pace';

const paceOf = (...samples: readonly PaceSample[]) => samples.reduce(notePace, noPace);

describe('the pace of a job', () => {
  it('is not known from one sample, nor within the first second', () => {
    expect(ratePerSecond(noPace)).toBeUndefined();
    expect(ratePerSecond(paceOf({ at: 0, done: 0 }))).toBeUndefined();
    expect(ratePerSecond(paceOf({ at: 0, done: 0 }, { at: 999, done: 50 }))).toBeUndefined();
  });

  it('is the edits settled per second over the samples', () => {
    expect(ratePerSecond(paceOf({ at: 0, done: 10 }, { at: 2000, done: 40 }))).toBe(15);
  });

  it('forgets what is more than 20 seconds old, so that a slow start is soon forgotten', () => {
    const pace = paceOf({ at: 0, done: 0 }, { at: 10_000, done: 1 }, { at: 25_000, done: 151 });
    expect(pace).toHaveLength(2);
    expect(ratePerSecond(pace)).toBe(10);
  });

  it('starts anew when failed edits are tried again', () => {
    expect(paceOf({ at: 0, done: 0 }, { at: 5000, done: 100 }, { at: 6000, done: 92 })).toEqual([
      { at: 6000, done: 92 },
    ]);
  });

  it('tells the time left at that rate', () => {
    expect(timeLeftMs(paceOf({ at: 0, done: 0 }, { at: 2000, done: 20 }), 300)).toBe(30_000);
  });

  it('tells no time left while nothing moves', () => {
    expect(timeLeftMs(paceOf({ at: 0, done: 7 }, { at: 4000, done: 7 }), 300)).toBeUndefined();
  });
});

describe('a milestone', () => {
  it.each([
    [0, 300, 0],
    [74, 300, 0],
    [75, 300, 25],
    [299, 300, 75],
    [300, 300, 100],
    [0, 0, 0],
  ])('%i of %i is %i percent', (done, total, percent) => {
    expect(milestoneOf({ done, total })).toBe(percent);
  });
});
