import { describe, expect, it } from 'vitest';

import { capabilitiesOf } from '#domain/capability';
import { judgeDraft, missingToCreate, type LinkDraft } from '#domain/link-draft';
import type { Connection } from '#domain/provider';
import { aConnection, anAhrvoConnection } from '../../../support/store/temp-store';

const now = 1_000;
const good: LinkDraft = {
  reference: 'INV-7',
  amount: { amountMinor: 12_500, currency: 'KWD' },
  expiresAt: 2_000,
  customerEmail: 'noor@example.com',
};
const judge = (draft: Partial<LinkDraft>, connection: Connection = aConnection()) =>
  judgeDraft(draft, { connection, capabilities: capabilitiesOf[connection.provider], now });

describe('a draft', () => {
  it('that is whole has nothing wrong', () => {
    expect(judge(good)).toEqual({});
    expect(judge({ ...good, reference: 'Rent, June ✓' }, anAhrvoConnection())).toEqual({});
  });

  it('lacks what every provider needs, and the e-mail APS needs besides', () => {
    const lacking = { reference: 'required', amount: 'required', expiresAt: 'required' };
    expect(judge({})).toEqual({ ...lacking, customerEmail: 'required' });
    expect(judge({}, anAhrvoConnection())).toEqual(lacking);
  });

  it.each([
    [{ reference: 'Rent June' }, { reference: 'symbol' }],
    [{ reference: 'x'.repeat(41) }, { reference: 'too-long' }],
    [{ customerEmail: 'noor' }, { customerEmail: 'not-an-email' }],
    [{ customerEmail: `${'n'.repeat(250)}@x.com` }, { customerEmail: 'too-long' }],
    [{ customerName: 'Noor 7' }, { customerName: 'symbol' }],
    [{ orderText: 'x'.repeat(151) }, { orderText: 'too-long' }],
    [{ expiresAt: now }, { expiresAt: 'date-past' }],
    [{ amount: { amountMinor: 0, currency: 'KWD' } }, { amount: 'amount-zero' }],
    [{ amount: { amountMinor: 10_000_000_000, currency: 'KWD' } }, { amount: 'amount-too-large' }],
    [{ amount: { amountMinor: 1, currency: 'XXZ' } }, { amount: 'currency-unknown' }],
  ] as const)('of APS with %j is told so', (more, problems) => {
    expect(judge({ ...good, ...more })).toEqual(problems);
  });

  it('cannot be sent by an Ahrvo account without merchant and application', () => {
    expect(missingToCreate(aConnection())).toBeUndefined();
    expect(missingToCreate(anAhrvoConnection({ merchantId: 'MU1' }))).toBe('merchant-and-application');
    expect(missingToCreate(anAhrvoConnection({ merchantId: 'MU1', applicationId: 'AP1' }))).toBeUndefined();
  });
});
