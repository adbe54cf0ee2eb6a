import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from './paths.mjs';

/** Where the program lies inside the runtime's folder. @type {Partial<Record<NodeJS.Platform, string>>} */
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** Smaller files are stubs: a real runtime's program has well over a hundred megabytes, the macOS launcher some tens of kilobytes. */
const leastBytes = process.platform === 'darwin' ? 20_000 : 1_000_000;

/** @param {string} path */
const text = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined);

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Electron's runtime, if it is installed. Looks at files only: importing the `electron` package from Node starts a download
 * when the runtime is missing, which can hang behind a firewall. Honours ELECTRON_OVERRIDE_DIST_PATH.
 * @param {{ packageDir?: string, env?: Readonly<Record<string, string | undefined>> }} [where]
 * @returns {{ path: string, version: string } | { missing: string }}
 */
export function findElectronRuntime({
  packageDir = inRepo('node_modules/electron'),
  env = process.env,
} = {}) {
  const manifest = text(join(packageDir, 'package.json'));
  if (!manifest) return { missing: 'the electron package is not installed' };
  /** @type {{ version: string }} */
  const { version } = JSON.parse(manifest);
  const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || join(packageDir, 'dist');
  const path = join(dist, programs[process.platform] ?? 'electron');
  if (!existsSync(path)) return { missing: `no Electron runtime in ${dist}` };
  if (!isExecutable(path)) return { missing: `${path} is not executable` };
  if (statSync(path).size < leastBytes) return { missing: `${path} is too small to be Electron` };
  const found = text(join(dist, 'version'))?.replace(/^v/, '');
  if (found !== version)
    return { missing: `the runtime in ${dist} is ${found ?? 'of unknown version'}, not ${version}` };
  return { path, version };
}
