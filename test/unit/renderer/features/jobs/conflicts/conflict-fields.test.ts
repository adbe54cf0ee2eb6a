import { describe, expect, it } from 'vitest';
import { conflictFields } from '../../../../../../renderer/features/jobs/conflicts/conflict-fields';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('the fields of a conflict', () => {
  it('are ours and those that changed at the provider, in the order of the editor', () => {
    const fields = conflictFields({
      base: { status: 'open', expiresAt: 1000, amount: usd(5) },
      after: { status: 'closed', expiresAt: 1000, amount: usd(7) },
      patch: { amount: usd(9), expiresAt: 2000 },
      changes: [
        { field: 'expiresAt', before: 1000, after: 2000 },
        { field: 'amount', before: usd(5), after: usd(9) },
      ],
    });
    expect(fields).toEqual([
      { field: 'status', was: 'open', theirs: 'closed', mine: undefined, hasChanged: true, isOurs: false },
      { field: 'expiresAt', was: 1000, theirs: 1000, mine: 2000, hasChanged: false, isOurs: true },
      { field: 'amount', was: usd(5), theirs: usd(7), mine: usd(9), hasChanged: true, isOurs: true },
    ]);
  });

  it('say of a text only what is known: a check does not tell it', () => {
    const fields = conflictFields({
      base: { status: 'open' },
      after: { status: 'open' },
      patch: { orderText: 'new' },
      changes: [{ field: 'orderText', before: 'old', after: 'new' }],
    });
    expect(fields).toEqual([
      { field: 'orderText', was: 'old', theirs: undefined, mine: 'new', hasChanged: false, isOurs: true },
    ]);
  });

  it('do not call a link that ran past its date changed', () => {
    const fields = conflictFields({
      base: { status: 'open', expiresAt: 1000 },
      after: { status: 'expired', expiresAt: 1000 },
      patch: { expiresAt: 2000 },
      changes: [{ field: 'expiresAt', before: 1000, after: 2000 }],
    });
    expect(fields.map(({ field }) => field)).toEqual(['expiresAt']);
  });

  it('make do without the provider’s values where they are not known', () => {
    const fields = conflictFields({
      base: { status: 'open', expiresAt: 1000 },
      patch: { expiresAt: 2000 },
      changes: [{ field: 'expiresAt', before: 1000, after: 2000 }],
    });
    expect(fields).toMatchObject([{ theirs: undefined, hasChanged: false }]);
  });
});
