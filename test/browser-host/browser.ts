import { chromium, type BrowserContext } from '@playwright/test';
import { join } from 'node:path';
import { findBrowser } from '../../build/scripts/lib/find-browser.mjs';

export interface BrowserOptions {
  readonly userData: string;
  readonly headless: boolean;
  readonly locale: string;
  /** Undefined follows the system. */
  readonly colorScheme: 'light' | 'dark' | undefined;
  readonly deviceScaleFactor: number;
  /** The page is a window of its own on the screen, with the size the person gives it. */
  readonly interactive: boolean;
}

const isRoot = process.getuid?.() === 0;

/** No name is resolved, so nothing a page asks for can leave the machine; loopback stays reachable for a development server. */
const quiet = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
];

/** A window without tabs and address bar (about:blank is not taken for one), and without the browser's remark that names are not resolved. */
const appWindow = ['--app=data:text/html,', '--window-size=1280,840', '--test-type'];

/** Starts the installed browser over a pipe (no port), with a profile inside the application's own. */
export async function startBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const browser = findBrowser();
  if (!browser) throw new Error('no Chromium, Chrome or Edge is installed; DESK_BROWSER can name one');
  return chromium.launchPersistentContext(join(options.userData, 'browser-host-profile'), {
    executablePath: browser.path,
    headless: options.headless,
    // Chromium refuses to run its sandbox as root, and containers often forbid it; pages are our own and cannot reach the network.
    chromiumSandbox: options.interactive && !isRoot,
    args: options.interactive ? [...quiet, ...appWindow] : quiet,
    ...(options.interactive
      ? // Playwright's own first tab would turn the window into one with tabs and an address bar.
        { viewport: null, ignoreDefaultArgs: ['about:blank'] }
      : { viewport: { width: 1280, height: 800 }, deviceScaleFactor: options.deviceScaleFactor }),
    colorScheme: options.colorScheme ?? null,
    locale: options.locale,
    serviceWorkers: 'block',
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}
