// npm run bench -- --rows 100000 --only <part of a name> [--only <another>] --json out/bench.json --data <folder>
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { allBenchmarks } from './all-benchmarks';
import type { BenchmarkResult } from './benchmark';
import { compare } from './compare';
import { createLinkData } from './link-data/link-data';
import { resultTable } from './result-table';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    only: { type: 'string', multiple: true, default: [''] },
    json: { type: 'string' },
    // Keeps the prepared rows for later runs: making a million takes minutes.
    data: { type: 'string' },
  },
});
const rows = Number(values.rows);
if (!Number.isSafeInteger(rows) || rows < 1) throw new Error('--rows takes a whole number from 1.');

const data = createLinkData({ rows, folder: values.data });
const benchmarks = allBenchmarks(data, values.data);
const chosen = benchmarks.filter(({ name }) => values.only.some((part) => name.includes(part)));
if (chosen.length === 0) {
  throw new Error(
    `No benchmark is named like that. There are: ${benchmarks.map(({ name }) => name).join(', ')}`,
  );
}

const results: BenchmarkResult[] = [];
try {
  for (const benchmark of chosen) {
    console.error(benchmark.name);
    results.push(await compare(benchmark, rows));
  }
} finally {
  await data.dispose();
}

console.log(resultTable(results));
if (values.json !== undefined) {
  await mkdir(path.dirname(path.resolve(values.json)), { recursive: true });
  await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
}
