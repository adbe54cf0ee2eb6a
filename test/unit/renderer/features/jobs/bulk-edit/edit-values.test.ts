import { describe, expect, it } from 'vitest';
import type { Edit } from '#domain/bulk-job';
import { afterOf, beforeOf } from '../../../../../../renderer/features/jobs/bulk-edit/edit-values';

const edit: Edit = {
  id: 1,
  jobId: 'j',
  linkKey: 1,
  connectionId: 'c',
  linkId: '1',
  reference: 'r',
  state: 'applied',
  patch: { expiresAt: 2000 },
  base: { status: 'open', expiresAt: 1000 },
  changes: [],
  tries: 1,
  updatedAt: 0,
};

describe('the expiry of an edited link', () => {
  it('was what the edit was made against', () => {
    expect(beforeOf(edit)).toBe(1000);
  });

  it('is what the provider said last, also when that is not what was asked for', () => {
    expect(afterOf({ ...edit, state: 'conflict', after: { status: 'open', expiresAt: 3000 } })).toBe(3000);
  });

  it('is what was applied, where the provider said nothing more', () => {
    expect(afterOf(edit)).toBe(2000);
  });

  it('is not claimed for an edit that changed nothing', () => {
    expect(afterOf({ ...edit, state: 'failed' })).toBeUndefined();
    expect(afterOf({ ...edit, state: 'skipped' })).toBeUndefined();
  });
});
