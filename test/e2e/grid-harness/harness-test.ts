import {
  chromium,
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import { findBrowser } from '../../../build/scripts/lib/find-browser.mjs';
import { serveHarness, type Harness } from './serve-harness';

interface OpenOptions {
  readonly deviceScaleFactor?: number;
}

interface TestParts {
  /** Opens the harness with a query such as `view=parts&lang=ar`; fails the test on any error or refusal by the page's policy. */
  readonly openHarness: (query: string, options?: OpenOptions) => Promise<Page>;
}

interface WorkerParts {
  readonly harness: Harness;
  readonly chromium: Browser;
}

/** Playwright's test with the harness built and served once, and pages that must stay free of complaints. */
export const test = base.extend<TestParts, WorkerParts>({
  harness: [
    // Playwright reads a fixture's needs from this first parameter, so it must be there even when empty.
    async ({}, use) => {
      const harness = await serveHarness();
      await use(harness);
      await harness.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  chromium: [
    async ({}, use) => {
      const browser = await launch([]);
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  openHarness: async ({ harness, chromium: browser }, use) => {
    const complaints: string[] = [];
    const opened: { readonly close: () => Promise<void> }[] = [];
    await use(async (query, { deviceScaleFactor = 1 } = {}) => {
      const context =
        deviceScaleFactor === 1
          ? await browser.newContext({ viewport: { width: 1440, height: 900 } })
          : await denseContext(deviceScaleFactor);
      opened.push(context.browser() === browser ? context : (context.browser() ?? context));
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // Browsers ask for an icon the harness does not have.
        if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) {
          complaints.push(message.text());
        }
      });
      await page.goto(`${harness.url}?${query}`);
      return page;
    });
    for (const part of opened) await part.close();
    expect(complaints).toEqual([]);
  },
});

function launch(args: readonly string[]): Promise<Browser> {
  const installed = findBrowser();
  if (installed === undefined) throw new Error('no Chromium, Chrome or Edge is installed');
  return chromium.launch({ executablePath: installed.path, chromiumSandbox: false, args: [...args] });
}

/**
 * A browser on a dense screen. Playwright's own `deviceScaleFactor` only pretends: layout then keeps the limits of a
 * ratio of 1, and the height limit this grid works around would not show.
 */
async function denseContext(deviceScaleFactor: number): Promise<BrowserContext> {
  const browser = await launch([
    `--force-device-scale-factor=${deviceScaleFactor}`,
    '--window-size=1440,990',
  ]);
  return browser.newContext({ viewport: null });
}
