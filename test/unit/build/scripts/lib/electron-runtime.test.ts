import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findElectronRuntime } from '../../../../../build/scripts/lib/electron-runtime.mjs';

const program =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ??
  'electron';

let packageDir: string;
beforeEach(() => {
  packageDir = mkdtempSync(join(tmpdir(), 'electron-package-'));
  writeFileSync(join(packageDir, 'package.json'), JSON.stringify({ version: '45.4.1' }));
});

function installRuntime(at: string, { bytes = 2_000_000, version = 'v45.4.1' } = {}): string {
  const path = join(at, program);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.alloc(bytes));
  chmodSync(path, 0o755);
  writeFileSync(join(at, 'version'), version);
  return path;
}

const find = (env: Record<string, string> = {}) => findElectronRuntime({ packageDir, env });

describe('findElectronRuntime', () => {
  it('finds a runtime of the version of the package', () => {
    const path = installRuntime(join(packageDir, 'dist'));
    expect(find()).toEqual({ path, version: '45.4.1' });
  });

  it('says that the package was never given a runtime', () => {
    expect(find()).toEqual({ missing: `no Electron runtime in ${join(packageDir, 'dist')}` });
  });

  it('refuses a runtime of another version', () => {
    installRuntime(join(packageDir, 'dist'), { version: 'v44.0.0' });
    expect(find()).toEqual({ missing: expect.stringContaining('is 44.0.0, not 45.4.1') as string });
  });

  it('refuses a stub', () => {
    installRuntime(join(packageDir, 'dist'), { bytes: 100 });
    expect(find()).toEqual({ missing: expect.stringContaining('too small') as string });
  });

  it.skipIf(process.platform === 'win32')('refuses a file that cannot be run', () => {
    chmodSync(installRuntime(join(packageDir, 'dist')), 0o644);
    expect(find()).toEqual({ missing: expect.stringContaining('not executable') as string });
  });

  it('looks where ELECTRON_OVERRIDE_DIST_PATH points', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'electron-dist-'));
    const path = installRuntime(elsewhere);
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toEqual({ path, version: '45.4.1' });
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: join(elsewhere, 'none') })).toHaveProperty('missing');
  });

  it('says that the package is not installed', () => {
    expect(findElectronRuntime({ packageDir: '/nowhere', env: {} })).toEqual({
      missing: 'the electron package is not installed',
    });
  });
});
