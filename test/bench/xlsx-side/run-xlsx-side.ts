import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';

const run = promisify(execFile);

export type XlsxTask = 'write-ours' | 'write-excelts' | 'read-ours' | 'read-excelts';

export interface XlsxResult {
  readonly ms: number;
  readonly peakMb: number;
  /** How many cells with something in them were read; 0 for a task that writes. */
  readonly cells: number;
}

/** Runs one task in a process of its own. */
export async function runXlsxSide(task: XlsxTask, file: string, rows: number): Promise<XlsxResult> {
  const { stdout } = await run(process.execPath, [
    inRepo('out/tools/xlsx-side.js'),
    task,
    file,
    String(rows),
  ]);
  // Our own process wrote it.
  return JSON.parse(stdout) as XlsxResult;
}
