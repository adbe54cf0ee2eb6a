import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildStale } from '../../../build/scripts/build.mjs';
import { inRepo } from '../../../build/scripts/lib/paths.mjs';
import { launchBrowserHost, type HostApp } from '../../browser-host/driver';

/** What the fixture's preload shows to its page. */
export interface FixtureApi {
  echo(value: unknown): Promise<{ value: unknown; from: string; origin: string }>;
  boom(): Promise<never>;
  date(): Promise<never>;
  nothing(): Promise<unknown>;
  missing(): Promise<never>;
  note(line: string): void;
  sendSync(): unknown;
  nameOf(file: File): string;
  /** What main is told about a file; a real preload keeps that from its page. */
  pathOf(file: File): Promise<{ value: { path: string; text: string } }>;
  subscribe(listener: (...args: unknown[]) => void): () => void;
  nested: { list: number[]; seen(): string };
}

declare global {
  interface Window {
    api: FixtureApi;
    news: unknown[];
    dropped: File[];
  }
  var helper: () => Electron.UtilityProcess;
}

export interface Fixture {
  readonly app: HostApp;
  readonly page: Page;
  readonly userData: string;
  /** What the fixture's main process noted, in order. */
  events(): Promise<string[]>;
  end(): Promise<void>;
}

export const fixtureDir = inRepo('test', 'browser-host', 'fixture-app');

/** Starts the fixture application, in a fresh profile unless one is given. */
export async function startFixture(options: { userData?: string; args?: string[] } = {}): Promise<Fixture> {
  await buildStale({ only: ['browser-host'], say: () => undefined });
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'host-fixture-')));
  const app = launchBrowserHost({
    appDir: fixtureDir,
    userData,
    ...(options.args && { args: options.args }),
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:');
  return {
    app,
    page,
    userData,
    events: async () => (await readFile(join(userData, 'events.log'), 'utf8')).trim().split('\n'),
    async end() {
      await app.kill();
      await rm(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
