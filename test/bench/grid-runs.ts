import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../build/scripts/lib/find-browser.mjs';
import { serveGridPage } from './grid-page/serve-grid-page';

export type GridName = 'ours' | 'tanstack';

/** What one visit of one grid showed. */
export interface GridRun {
  readonly firstRowsMs: number;
  readonly frameMs: readonly number[];
  /** How much more the page held after the fling than when its first rows were there, in MB. */
  readonly heapGrowthMb: number;
  readonly heapMb: number;
}

export type GridRuns = Readonly<Record<GridName, readonly GridRun[]>>;

/** Even: each grid is as often the first of a round as the second, which finds the browser warm. */
const rounds = 4;
const fling = { frames: 240, pixels: 1600 } as const;

/** Visits both grids in turn, each time with a fresh page. */
export async function runGrids(rows: number): Promise<GridRuns> {
  const found = findBrowser();
  if (found === undefined) throw new Error('no Chromium, Chrome or Edge is installed');
  const page = await serveGridPage();
  const browser = await chromium.launch({ executablePath: found.path, chromiumSandbox: false });
  const runs = { ours: [] as GridRun[], tanstack: [] as GridRun[] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const order = ['ours', 'tanstack'] as const;
      for (const name of round % 2 === 0 ? order : order.toReversed()) {
        runs[name].push(await visit(browser, `${page.url}?grid=${name}&rows=${rows}`));
      }
    }
  } finally {
    await browser.close();
    await page.close();
  }
  return runs;
}

async function visit(browser: Browser, url: string): Promise<GridRun> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    return await Promise.race([failed, measureGrid(page, url)]);
  } finally {
    await context.close();
  }
}

async function measureGrid(page: Page, url: string): Promise<GridRun> {
  await page.goto(url);
  const firstRowsMs = await page.evaluate(() => window.gridProbe!.firstRows);
  const before = await heapOf(page);
  const frameMs = await page.evaluate((options) => window.gridProbe!.fling(options), fling);
  const heapMb = await heapOf(page);
  return { firstRowsMs, frameMs, heapMb, heapGrowthMb: Math.max(0, heapMb - before) };
}

/** What the page's objects take after a full collection, in MB. */
async function heapOf(page: Page): Promise<number> {
  await page.requestGC();
  const session = await page.context().newCDPSession(page);
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
}
