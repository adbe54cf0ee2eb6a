import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names on the PATH, the most neutral first. @type {readonly (readonly [string, string])[]} */
const commands = [
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Google Chrome', 'google-chrome'],
  ['Google Chrome', 'google-chrome-stable'],
  ['Microsoft Edge', 'microsoft-edge'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** @type {readonly (readonly [string, string])[]} */
const windowsApps = [
  ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
  ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ['Chromium', 'Chromium\\Application\\chrome.exe'],
];

/** @param {NodeJS.ProcessEnv} env @returns {{ name: string, path: string }[]} */
function candidates(env) {
  if (process.platform === 'darwin') {
    return ['/Applications', join(env['HOME'] ?? '', 'Applications')].flatMap((folder) =>
      macApps.map((name) => ({ name, path: join(folder, `${name}.app/Contents/MacOS/${name}`) })),
    );
  }
  if (process.platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (folder) => folder !== undefined,
    );
    return windowsApps.flatMap(([name, path]) =>
      folders.map((folder) => ({ name, path: join(folder, path) })),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return commands.flatMap(([name, command]) =>
    folders.map((folder) => ({ name, path: join(folder, command) })),
  );
}

/**
 * An installed browser of the Chromium family. DESK_BROWSER names another program and is taken as it is.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ path: string, name: string } | undefined}
 */
export function findBrowser(env = process.env) {
  const chosen = env['DESK_BROWSER'];
  if (chosen) return { path: chosen, name: 'the browser named by DESK_BROWSER' };
  return candidates(env).find(({ path }) => existsSync(path));
}
