import { nodeBundle } from './node-bundle.mjs';

/** The stand-in for Electron's runtime: what the main child loads, and the launcher that `npm start` uses. */
export const browserHostConfig = () =>
  nodeBundle({
    outDir: 'out/browser-host',
    entries: {
      register: 'test/browser-host/register.ts',
      electron: 'test/browser-host/electron.ts',
      run: 'test/browser-host/run-interactive.ts',
    },
    external: ['@playwright/test', 'playwright-core'],
  });
