import { describe, expect, it } from 'vitest';

import { nextSince, syncMoves, syncStates } from '#domain/sync-run';

describe('a sync run', () => {
  it('comes to an end for good', () => {
    expect(syncStates.filter((state) => syncMoves[state].length === 0)).toEqual(['cancelled', 'finished']);
    expect(syncMoves.running).not.toContain('running');
    expect(syncMoves.paused).not.toContain('finished');
  });

  it('asks some minutes further back than the one before it began, but for no moment before time', () => {
    expect(nextSince(1_760_000_000_000)).toBe(1_760_000_000_000 - 600_000);
    expect(nextSince(5)).toBe(0);
  });
});
