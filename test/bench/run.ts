// npm run bench -- --rows 100000 --only <part of a name> --json out/bench.json
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkResult } from './benchmark';
import { compare } from './compare';
import { editMemoryBenchmark } from './edit-memory.bench';
import { editThroughputBenchmark } from './edit-throughput.bench';
import { exportCsvBenchmark } from './export-csv.bench';
import { exportCsvByHandBenchmark } from './export-csv-by-hand.bench';
import { exportMemoryBenchmark } from './export-memory.bench';
import { exportXmlBenchmark } from './export-xml.bench';
import { failingEditBenchmark } from './failing-edit.bench';
import { benchmarks as linkQueryBenchmarks } from './link-query.bench';
import { resultTable } from './result-table';

const benchmarks: readonly Benchmark[] = [
  exportCsvBenchmark,
  exportCsvByHandBenchmark,
  exportXmlBenchmark,
  exportMemoryBenchmark,
  ...linkQueryBenchmarks,
  editThroughputBenchmark,
  failingEditBenchmark,
  editMemoryBenchmark,
];

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});
const rows = Number(values.rows);
const chosen = benchmarks.filter(({ name }) => name.includes(values.only));

if (!Number.isSafeInteger(rows) || rows < 1) throw new Error('--rows takes a whole number from 1.');
if (chosen.length === 0) {
  throw new Error(
    `No benchmark is named like that. There are: ${benchmarks.map(({ name }) => name).join(', ')}`,
  );
}

const results: BenchmarkResult[] = [];
for (const benchmark of chosen) results.push(await compare(benchmark, rows));

console.log(resultTable(results));
if (values.json !== undefined) {
  await mkdir(path.dirname(path.resolve(values.json)), { recursive: true });
  await writeFile(values.json, `${JSON.stringify(results, null, 2)}\n`);
}
