import { expect, it } from 'vitest';

import { restAfter, usualRestarts } from '../../../../main/processes/restart-policy';

it.each([
  [0, 0],
  [1, 0],
  [2, 500],
  [3, 1_000],
  [4, 2_000],
  [8, 30_000],
  [5_000, 30_000],
])('after %i failed starts in a row the rest is %i ms', (failedStarts, restMs) => {
  expect(restAfter(failedStarts, usualRestarts)).toBe(restMs);
});
