import { describe, expect, it } from 'vitest';

import { mergeLink } from '../../../../main/store/merge-link';
import { aLink } from '../../../support/store/temp-store';

const cached = aLink({ customerName: 'نورة', orderText: 'Winter', checkedAt: 1000 });

describe('merging what is told of a link into the cache', () => {
  it('ignores an answer that is older than the cached one', () => {
    expect(mergeLink(cached, { ...cached, status: 'paid', checkedAt: 999 })).toEqual({ kind: 'older' });
  });

  it('takes an answer of the same moment', () => {
    expect(mergeLink(cached, { ...cached, status: 'paid' }).kind).toBe('changed');
  });

  it('keeps what the answer does not mention', () => {
    const {
      customerName: _name,
      orderText: _text,
      ...told
    } = { ...cached, status: 'paid' as const, checkedAt: 2000 };
    expect(mergeLink(cached, told)).toMatchObject({
      kind: 'changed',
      link: { customerName: 'نورة', orderText: 'Winter', status: 'paid', checkedAt: 2000 },
    });
  });

  it('keeps the reference when the answer has none', () => {
    expect(mergeLink(cached, { ...cached, reference: '', checkedAt: 2000 })).toEqual({
      kind: 'unchanged',
      checkedAt: 2000,
    });
  });

  it('tells before and after of the fields that matter, and only of those that changed', () => {
    const told = {
      ...cached,
      status: 'closed' as const,
      expiresAt: 5,
      amount: { amountMinor: 1, currency: 'USD' },
      customerName: 'Sara',
      attempts: 3,
      checkedAt: 2000,
    };
    expect(mergeLink(cached, told)).toMatchObject({
      differences: [
        { field: 'status', before: 'open', after: 'closed' },
        { field: 'expiresAt', before: 1_800_000_000_000, after: 5 },
        { field: 'amount', before: '12.500 KWD', after: '0.01 USD' },
        { field: 'customerName', before: 'نورة', after: 'Sara' },
      ],
    });
  });

  it('stores a change of another field without a history entry', () => {
    expect(mergeLink(cached, { ...cached, attempts: 3, checkedAt: 2000 })).toMatchObject({
      kind: 'changed',
      differences: [],
    });
  });

  it('keeps a link expired when "open" is told without an expiry after the known one has passed', () => {
    const overdue = aLink({ status: 'expired', expiresAt: 1500, checkedAt: 1000 });
    const { expiresAt: _expiry, ...told } = { ...overdue, status: 'open' as const, checkedAt: 2000 };
    expect(mergeLink(overdue, told).kind).toBe('unchanged');
  });

  it('keeps a link expired when a file from before its expiry says "open" again without one', () => {
    const expired = aLink({ status: 'expired', expiresAt: 3000, checkedAt: 1000 });
    const { expiresAt: _expiry, ...told } = { ...expired, status: 'open' as const, checkedAt: 2000 };
    expect(mergeLink(expired, told).kind).toBe('unchanged');
  });

  it('opens an expired link again when its provider has changed its word', () => {
    const expired = aLink({ status: 'expired', providerStatus: 'Expired', expiresAt: 3000, checkedAt: 1000 });
    const { expiresAt: _expiry, ...rest } = expired;
    const told = { ...rest, status: 'open' as const, providerStatus: 'Open', checkedAt: 2000 };
    expect(mergeLink(expired, told)).toMatchObject({ kind: 'changed', link: { status: 'open' } });
  });
});
