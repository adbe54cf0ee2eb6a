import { describe, expect, it } from 'vitest';
import { throttleProgress } from '../../../../main/files/progress';

describe('throttleProgress', () => {
  it('passes on the first word and then at most ten a second', () => {
    let now = 0;
    const told: number[] = [];
    const tell = throttleProgress(
      ({ done }) => told.push(done),
      () => now,
    );
    for (now = 0; now < 1000; now += 10) tell({ done: now, total: 0 });
    expect(told).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });
});
