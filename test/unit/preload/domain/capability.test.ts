import { describe, expect, it } from 'vitest';

import { capabilitiesOf } from '#domain/capability';
import { changedSince, holdsPatch, judgeEdit, judgeField } from '#domain/link-patch';
import { aLink } from '../../../support/store/temp-store';

const { aps, ahrvo } = capabilitiesOf;
const context = (capabilities: typeof aps) => ({ capabilities, now: 1_700_000_000_000 });

describe('what a provider offers', () => {
  it('is reference and tags with Ahrvo, dates and amounts with APS', () => {
    const link = aLink();
    expect([judgeField(link, 'reference', aps), judgeField(link, 'tags', aps)]).toEqual([
      'not-offered',
      'not-offered',
    ]);
    expect([judgeField(link, 'expiresAt', ahrvo), judgeField(link, 'amount', ahrvo)]).toEqual([
      'not-offered',
      'not-offered',
    ]);
  });

  it('leaves an expired link of Ahrvo as it is, but for its labels', () => {
    const link = aLink({ status: 'expired' });
    expect(judgeField(link, 'status', ahrvo)).toBe('expired-final');
    expect(judgeField(link, 'status', aps)).toBeUndefined();
    expect(judgeField(link, 'tags', ahrvo)).toBeUndefined();
    expect(judgeField(aLink({ status: 'paid' }), 'reference', ahrvo)).toBeUndefined();
  });
});

describe('a change of reference and tags', () => {
  const link = aLink({ tags: 'a: 1\nb: 2' });

  it('is none where only the spacing of tags differs', () => {
    expect(judgeEdit(link, { tags: 'b:2\na:1' }, context(ahrvo))).toEqual({ kind: 'no-change' });
    expect(judgeEdit(link, { tags: 'a: 2', reference: 'INV 9' }, context(ahrvo))).toMatchObject({
      kind: 'change',
      changes: [
        { field: 'reference', before: 'INV-1', after: 'INV 9' },
        { field: 'tags', before: 'a: 1\nb: 2', after: 'a: 2' },
      ],
    });
  });

  it('is refused where it cannot be read or would empty a name', () => {
    expect(judgeEdit(link, { tags: 'a' }, context(ahrvo))).toMatchObject({ reason: 'tags-unreadable' });
    const many = Array.from({ length: 51 }, (_, index) => `k${String(index)}: v`).join('\n');
    expect(judgeEdit(link, { tags: many }, context(ahrvo))).toMatchObject({ reason: 'tags-too-many' });
    expect(judgeEdit(link, { reference: ' ' }, context(ahrvo))).toMatchObject({ reason: 'text-empty' });
  });

  it('is a conflict when somebody changed them meanwhile, and held when they are there', () => {
    const base = { status: 'open', tags: 'a: 1', reference: 'x' } as const;
    expect(changedSince(base, { ...base, tags: 'a: 1\nc: 3', reference: 'y' })).toEqual([
      'reference',
      'tags',
    ]);
    expect(changedSince({ status: 'open' }, { ...base })).toEqual([]);
    expect(holdsPatch({ ...base }, { tags: 'a:1', reference: 'x' })).toBe(true);
    expect(holdsPatch({ ...base }, { tags: '' })).toBe(false);
  });
});
