import { describe, expect, it } from 'vitest';
import {
  currencyOf,
  firstDraft,
  readDraft,
  type BulkDraft,
  type DraftContext,
} from '../../../../../../renderer/features/jobs/bulk-edit/bulk-draft';

const zone = 'Asia/Kuwait';
const now = Date.parse('2026-11-20T12:00:00Z');
const sum = (currency: string, count: number) => ({ currency, count, totalMinor: '0' });
const context: DraftContext = {
  now,
  zone,
  businessDays: { weekend: 'fri-sat', holidays: [] },
  providers: ['aps', 'ahrvo'],
  currencies: [sum('USD', 3), sum('KWD', 9)],
};
const read = (part: Partial<BulkDraft>, about: Partial<DraftContext> = {}) =>
  readDraft({ ...firstDraft('set-expiry', now, zone), ...part }, { ...context, ...about });

describe('a bulk change', () => {
  it('of the expiry can be planned at once', () => {
    expect(read({})).toMatchObject({
      ok: true,
      change: { verb: 'set-expiry', expiry: { kind: 'absolute' } },
    });
  });

  it.each(['close', 'reopen'] as const)('that is %s needs nothing more', (verb) => {
    expect(read({ verb })).toEqual({ ok: true, change: { verb } });
  });
});

describe('a new amount', () => {
  const amount = (text: string, part: Partial<BulkDraft> = {}, about: Partial<DraftContext> = {}) =>
    read({ verb: 'set-amount', amount: text, ...part }, about);

  it('is in the most frequent currency of the selection, until another one is chosen', () => {
    expect(amount('12.345')).toEqual({
      ok: true,
      change: { verb: 'set-amount', amount: { amountMinor: 12_345, currency: 'KWD' } },
    });
    expect(amount('12.34', { currency: 'USD' })).toMatchObject({
      change: { amount: { amountMinor: 1234, currency: 'USD' } },
    });
  });

  it('is never in a currency the selection does not have', () => {
    const draft = { ...firstDraft('set-amount', now, zone), currency: 'EUR' };
    expect(currencyOf(draft, context.currencies)).toBe('KWD');
    expect(currencyOf(draft, [])).toBeUndefined();
    expect(amount('5', {}, { currencies: [] })).toEqual({
      ok: false,
      problem: { kind: 'currency-missing' },
    });
  });

  it('keeps to the decimals of its currency', () => {
    expect(amount('1.2345')).toEqual({
      ok: false,
      problem: { kind: 'amount', problem: 'too-many-decimals' },
    });
    expect(amount('1.345', { currency: 'USD' })).toMatchObject({
      problem: { problem: 'too-many-decimals' },
    });
  });

  it.each(['0', '0.000'])('is refused when it is %s', (text) => {
    expect(amount(text)).toEqual({ ok: false, problem: { kind: 'amount-zero' } });
  });

  it('is refused when no provider takes so much', () => {
    expect(amount('9999999.999')).toMatchObject({ ok: true });
    expect(amount('10000000')).toEqual({ ok: false, problem: { kind: 'amount-too-large' } });
  });

  it('is left to the plan where no connection can set amounts: that says so row by row', () => {
    expect(amount('10000000', {}, { providers: ['ahrvo'] })).toMatchObject({ ok: true });
  });
});

describe('a new order text', () => {
  const text = (orderText: string, about: Partial<DraftContext> = {}) =>
    read({ verb: 'set-order-text', orderText }, about);

  it('is sent without blanks around it', () => {
    expect(text('  Invoice 7/2026 ')).toEqual({
      ok: true,
      change: { verb: 'set-order-text', orderText: 'Invoice 7/2026' },
    });
  });

  it('cannot be empty', () => {
    expect(text('   ')).toEqual({ ok: false, problem: { kind: 'text-empty' } });
  });

  it('keeps to the length and the symbols of the provider', () => {
    expect(text('a'.repeat(150))).toMatchObject({ ok: true });
    expect(text('a'.repeat(151))).toEqual({
      ok: false,
      problem: { kind: 'text', problem: { kind: 'too-long', maxLength: 150 } },
    });
    expect(text('50% off')).toEqual({
      ok: false,
      problem: { kind: 'text', problem: { kind: 'symbol-not-allowed', symbol: '%' } },
    });
  });

  it('is left to the plan where no connection can set texts', () => {
    expect(text('50% off', { providers: ['ahrvo'] })).toMatchObject({ ok: true });
  });
});
