import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { heldBy } from '../process-memory';
import type { SideFiles, SideName } from './sides';

const run = promisify(execFile);

export interface SideResult {
  readonly ms: number;
  readonly peakMb: number;
}

/** Runs one side in a process of its own; starting Node and opening the cache are not measured. */
export async function runSide(name: SideName, { cache, target }: SideFiles): Promise<SideResult> {
  const { stdout } = await run(process.execPath, [inRepo('out/tools/export-side.js'), name, cache, target]);
  await settle(target);
  // Our own process wrote it.
  return JSON.parse(stdout) as SideResult;
}

/** What a side left to the system to write would else be paid by whoever is measured next: ours forces its file to the disk. */
async function settle(target: string): Promise<void> {
  const file = await open(target, 'r+');
  await file.sync().finally(() => file.close());
}

const lookEveryMs = 50;

/** The sqlite3 command writes a table of a plain file as CSV; the whole process is measured. */
export async function runSqliteCsv(plain: string, target: string): Promise<SideResult> {
  const file = await open(target, 'w');
  const startedAt = performance.now();
  const sql = 'SELECT * FROM link ORDER BY key';
  const child = spawn('sqlite3', ['-header', '-csv', plain, sql], { stdio: ['ignore', file.fd, 'inherit'] });
  let peakMb = 0;
  const looking = setInterval(() => {
    if (child.pid === undefined) return;
    // A process that has ended is not there to be looked at.
    heldBy(child.pid).then(
      (held) => (peakMb = Math.max(peakMb, held)),
      () => undefined,
    );
  }, lookEveryMs);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`sqlite3 ended with ${String(code)}.`);
    const ms = performance.now() - startedAt;
    await settle(target);
    return { ms, peakMb };
  } finally {
    clearInterval(looking);
    await file.close();
  }
}
