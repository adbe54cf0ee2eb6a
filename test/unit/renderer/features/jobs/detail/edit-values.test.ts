import { describe, expect, it } from 'vitest';
import type { Edit } from '#domain/bulk-job';
import { valuesOf } from '../../../../../../renderer/features/jobs/detail/edit-values';

const edit: Edit = {
  id: 1,
  jobId: 'j',
  linkKey: 1,
  connectionId: 'c',
  linkId: '1',
  reference: 'r',
  state: 'applied',
  patch: { expiresAt: 2000, orderText: 'new' },
  base: { status: 'open', expiresAt: 1000 },
  changes: [
    { field: 'expiresAt', before: 1000, after: 2000 },
    { field: 'orderText', before: 'old', after: 'new' },
  ],
  tries: 1,
  updatedAt: 0,
};

const nowOf = (changed: Partial<Edit>) => valuesOf({ ...edit, ...changed }).map(({ now }) => now);

describe('the values of an edit', () => {
  it('name every field with what it was and what it was to become', () => {
    expect(valuesOf(edit).map(({ field, before, wanted }) => [field, before, wanted])).toEqual([
      ['expiresAt', 1000, 2000],
      ['orderText', 'old', 'new'],
    ]);
  });

  it('are what the provider said last, also when that is not what was asked for', () => {
    const after = { status: 'open', expiresAt: 3000 } as const;
    expect(nowOf({ state: 'conflict', after })).toEqual([3000, undefined]);
  });

  it('have no expiry where the provider says there is none', () => {
    expect(nowOf({ after: { status: 'open' } })).toEqual([undefined, 'new']);
  });

  it('are what was applied, where the provider said nothing more', () => {
    expect(nowOf({})).toEqual([2000, 'new']);
  });

  it('are not claimed for an edit that changed nothing', () => {
    expect(nowOf({ state: 'failed' })).toEqual([undefined, undefined]);
    expect(nowOf({ state: 'skipped' })).toEqual([undefined, undefined]);
  });
});
