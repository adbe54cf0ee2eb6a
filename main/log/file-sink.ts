import { appendFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { LogSink } from './logger';

export interface FileSinkOptions {
  readonly folder: string;
  /** The name of the newest file; older ones are `<name>.1` to `<name>.<keep>`. */
  readonly name: string;
  readonly maxBytes: number;
  /** How many full files are kept beside the newest. */
  readonly keep: number;
  /** Told once when lines cannot be written. The application goes on without a log. */
  readonly onFailure?: (error: unknown) => void;
}

/** Lines that may wait for a slow disk; beyond it the oldest are given up. */
const MAX_WAITING = 10_000;

/** Appends lines to a file only this user may read, and starts a new one when it is full. */
export function createFileSink(options: FileSinkOptions): LogSink {
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;
  let failed = false;

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      try {
        await append(lines, options);
      } catch (error) {
        if (!failed) options.onFailure?.(error);
        failed = true;
      }
    }
    writing = undefined;
  };

  return {
    write: (line) => {
      waiting.push(line);
      if (waiting.length > MAX_WAITING) waiting.shift();
      writing ??= Promise.resolve().then(drain);
    },
    close: async () => writing,
  };
}

async function append(
  lines: readonly string[],
  { folder, name, maxBytes, keep }: FileSinkOptions,
): Promise<void> {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let size = await sizeOf(file);
  for (let next = 0; next < lines.length;) {
    const fitting = fittingLines(lines.slice(next), maxBytes - size);
    // A line longer than a whole file still gets one.
    const batch = fitting.length === 0 && size === 0 ? lines.slice(next, next + 1) : fitting;
    if (batch.length > 0) await appendFile(file, batch.join(''), { mode: 0o600 });
    next += batch.length;
    if (next < lines.length) {
      await rotate(file, keep);
      size = 0;
    }
  }
}

/** The first lines that together stay within so many bytes. */
function fittingLines(lines: readonly string[], room: number): readonly string[] {
  let bytes = 0;
  const end = lines.findIndex((line) => (bytes += Buffer.byteLength(line)) > room);
  return end === -1 ? lines : lines.slice(0, end);
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

/** Moves every file one number up; the one past the last goes. */
async function rotate(file: string, keep: number): Promise<void> {
  await rm(`${file}.${String(keep)}`, { force: true });
  for (let number = keep - 1; number >= 0; number -= 1) {
    const from = number === 0 ? file : `${file}.${String(number)}`;
    if (number > 0 && (await sizeOf(from)) === 0) continue;
    await rename(from, `${file}.${String(number + 1)}`);
  }
}
