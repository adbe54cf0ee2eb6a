import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Benchmark } from './benchmark';
import { runSide, runSqliteCsv, type SideResult } from './export-side/run-side';
import type { SideName } from './export-side/sides';
import type { LinkData } from './link-data/link-data';

type Peer = Exclude<SideName, 'our csv' | 'our xml'> | 'sqlite3';

interface Comparison extends Pick<Benchmark, 'name' | 'unit' | 'peerName' | 'budget' | 'limit' | 'once'> {
  readonly ours: 'our csv' | 'our xml';
  readonly peer: Peer;
}

const csv = { ours: 'our csv', unit: 'ms' } as const;
const xml = { ours: 'our xml', unit: 'ms' } as const;
const memory = { unit: 'MB', once: true, limit: 200 } as const;

const comparisons: readonly Comparison[] = [
  {
    ...{ name: 'export csv: sqlite3', ...csv, peer: 'sqlite3', budget: 2.2 },
    peerName: 'sqlite3 -csv, from a plain file',
  },
  { name: 'export csv: DuckDB', ...csv, peer: 'duckdb copy', peerName: 'DuckDB COPY, from its own file' },
  { name: 'export csv: fast-csv', ...csv, peer: 'fast-csv', peerName: 'fast-csv 5 format', budget: 1 },
  {
    ...{ name: 'export csv: peak memory', ...csv, ...memory, peer: 'fast-csv' },
    peerName: 'fast-csv 5 format',
  },
  {
    ...{ name: 'export xml: by hand', ...xml, peer: 'xml by hand', budget: 1.3 },
    peerName: 'hand-written strings',
  },
  {
    ...{ name: 'export xml: fast-xml-parser', ...xml, peer: 'fast-xml-parser', budget: 1 },
    peerName: 'fast-xml-parser 5 builder',
  },
  {
    ...{ name: 'export xml: peak memory', ...xml, ...memory, peer: 'xml by hand' },
    peerName: 'hand-written strings',
  },
];

const hasSqlite = spawnSync('sqlite3', ['-version']).status === 0;

/** Whole exports of the encrypted cache against tools that write the same columns; each side runs in a process of its own. */
export function exportBenchmarks(data: LinkData): readonly Benchmark[] {
  // Where there is no such command (on Windows), there is nothing to compare with.
  const possible = comparisons.filter(({ peer }) => hasSqlite || peer !== 'sqlite3');
  return possible.map(({ ours, peer, ...benchmark }) => ({
    ...benchmark,
    prepare: async () => {
      const cache = await data.file();
      const other =
        peer === 'sqlite3' ? await data.plain() : peer === 'duckdb copy' ? await data.duckFile() : cache;
      const target = path.join(path.dirname(cache), `${ours}.out`);
      const told = ({ ms, peakMb }: SideResult) => (benchmark.unit === 'MB' ? peakMb : ms);
      return {
        ours: async () => told(await runSide(ours, { cache, target })),
        peer: async () =>
          told(
            peer === 'sqlite3'
              ? await runSqliteCsv(other, target)
              : await runSide(peer, { cache: other, target }),
          ),
        dispose: async () => {
          await rm(target, { force: true });
          await rm(`${target}.summary.json`, { force: true });
        },
      };
    },
  }));
}
