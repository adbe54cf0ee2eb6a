import { describe, expect, it } from 'vitest';
import { conflictFields } from '#domain/conflict-fields';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const expiry = { field: 'expiresAt', before: 1000, after: 2000 } as const;
const text = { field: 'orderText', before: 'old', after: 'new' } as const;

describe('the fields of a conflict', () => {
  it('are ours and those that changed at the provider, in the order of the editor', () => {
    const fields = conflictFields(
      {
        base: { status: 'open', expiresAt: 1000, amount: usd(5) },
        patch: { amount: usd(9), expiresAt: 2000 },
        changes: [expiry, { field: 'amount', before: usd(5), after: usd(9) }],
      },
      { status: 'closed', expiresAt: 1000, amount: usd(7) },
    );
    expect(fields).toEqual([
      { field: 'status', was: 'open', theirs: 'closed', hasChanged: true },
      { field: 'expiresAt', was: 1000, theirs: 1000, mine: 2000, hasChanged: false },
      { field: 'amount', was: usd(5), theirs: usd(7), mine: usd(9), hasChanged: true },
    ]);
    expect(fields[0]).not.toHaveProperty('mine');
  });

  it('say of a text what the cache holds, and nothing where only a check was kept: it does not tell texts', () => {
    const edit = { base: { status: 'open' }, patch: { orderText: 'new' }, changes: [text] } as const;
    const known = { field: 'orderText', was: 'old', mine: 'new', hasChanged: false };
    expect(conflictFields(edit, { status: 'open' })).toEqual([{ ...known, theirs: undefined }]);
    const row = { status: 'open', orderText: 'theirs' } as const;
    expect(conflictFields(edit, row)).toEqual([{ ...known, theirs: 'theirs' }]);
  });

  it('do not call a link that ran past its date changed', () => {
    const base = { status: 'open', expiresAt: 1000 } as const;
    const expired = { status: 'expired', expiresAt: 1000 } as const;
    const fields = conflictFields({ base, patch: { expiresAt: 2000 }, changes: [expiry] }, expired);
    expect(fields.map(({ field }) => field)).toEqual(['expiresAt']);
    expect(conflictFields({ base, patch: {}, changes: [] }, expired)).toEqual([]);
  });

  it('make do without the provider’s values where they are not known', () => {
    const base = { status: 'open', expiresAt: 1000 } as const;
    const fields = conflictFields({ base, patch: { expiresAt: 2000 }, changes: [expiry] }, undefined);
    expect(fields).toMatchObject([{ theirs: undefined, hasChanged: false }]);
  });
});
