import type { WebPreferences } from 'electron';

/** Each of these opens the page to the machine or the network; a secure window leaves them at their defaults. */
const unsafe: Partial<Record<keyof WebPreferences, boolean>> = {
  sandbox: false,
  contextIsolation: false,
  webSecurity: false,
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  webviewTag: true,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
};

/** Throws when a window asks for web preferences that weaken its isolation: under the host that is an error in every test. */
export function refuseUnsafeWindow(preferences: WebPreferences = {}): void {
  for (const [name, value] of Object.entries(unsafe)) {
    if (preferences[name as keyof WebPreferences] === value) {
      throw new Error(`[browser-host] refused a BrowserWindow with webPreferences.${name}: ${String(value)}`);
    }
  }
}
