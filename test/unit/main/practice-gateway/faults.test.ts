import { describe, expect, it } from 'vitest';
import { followFaults, type FaultRule, type Faults } from '../../../../main/practice-gateway/faults';

const check = { command: 'check', linkId: '1' } as const;

function pattern(rule: FaultRule, seed = 1): string {
  const strike = followFaults({ error5xx: rule }, seed);
  const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
  return numbers.map((number) => (strike({ ...check, number }).has('error5xx') ? 'x' : '.')).join('');
}

/** Which of each link's requests are struck, and with which wait, when the links' requests come in the given order. */
function struckInOrder(order: readonly string[], faults: Faults, seed = 5): Record<string, string[]> {
  const strike = followFaults(faults, seed);
  const told: Record<string, string[]> = {};
  for (const linkId of order) {
    const of = (told[linkId] ??= []);
    const struck = strike({ command: 'update', linkId, number: of.length + 1 });
    of.push([...struck].map(([name, { ms }]) => `${name} ${String(ms ?? '')}`).join());
  }
  return told;
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

  it('repeats a share of faults for the same seed, and draws another for another seed', () => {
    expect(pattern({ rate: 0.5 }, 3)).toBe(pattern({ rate: 0.5 }, 3));
    expect(pattern({ rate: 0.5 }, 3)).toMatch(/^(?=.*x)(?=.*\.)/);
    expect(pattern({ rate: 0.5 }, 3)).not.toBe(pattern({ rate: 0.5 }, 4));
  });

  it('strikes about the share that it is told', () => {
    const strike = followFaults({ dropAfter: { rate: 0.3 } }, 7);
    const targets = Array.from({ length: 2000 }, (_, index) => ({
      ...check,
      linkId: `25010000000${String(index % 50)}`,
      number: 1 + Math.floor(index / 50),
    }));
    const struck = targets.filter((target) => strike(target).has('dropAfter')).length;
    expect(struck / targets.length).toBeGreaterThan(0.26);
    expect(struck / targets.length).toBeLessThan(0.34);
  });

  it('strikes the same requests of each link however those of others come between', () => {
    const faults = {
      latency: { ms: 5, upToMs: 50, rate: 0.5 },
      dropBefore: { rate: 0.3 },
      error5xx: { every: 3, perLink: true },
    };
    const links = ['a', 'b', 'c'];
    const inTurn = Array.from({ length: 30 }, (_, index) => links[index % 3] ?? '');
    const oneByOne = [...inTurn].sort();
    expect(struckInOrder(oneByOne, faults)).toEqual(struckInOrder(inTurn, faults));
    expect(struckInOrder(inTurn, faults, 6)).not.toEqual(struckInOrder(inTurn, faults));
  });

  it('draws a wait between its two bounds', () => {
    const strike = followFaults({ latency: { ms: 20, upToMs: 30 } }, 1);
    const waits = Array.from(
      { length: 50 },
      (_, index) => strike({ ...check, number: index }).get('latency')?.ms,
    );
    expect(waits.every((ms) => ms !== undefined && ms >= 20 && ms < 30)).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(3);
  });

  it('counts only the requests a rule is meant for', () => {
    const strike = followFaults({ dropAfter: { linkIds: ['2'], next: 1 } }, 1);
    expect(strike({ ...check, number: 1 }).has('dropAfter')).toBe(false);
    expect(strike({ ...check, linkId: '2', number: 1 }).has('dropAfter')).toBe(true);
  });
});
