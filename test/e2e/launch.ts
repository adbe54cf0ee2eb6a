import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type * as Electron from 'electron';
import { _electron, type BrowserContext, type Page } from '@playwright/test';
import { findElectronRuntime } from '../../build/scripts/lib/electron-runtime.mjs';
import { repoRoot } from '../../build/scripts/lib/paths.mjs';
import { launchBrowserHost } from '../browser-host/driver';
import { killTree, startMainChild } from '../browser-host/main-child';
import { watchPage } from '../browser-host/watch-page';

export interface LaunchOptions {
  /** The profile folder; every spec has its own. */
  readonly userData: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly args?: readonly string[];
  readonly deviceScaleFactor?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  /** Browser host only: Electron always has a window. */
  readonly headless?: boolean;
}

/** What Playwright's ElectronApplication and the browser host have in common. */
export interface DeskApp {
  firstWindow(): Promise<Page>;
  windows(): Page[];
  context(): BrowserContext;
  process(): ChildProcess;
  /** Runs a function in the main process; only its source goes there, so it can use its own arguments only. */
  evaluate<R, A = undefined>(run: (electron: typeof Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
}

export interface Desk {
  readonly app: DeskApp;
  readonly page: Page;
  readonly runtime: 'electron' | 'browser-host';
  /** What should not have happened in the page so far; every spec expects it to be empty at its end. */
  problems(): string[];
  /** Quits the application in its own order and waits for its end. */
  close(): Promise<void>;
  /** Ends every process of the application at once, as a power cut would. */
  kill(): Promise<void>;
}

/** The path of Electron's program if the specs can run on it here. DESK_RUNTIME=browser-host or =electron decides otherwise. */
export function electronForSpecs(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env['DESK_RUNTIME'];
  if (wanted === 'browser-host') return undefined;
  const found = findElectronRuntime({ env });
  if ('missing' in found) {
    if (wanted === 'electron') throw new Error(found.missing);
    return undefined;
  }
  const hasDisplay = process.platform !== 'linux' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  return hasDisplay || wanted === 'electron' ? found.path : undefined;
}

const defined = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** The first window once it shows the application. */
async function shown(app: Pick<DeskApp, 'firstWindow'>): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:');
  return page;
}

async function launchElectron(executablePath: string, options: LaunchOptions): Promise<Desk> {
  const {
    userData,
    env = {},
    args = [],
    colorScheme = 'light',
    locale = 'en-US',
    deviceScaleFactor = 1,
  } = options;
  const app = await _electron.launch({
    executablePath,
    args: [
      repoRoot,
      `--user-data-dir=${userData}`,
      `--lang=${locale}`,
      `--force-device-scale-factor=${String(deviceScaleFactor)}`,
      ...args,
    ],
    env: defined({ ...process.env, ...env }),
    colorScheme,
    locale,
  });
  const problems: string[] = [];
  app.on('window', (page) => watchPage(page, (problem) => problems.push(problem)));
  const page = await shown(app);
  return {
    // The same members; Playwright declares the function's argument as a generic of its own.
    app: app as unknown as DeskApp,
    page,
    runtime: 'electron',
    problems: () => [...problems],
    close: () => app.close(),
    async kill() {
      killTree(app.process());
      await app.close().catch(() => undefined);
    },
  };
}

async function launchInBrowserHost(options: LaunchOptions): Promise<Desk> {
  const app = launchBrowserHost({ ...options, appDir: repoRoot });
  const page = await shown(app).catch(async (error: unknown) => {
    await app.kill();
    throw error;
  });
  return {
    app,
    page,
    runtime: 'browser-host',
    problems: () => [
      ...app.problems(),
      ...app.blockedRequests().map((url) => `the page asked the network for ${url}`),
    ],
    close: () => app.close(),
    kill: () => app.kill(),
  };
}

/** Starts the built application: in Electron where its runtime is installed, otherwise in the browser host. */
export function launchDesk(options: LaunchOptions): Promise<Desk> {
  const electron = electronForSpecs();
  return electron === undefined ? launchInBrowserHost(options) : launchElectron(electron, options);
}

/**
 * Starts the application once more on a profile that is in use, and answers its exit code: the second one hands its arguments to the first
 * and ends.
 */
export async function startSecondInstance({
  userData,
  args = [],
  env = {},
}: LaunchOptions): Promise<number | null> {
  const electron = electronForSpecs();
  const given = [`--user-data-dir=${userData}`, ...args];
  const child =
    electron === undefined
      ? startMainChild({
          appDir: repoRoot,
          args: given,
          env,
          facts: { locale: 'en-US', dark: false, interactive: false },
          write: () => undefined,
        })
      : spawn(electron, [repoRoot, ...given], { env: defined({ ...process.env, ...env }) });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
