import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findElectronRuntime } from './electron-runtime.mjs';
import { findBrowser } from './find-browser.mjs';
import { inRepo } from './paths.mjs';
import { pinnedNode, runQuietly } from './run.mjs';

/**
 * @typedef {{ kind: 'electron', program: string, because: string }
 *   | { kind: 'browser-host', because: string }} Runtime
 */

const DOWNLOAD_LIMIT_MS = 120_000;

/** @param {string} file */
function readSetting(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Why Electron cannot start on this Linux, if so. Its renderers need either user namespaces or a helper that belongs to
 * root; switching the sandbox off is no answer for an application that handles money.
 * @param {string} program
 * @returns {Promise<string | undefined>}
 */
async function whyElectronCannotStart(program) {
  if (process.platform !== 'linux') return undefined;
  const helper = path.join(path.dirname(program), 'chrome-sandbox');
  const hasHelper =
    existsSync(helper) && statSync(helper).uid === 0 && (statSync(helper).mode & 0o4000) !== 0;
  const noNamespaces =
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1';
  if (noNamespaces && !hasHelper)
    return 'this system denies the sandbox of an Electron that is not installed';
  const { code, output } = await runQuietly('ldd', [program], { timeoutMs: 10_000 });
  const missing = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((found) => found[1]);
  return code === 0 && missing.length > 0 ? `Electron needs ${missing.join(', ')}` : undefined;
}

/** @returns {Promise<{ path: string, version: string } | { missing: string }>} */
async function findOrFetchElectron() {
  const found = findElectronRuntime();
  if (!('missing' in found)) return found;
  console.error("Fetching Electron's runtime (once) ...");
  const install = inRepo('node_modules/electron/install.js');
  const { code } = await runQuietly(pinnedNode(), [install], { timeoutMs: DOWNLOAD_LIMIT_MS });
  const fetched = findElectronRuntime();
  return code !== 0 && 'missing' in fetched ? { missing: 'its runtime could not be fetched' } : fetched;
}

/**
 * Decides what draws the window: Electron if its runtime is here or can be fetched, else an installed browser.
 * DESK_RUNTIME=browser-host asks for the browser, and nothing is fetched then.
 * @param {Readonly<Record<string, string | undefined>>} [env]
 * @returns {Promise<Runtime>}
 */
export async function chooseRuntime(env = process.env) {
  if (env['DESK_RUNTIME'] === 'browser-host')
    return { kind: 'browser-host', because: 'DESK_RUNTIME asks for it' };
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  if (isRootOnLinux)
    return {
      kind: 'browser-host',
      because: 'this is root, and Electron keeps its sandbox only for ordinary users',
    };
  const electron = await findOrFetchElectron();
  if ('missing' in electron) return { kind: 'browser-host', because: electron.missing };
  const obstacle = await whyElectronCannotStart(electron.path);
  if (obstacle !== undefined) return { kind: 'browser-host', because: obstacle };
  return { kind: 'electron', program: electron.path, because: `Electron ${electron.version} is installed` };
}

/**
 * The one line that says what runs the application and why.
 * @param {Runtime} runtime
 */
export function sayRuntime(runtime) {
  if (runtime.kind === 'electron') return `Running on Electron: ${runtime.because}.`;
  return `Running in ${findBrowser()?.name ?? 'a browser'} through the browser host: ${runtime.because}.`;
}
