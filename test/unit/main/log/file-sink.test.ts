import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createFileSink } from '../../../../main/log/file-sink';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-log-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('createFileSink', () => {
  it('has everything on disk, in order, when it is closed', async () => {
    const sink = createFileSink({ folder, name: 'desk.log', maxBytes: 1_000_000, keep: 2 });
    const lines = Array.from({ length: 500 }, (_, index) => `line ${String(index)}\n`);
    for (const line of lines) sink.write(line);
    await sink.close();
    expect(read('desk.log')).toBe(lines.join(''));
  });

  it('makes its folder and goes on with the file of an earlier run', async () => {
    const inner = join(folder, 'logs');
    for (const line of ['first\n', 'second\n']) {
      const sink = createFileSink({ folder: inner, name: 'desk.log', maxBytes: 1_000, keep: 2 });
      sink.write(line);
      await sink.close();
    }
    expect(read('logs/desk.log')).toBe('first\nsecond\n');
  });

  it('starts a new file when one is full and keeps only so many', async () => {
    const sink = createFileSink({ folder, name: 'desk.log', maxBytes: 10, keep: 2 });
    for (const line of ['one....\n', 'two....\n', 'three..\n', 'four...\n']) {
      sink.write(line);
      await sink.close();
    }
    expect(readdirSync(folder).sort()).toEqual(['desk.log', 'desk.log.1', 'desk.log.2']);
    expect([read('desk.log'), read('desk.log.1'), read('desk.log.2')]).toEqual([
      'four...\n',
      'three..\n',
      'two....\n',
    ]);
  });

  it('never outgrows its limit when many lines come at once', async () => {
    const sink = createFileSink({ folder, name: 'desk.log', maxBytes: 100, keep: 50 });
    for (let index = 0; index < 100; index += 1) sink.write('nine char\n');
    await sink.close();
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
    expect(readdirSync(folder)).toHaveLength(10);
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read the file', async () => {
    const sink = createFileSink({ folder, name: 'desk.log', maxBytes: 100, keep: 1 });
    sink.write('x\n');
    await sink.close();
    expect(statSync(join(folder, 'desk.log')).mode & 0o077).toBe(0);
  });

  it('tells once that it cannot write, and does not throw', async () => {
    writeFileSync(join(folder, 'file'), '');
    const failures: unknown[] = [];
    const sink = createFileSink({
      folder: join(folder, 'file'),
      name: 'desk.log',
      maxBytes: 100,
      keep: 1,
      onFailure: (error) => failures.push(error),
    });
    sink.write('a\n');
    await sink.close();
    sink.write('b\n');
    await sink.close();
    expect(failures).toHaveLength(1);
  });
});
