import { describe, expect, it } from 'vitest';
import {
  readBounds,
  readDecimal,
  typedBounds,
} from '../../../../../../renderer/features/links/filters/bounds';

const inside = { isAbove: false, isBelow: false };

describe('typed bounds', () => {
  it.each([
    ['500', '500'],
    [' 007.50 ', '7.5'],
    ['1,500', '1500'],
    ['٥٠٠', '500'],
    ['.5', '0.5'],
  ])('reads %j as %s', (typed, canonical) => {
    expect(readDecimal(typed)).toBe(canonical);
  });

  it.each(['', 'x', '-5', '>5', '1..5', '5 KWD', '1'.repeat(16)])(
    'does not take %j for a number',
    (typed) => {
      expect(readDecimal(typed)).toBeUndefined();
    },
  );

  it('makes a filter of the bounds that are given', () => {
    expect(readBounds({ lower: '5', upper: '' }, inside)).toEqual({ ok: true, value: { from: '5' } });
    expect(readBounds({ lower: ' ', upper: '9' }, inside)).toEqual({ ok: true, value: { until: '9' } });
    expect(readBounds({ lower: '', upper: '' }, inside)).toEqual({ ok: true, value: {} });
  });

  it('keeps bounds outside that were outside', () => {
    const filter = { above: '5', below: '9' };
    const kinds = { isAbove: true, isBelow: true };
    expect(readBounds(typedBounds(filter), kinds)).toEqual({ ok: true, value: filter });
  });

  it('names the field that is wrong', () => {
    expect(readBounds({ lower: 'a', upper: 'b' }, inside)).toEqual({
      ok: false,
      lower: 'not-a-number',
      upper: 'not-a-number',
    });
    expect(readBounds({ lower: '10', upper: '9' }, inside)).toEqual({ ok: false, upper: 'reversed' });
  });
});
