import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inRepo } from '../../../../../build/scripts/lib/paths.mjs';
import { fingerprint, isStale, stamp } from '../../../../../build/scripts/lib/stale.mjs';

let folder: string;
let source: string;
beforeEach(() => {
  mkdirSync(inRepo('out'), { recursive: true });
  folder = mkdtempSync(inRepo('out', 'stale-test-'));
  source = relative(inRepo(), folder);
  writeFileSync(join(folder, 'a.ts'), 'one');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(inRepo('out', '.stamps', 'stale-test'), { force: true });
});

describe('fingerprint', () => {
  it('does not depend on the time of a file', () => {
    const before = fingerprint([source]);
    utimesSync(join(folder, 'a.ts'), 1, 1);
    expect(fingerprint([source])).toBe(before);
  });

  it.each([
    ['changed content', () => writeFileSync(join(folder, 'a.ts'), 'two')],
    ['a new file', () => writeFileSync(join(folder, 'b.ts'), 'one')],
    ['a removed file', () => rmSync(join(folder, 'a.ts'))],
  ])('notices %s', (_what, change) => {
    const before = fingerprint([source]);
    change();
    expect(fingerprint([source])).not.toBe(before);
  });

  it('takes a missing path as empty', () => {
    expect(fingerprint(['no/such/folder'])).toBe(fingerprint([]));
  });
});

describe('isStale', () => {
  it('is true until the target is stamped, and again for other sources or a missing output', () => {
    const target = { name: 'stale-test', output: source };
    expect(isStale(target, 'print')).toBe(true);
    stamp('stale-test', 'print');
    expect(isStale(target, 'print')).toBe(false);
    expect(isStale(target, 'other')).toBe(true);
    expect(isStale({ ...target, output: 'out/none' }, 'print')).toBe(true);
  });
});
