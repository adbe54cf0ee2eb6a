import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../bench/benchmark';
import { compare, measure, median } from '../../bench/compare';
import { resultTable } from '../../bench/result-table';

/** A benchmark whose sides tell their own numbers, one after the other, and note when they ran. */
function scripted(ours: number[], peer: number[], budget = 1.1) {
  const order: string[] = [];
  let isDisposed = false;
  const side = (name: string, numbers: number[]) => () => {
    order.push(name);
    return Promise.resolve(numbers.shift());
  };
  const benchmark: Benchmark = {
    name: 'export csv',
    unit: 'ms',
    peerName: 'somebody',
    budget,
    prepare: () =>
      Promise.resolve({
        ours: side('A', ours),
        peer: side('B', peer),
        dispose: () => {
          isDisposed = true;
        },
      }),
  };
  return { benchmark, order, isDisposed: () => isDisposed };
}

describe('median', () => {
  it('is the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });
});

describe('compare', () => {
  it('warms up, then runs both sides in turn and compares their medians', async () => {
    const { benchmark, order, isDisposed } = scripted(
      [99, 11, 10, 12, 11, 11, 11, 90],
      [99, 10, 10, 10, 10, 10, 10, 10],
    );
    const result = await compare(benchmark, 500);
    expect(order.join('')).toBe('ABABABABABABABAB');
    expect(result).toEqual({
      ...{ name: 'export csv', rows: 500, unit: 'ms', peerName: 'somebody', budget: 1.1 },
      ...{ ours: 11, peer: 10, ratio: 1.1, ok: true },
    });
    expect(isDisposed()).toBe(true);
  });

  it('is not content above the budget', async () => {
    const { benchmark } = scripted(Array<number>(8).fill(12), Array<number>(8).fill(10));
    expect((await compare(benchmark, 1)).ok).toBe(false);
  });

  it('runs long work three times only', async () => {
    const { benchmark, order } = scripted(Array<number>(8).fill(2_500), Array<number>(8).fill(2_000));
    await measure(await benchmark.prepare(1));
    expect(order).toHaveLength(8);
  });

  it('cleans up after a failure too', async () => {
    const { benchmark, isDisposed } = scripted([], []);
    const failing: Benchmark = {
      ...benchmark,
      prepare: async (rows) => ({
        ...(await benchmark.prepare(rows)),
        ours: () => Promise.reject(new Error('broken')),
      }),
    };
    await expect(compare(failing, 1)).rejects.toThrow('broken');
    expect(isDisposed()).toBe(true);
  });
});

describe('resultTable', () => {
  it('aligns its columns', () => {
    const result = {
      name: 'a',
      rows: 5,
      unit: 'ms',
      ours: 1,
      peer: 100,
      peerName: 'p',
      ratio: 0.01,
      budget: 1,
      ok: true,
    } as const;
    const lines = resultTable([result, { ...result, name: 'longer', ok: false }]).split('\n');
    expect(lines[1]).toBe('a          5  1.0 ms  100.0 ms   0.01    1.00  yes  p');
    expect(lines[2]).toBe('longer     5  1.0 ms  100.0 ms   0.01    1.00   NO  p');
  });
});
