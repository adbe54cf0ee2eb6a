import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import type { SideName } from './sides';

const run = promisify(execFile);

export interface SideResult {
  readonly rows: number;
  readonly ms: number;
  readonly peakMb: number;
  readonly longestTurnMs: number;
}

let caches = 0;

/** Runs one side on a file in a process of its own; a side that did not see every row fails. */
export async function runSide(name: SideName, file: string, rows: number): Promise<SideResult> {
  caches += 1;
  const cache = path.join(path.dirname(file), `cache-${process.pid}-${caches}.db`);
  try {
    const { stdout } = await run(process.execPath, [inRepo('out/tools/import-side.js'), name, file, cache]);
    // Our own process wrote it.
    const result = JSON.parse(stdout) as SideResult;
    if (result.rows !== rows) throw new Error(`${name} saw ${result.rows} of ${rows} rows.`);
    return result;
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(cache + end, { force: true });
  }
}
