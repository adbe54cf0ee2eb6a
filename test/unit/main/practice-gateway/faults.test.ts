import { describe, expect, it } from 'vitest';
import { followFaults, type FaultRule } from '../../../../main/practice-gateway/faults';
import { seededRandom } from '../../../../main/practice-gateway/seeded-random';

const check = { command: 'check', linkId: '1' } as const;

function pattern(rule: FaultRule, seed = 1): string {
  const strike = followFaults({ error5xx: rule }, seededRandom(seed));
  return Array.from({ length: 10 }, () => (strike(check).has('error5xx') ? 'x' : '.')).join('');
}

describe('followFaults', () => {
  it.each([
    [{}, 'xxxxxxxxxx'],
    [{ next: 2 }, 'xx........'],
    [{ every: 3 }, '..x..x..x.'],
    [{ rate: 0 }, '..........'],
    [{ rate: 1 }, 'xxxxxxxxxx'],
    [{ command: 'update' }, '..........'],
    [{ linkIds: ['2'] }, '..........'],
    [{ linkIds: ['1'], next: 1 }, 'x.........'],
  ] as const)('follows %o', (rule, expected) => {
    expect(pattern(rule)).toBe(expected);
  });

  it('repeats a share of faults for the same seed', () => {
    expect(pattern({ rate: 0.5 }, 3)).toBe(pattern({ rate: 0.5 }, 3));
    expect(pattern({ rate: 0.5 }, 3)).toMatch(/^(?=.*x)(?=.*\.)/);
  });

  it('counts only the requests a rule is meant for', () => {
    const strike = followFaults({ dropAfter: { linkIds: ['2'], next: 1 } }, seededRandom(1));
    expect(strike(check).has('dropAfter')).toBe(false);
    expect(strike({ ...check, linkId: '2' }).has('dropAfter')).toBe(true);
  });
});
