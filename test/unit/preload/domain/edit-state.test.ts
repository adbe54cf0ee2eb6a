import { describe, expect, it } from 'vitest';
import { editStates, isSettled, mayMove, noEdits, progressOf } from '#domain/edit-state';

describe('edit states', () => {
  it('lead from planned to an end without a way around sending', () => {
    expect(mayMove('planned', 'queued')).toBe(true);
    expect(mayMove('queued', 'sending')).toBe(true);
    expect(mayMove('planned', 'sending')).toBe(false);
    expect(mayMove('queued', 'applied')).toBe(false);
  });

  it('never leave applied or skipped', () => {
    for (const to of editStates) {
      expect(mayMove('applied', to)).toBe(false);
      expect(mayMove('skipped', to)).toBe(false);
    }
  });

  it('lead on from unknown by a re-read only', () => {
    expect(mayMove('unknown', 'sending')).toBe(false);
    expect(mayMove('unknown', 'applied')).toBe(true);
    expect(isSettled('unknown')).toBe(false);
  });

  it('count as progress once settled', () => {
    expect(progressOf({ ...noEdits, applied: 2, failed: 1, unknown: 4, queued: 3 })).toEqual({
      done: 3,
      total: 10,
    });
  });
});
