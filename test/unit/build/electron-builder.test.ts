import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';

interface FileSet {
  readonly from: string;
  readonly to: string;
  readonly filter?: readonly string[];
}

interface PlatformPart {
  readonly files: readonly FileSet[];
  readonly icon: string;
}

type InstallerConfig = Readonly<Record<'win' | 'mac' | 'linux', PlatformPart>> & {
  /** Plain patterns, which electron-builder's reader gathers in one set. */
  readonly files: readonly { readonly filter: readonly string[] }[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
};

/** electron-builder's own reader and validator, so that no network and no Electron is needed. */
interface BuilderConfigModule {
  getConfig: (projectDir: string, configPath: string, request: object) => Promise<InstallerConfig>;
  validateConfiguration: (config: unknown, debugLogger: { add: () => void }) => Promise<void>;
}

const fromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const builder = fromBuilder('app-builder-lib/out/util/config/config') as BuilderConfigModule;

const config = await builder.getConfig(inRepo(), inRepo('electron-builder.yml'), {});
const validate = (candidate: unknown): Promise<void> =>
  builder.validateConfiguration(candidate, { add: () => undefined });

describe('electron-builder.yml', () => {
  it('follows the schema of the installed electron-builder', async () => {
    await expect(validate(config)).resolves.toBeUndefined();
  });

  it('would be refused with a setting that electron-builder does not know', async () => {
    await expect(validate({ ...config, asarr: true })).rejects.toThrow(/asarr/);
  });

  it('switches on every fuse that hardens the application', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it.each([
    ['win', 'win32', ['x64', 'arm64']],
    ['mac', 'darwin', ['x64', 'arm64']],
    ['linux', 'linux', ['x64', 'arm64']],
  ] as const)('ships for %s the binaries of both native packages', (platform, system, architectures) => {
    for (const arch of architectures) {
      const sets = config[platform].files.map((set) => ({
        from: set.from.replace('${arch}', arch),
        names: (set.filter ?? []).map((name) => name.replace('${arch}', arch)),
      }));
      const keytar = `node_modules/keytar/prebuilds/${system}-${arch}`;
      expect(sets.map((set) => set.from)).toContain(keytar);
      expect(existsSync(inRepo(keytar, 'keytar.node'))).toBe(true);
      const database = sets.find((set) => set.from.endsWith('ciphers/prebuilds'));
      expect(database?.names).toEqual([`${system}-${arch}.node`]);
      expect(existsSync(inRepo(database?.from ?? '', database?.names[0] ?? ''))).toBe(true);
    }
    expect(existsSync(inRepo(config[platform].icon))).toBe(true);
  });

  it('names every native package that is not bundled', () => {
    const { dependencies } = JSON.parse(readFileSync(inRepo('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const shipped = new Set(config.win.files.map((set) => set.from.split('/')[1]));
    expect([...shipped].sort()).toEqual(Object.keys(dependencies).sort());
  });

  it('ships only what is compiled, and no source maps', () => {
    const patterns = config.files.flatMap((set) => set.filter);
    expect(patterns.filter((pattern) => !pattern.startsWith('!'))).toEqual([
      'package.json',
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'out/assets/**',
    ]);
    expect(patterns).toContain('!out/**/*.map');
  });
});
