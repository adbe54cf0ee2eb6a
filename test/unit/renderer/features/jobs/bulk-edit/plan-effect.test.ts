import { describe, expect, it } from 'vitest';
import type { BulkChange, BulkPlan, PlanRow } from '#domain/bulk-job';
import { planEffect } from '../../../../../../renderer/features/jobs/bulk-edit/plan-effect';
import { samplePlan } from '../../../../../support/renderer/sample-links';

const zone = 'Asia/Kuwait';
const businessDays = { weekend: 'fri-sat', holidays: [] } as const;
const planOf = (change: BulkChange, part: Partial<BulkPlan> = {}) => samplePlan({ change, ...part });
const row = (changes: PlanRow['changes']): PlanRow => ({
  linkKey: 1,
  connectionId: 'c',
  linkId: '1',
  reference: 'r',
  verdict: 'change',
  changes,
});
const undo = { verb: 'undo', ofJobId: 'j' } as const;

describe('the effect a plan is confirmed by', () => {
  it.each([
    [{ verb: 'set-expiry', expiry: { kind: 'absolute', at: 1 } }, 'setExpiry'],
    [{ verb: 'set-expiry', expiry: { kind: 'plus-days', days: 1, zone } }, 'extend'],
    [{ verb: 'set-expiry', expiry: { kind: 'month-end', months: 0, zone } }, 'extend'],
    [{ verb: 'set-expiry', expiry: { kind: 'business-day', zone, businessDays } }, 'extend'],
    [{ verb: 'close' }, 'close'],
    [{ verb: 'reopen' }, 'reopen'],
    [{ verb: 'set-amount', amount: { amountMinor: 1, currency: 'KWD' } }, 'setAmount'],
    [{ verb: 'set-order-text', orderText: 'a' }, 'setOrderText'],
    [undo, 'takeBack'],
  ] as const)('of %j is %s', (change, effect) => {
    expect(planEffect(planOf(change)).effect).toBe(effect);
  });
});

describe('a plan is harsh', () => {
  it('when a link would expire sooner', () => {
    const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at: 1 } } as const;
    expect(planEffect(planOf(change)).isHarsh).toBe(false);
    expect(planEffect(planOf(change, { sooner: 1 })).isHarsh).toBe(true);
    expect(planEffect(planOf(undo, { sooner: 1 })).isHarsh).toBe(true);
  });

  it('when links are closed, by name or by taking a reopening back', () => {
    const closing = [row([{ field: 'status', before: 'open', after: 'closed' }])];
    expect(planEffect(planOf({ verb: 'close' }, { sample: closing })).isHarsh).toBe(true);
    expect(planEffect(planOf(undo, { sample: closing })).isHarsh).toBe(true);
  });

  it('never when links are opened again', () => {
    const opening = [row([{ field: 'status', before: 'closed', after: 'open' }])];
    expect(planEffect(planOf({ verb: 'reopen' }, { sample: opening })).isHarsh).toBe(false);
  });
});
