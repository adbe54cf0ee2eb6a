import { describe, expect, it } from 'vitest';
import type { Benchmark } from '../../bench/benchmark';
import { compare, measure } from '../../bench/compare';
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

describe('compare', () => {
  it('warms up, then runs both sides in turn, each once more before it counts, and compares their medians', async () => {
    const afterAnother = (values: readonly number[]) => values.flatMap((value) => [500, value]);
    const { benchmark, order, isDisposed } = scripted(
      [99, ...afterAnother([11, 10, 12, 11, 11, 11, 90])],
      [99, ...afterAnother([10, 10, 10, 10, 10, 10, 10])],
    );
    const result = await compare(benchmark, 500);
    expect(order.join('')).toBe(`AB${'AABB'.repeat(7)}`);
    expect(result).toEqual({
      ...{ name: 'export csv', n: 500, unit: 'ms', peerName: 'somebody', budget: 1.1 },
      ...{ ours: 11, p95: 90, peer: 10, peerP95: 10, ratio: 1.1, ok: true },
    });
    expect(isDisposed()).toBe(true);
  });

  it('is not content above the budget', async () => {
    const { benchmark } = scripted(Array<number>(15).fill(12), Array<number>(15).fill(10));
    expect((await compare(benchmark, 1)).ok).toBe(false);
  });

  it('is not content when a twentieth of ours is above the limit, however slow the peer is', async () => {
    const { benchmark } = scripted([], []);
    const twenty = [...Array<number>(19).fill(10), 70];
    const run = (ours: number[]) =>
      compare(
        {
          ...{ name: 'page', unit: 'ms', peerName: 'somebody', limit: 60 },
          prepare: async (rows) => ({
            ...(await benchmark.prepare(rows)),
            ours: () => Promise.resolve(ours),
            peer: () => Promise.resolve(900),
          }),
        },
        1,
      );
    expect(await run(twenty)).toMatchObject({ ours: 10, p95: 10, limit: 60, ok: true });
    expect(await run([...twenty, 70])).toMatchObject({ ours: 10, p95: 70, ratio: 0.011, ok: false });
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
      n: 5,
      unit: 'ms',
      ours: 1,
      p95: 2,
      peer: 100,
      peerP95: 101,
      peerName: 'p',
      ratio: 0.01,
      budget: 1,
      ok: true,
    } as const;
    const lines = resultTable([result, { ...result, name: 'longer', limit: 1.5, ok: false }]).split('\n');
    expect(lines[1]).toBe('a          5  1.0 ms  2.0 ms          100.0 ms   0.01    1.00  yes  p');
    expect(lines[2]).toBe('longer     5  1.0 ms  2.0 ms  1.5 ms  100.0 ms   0.01    1.00   NO  p');
  });

  it('shows no ratio to nothing and no budget where there is none', () => {
    const frames = {
      ...{ name: 'a', n: 5, unit: 'frames' as const, ours: 1, p95: 1, peer: 0, peerP95: 0 },
      ...{ peerName: 'p', ratio: null, ok: true },
    } as const;
    expect(resultTable([frames]).split('\n')[1]).toMatch(/ 0\.0 frames +- +yes /);
  });
});
