import { describe, expect, it } from 'vitest';
import type { ConflictChoice } from '#domain/bulk-job';
import { capabilitiesOf } from '#domain/capability';
import type { LinkPatch } from '#domain/link-patch';
import type { PaymentLink } from '#domain/payment-link';
import { resolveConflict } from '#domain/resolve-conflict';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 86_400_000;
const ours: LinkPatch = { expiresAt: now + 30 * day, amount: { amountMinor: 5, currency: 'KWD' } };

function link(more: Partial<PaymentLink> = {}): PaymentLink {
  return {
    connectionId: 'shop',
    linkId: '1',
    reference: 'R-1',
    status: 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 1000, currency: 'KWD' },
    expiresAt: now + 9 * day,
    checkedAt: now,
    ...more,
  };
}

const resolve = (choice: ConflictChoice, more: Partial<PaymentLink> = {}, patch = ours) =>
  resolveConflict({ patch }, choice, { link: link(more), capabilities: capabilitiesOf.aps, now });

describe('deciding a conflict', () => {
  it('for ours sends it against what the link is now', () => {
    expect(resolve({ keep: 'mine' })).toEqual({
      kind: 'send',
      patch: ours,
      base: { status: 'open', expiresAt: now + 9 * day, amount: { amountMinor: 1000, currency: 'KWD' } },
      changes: [
        { field: 'expiresAt', before: now + 9 * day, after: ours.expiresAt },
        { field: 'amount', before: { amountMinor: 1000, currency: 'KWD' }, after: ours.amount },
      ],
    });
  });

  it('for ours sends only what still differs', () => {
    expect(resolve({ keep: 'mine' }, { expiresAt: now + 30 * day })).toMatchObject({
      kind: 'send',
      patch: { amount: ours.amount },
    });
  });

  it('for theirs sends nothing, even of a link that takes nothing any more', () => {
    expect(resolve({ keep: 'theirs' })).toEqual({ kind: 'drop' });
    expect(resolve({ keep: 'theirs' }, { status: 'paid' })).toEqual({ kind: 'drop' });
  });

  it('by field sends ours for these fields alone', () => {
    expect(resolve({ keep: 'fields', mine: ['amount', 'orderText'] })).toMatchObject({
      kind: 'send',
      patch: { amount: ours.amount },
    });
    expect(resolve({ keep: 'fields', mine: [] })).toEqual({ kind: 'drop' });
  });

  it('drops ours where the link has become that by itself', () => {
    const { amount } = ours;
    expect(
      resolve({ keep: 'mine' }, { expiresAt: now + 30 * day, ...(amount === undefined ? {} : { amount }) }),
    ).toEqual({
      kind: 'drop',
    });
  });

  it('is refused for ours where the link does not take it any more', () => {
    expect(resolve({ keep: 'mine' }, { status: 'paid' })).toEqual({ kind: 'refused', reason: 'paid' });
    expect(resolve({ keep: 'mine' }, {}, { expiresAt: now })).toEqual({
      kind: 'refused',
      reason: 'date-past',
    });
  });
});
