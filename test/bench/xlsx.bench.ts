import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Benchmark } from './benchmark';
import { runXlsxSide, type XlsxResult, type XlsxTask } from './xlsx-side/run-xlsx-side';

const peerName = 'excelts 10, streamed';

interface Comparison extends Pick<Benchmark, 'name' | 'unit' | 'budget' | 'limit'> {
  readonly ours: XlsxTask;
  readonly peer: XlsxTask;
}

const writing = { ours: 'write-ours', peer: 'write-excelts' } as const;
const reading = { ours: 'read-ours', peer: 'read-excelts' } as const;

const comparisons: readonly Comparison[] = [
  { name: 'xlsx out', unit: 'ms', budget: 0.6, ...writing },
  { name: 'xlsx out: peak memory', unit: 'MB', limit: 400, ...writing },
  { name: 'xlsx in: records', unit: 'ms', budget: 1, ...reading },
  { name: 'xlsx in: peak memory', unit: 'MB', limit: 400, ...reading },
];

/** Results by task and rows: time and memory are of the same run, because one takes minutes. */
const known = new Map<string, Promise<XlsxResult>>();

function resultOf(task: XlsxTask, file: string, rows: number): Promise<XlsxResult> {
  const key = `${task} ${rows}`;
  const result = known.get(key) ?? runXlsxSide(task, file, rows);
  known.set(key, result);
  return result;
}

async function prepare({ unit, ours, peer }: Comparison, rows: number) {
  const folder = await mkdtemp(path.join(tmpdir(), 'desk-bench-'));
  const source = path.join(folder, 'source.xlsx');
  if (ours === 'read-ours') await runXlsxSide('write-ours', source, rows);
  const fileOf = (task: XlsxTask) => (ours === 'read-ours' ? source : path.join(folder, `${task}.xlsx`));

  async function measure(task: XlsxTask): Promise<number> {
    const result = await resultOf(task, fileOf(task), rows);
    return unit === 'MB' ? result.peakMb : result.ms;
  }

  /** Both sides must have seen the same file. */
  async function measurePeer(): Promise<number> {
    const [mine, theirs] = [
      await resultOf(ours, fileOf(ours), rows),
      await resultOf(peer, fileOf(peer), rows),
    ];
    if (mine.cells !== theirs.cells)
      throw new Error(`We read ${mine.cells} cells, the peer ${theirs.cells}.`);
    return measure(peer);
  }

  return {
    ours: () => measure(ours),
    peer: measurePeer,
    dispose: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Workbooks against a library that streams them too; each side runs in a process of its own. */
export function xlsxBenchmarks(): readonly Benchmark[] {
  return comparisons.map((comparison) => {
    const { name, unit, budget, limit } = comparison;
    return {
      ...{ name, unit, peerName, once: true },
      ...(budget === undefined ? {} : { budget }),
      ...(limit === undefined ? {} : { limit }),
      prepare: (rows) => prepare(comparison, rows),
    };
  });
}
