import { describe, expect, it } from 'vitest';
import { median, percentile95, ratioOf } from '../../bench/statistics';

describe('median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });
});

describe('percentile95', () => {
  it('leaves out a twentieth of many values and none of few', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile95(hundred)).toBe(95);
    expect(percentile95([3, 9, 1])).toBe(9);
  });
});

describe('ratioOf', () => {
  it('is no number against nothing, unless both are nothing', () => {
    expect(ratioOf(3, 2)).toBe(1.5);
    expect(ratioOf(0, 0)).toBe(1);
    expect(ratioOf(1, 0)).toBeNull();
  });
});
