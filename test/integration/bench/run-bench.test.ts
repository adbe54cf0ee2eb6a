import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../build/scripts/lib/ensure-built.mjs';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { allBenchmarks } from '../../bench/all-benchmarks';
import type { BenchmarkResult } from '../../bench/benchmark';
import { createLinkData } from '../../bench/link-data/link-data';
import { tempFolder } from '../../support/store/temp-store';

const run = promisify(execFile);
const rows = 2_000;
const minutes = 60_000;

beforeAll(async () => {
  if (!(await ensureBuilt(['main', 'tools']))) throw new Error('The benchmarks cannot be built.');
}, 3 * minutes);

describe('the benchmarks', () => {
  it(
    'all run at a small size, with both sides finding the same, and tell a figure each',
    async () => {
      const { folder, dispose } = tempFolder();
      const json = path.join(folder, 'bench.json');
      try {
        const args = [inRepo('out/tools/bench.js'), '--rows', String(rows), '--json', json];
        const { stdout } = await run(process.execPath, args);
        // Our own file; budgets are for the sizes they were set for, and for a machine that does nothing else.
        const results = JSON.parse(readFileSync(json, 'utf8')) as BenchmarkResult[];
        const names = allBenchmarks(createLinkData({ rows })).map(({ name }) => name);
        expect(results.map(({ name }) => name)).toEqual(names);
        for (const result of results) {
          expect(stdout).toContain(result.name);
          expect(result.n).toBe(rows);
          for (const value of [result.ours, result.p95, result.peer, result.peerP95]) {
            expect(value, result.name).toBeGreaterThanOrEqual(0);
          }
        }
      } finally {
        dispose();
      }
    },
    10 * minutes,
  );
});
