import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import {
  startPracticeGateway,
  type GatewayOptions,
  type PracticeGateway,
} from '../../../main/practice-gateway/practice-gateway';
import { launchDesk, type Desk, type LaunchOptions } from '../launch';
import { openShop, type Shop } from './shop';
import { openTwoShops } from './two-shops';

interface Fixtures {
  /** A folder of this spec alone: profile, imports and exports. */
  readonly folder: string;
  /** Starts the application on the spec's own profile; whatever is still running at the end is closed. */
  readonly startDesk: (options?: Partial<LaunchOptions>) => Promise<Desk>;
  readonly gateway: (options?: Partial<GatewayOptions>) => Promise<PracticeGateway>;
  /** Starts a gateway and the application with its links imported, from an export made `ageMs` ago. */
  readonly startShop: (
    options?: Partial<GatewayOptions> & { readonly ageMs?: number },
  ) => Promise<Shop & { readonly page: Page }>;
  /** Starts a gateway and the application with an account of each provider: APS's links imported, Ahrvo's not yet read. */
  readonly startTwoShops: (options?: Partial<GatewayOptions>) => Promise<Shop>;
}

/** Playwright's test with a fresh profile, a practice gateway, and no console error or CSP violation left unseen. */
export const test = base.extend<Fixtures>({
  // Playwright reads a fixture's needs from this very parameter.
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'desk-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  startDesk: async ({ folder }, use) => {
    const started: Desk[] = [];
    await use(async (options = {}) => {
      const desk = await launchDesk({ userData: path.join(folder, 'profile'), ...options });
      started.push(desk);
      await desk.page.setViewportSize({ width: 1360, height: 860 });
      return desk;
    });
    const problems = started.flatMap((desk) => desk.problems());
    for (const desk of started) await desk.close().catch(() => undefined);
    expect(problems).toEqual([]);
  },
  gateway: async ({}, use) => {
    const started: PracticeGateway[] = [];
    await use(async (options = {}) => {
      const gateway = await startPracticeGateway({ port: 0, links: 500, seed: 7, ...options });
      started.push(gateway);
      return gateway;
    });
    await Promise.all(started.map((each) => each.stop()));
  },
  startShop: async ({ startDesk, gateway, folder }, use) => {
    await use(async ({ ageMs = 0, ...options } = {}) => {
      const shop: Shop = { gateway: await gateway(options), desk: await startDesk(), folder };
      await openShop(shop, ageMs);
      return { ...shop, page: shop.desk.page };
    });
  },
  startTwoShops: async ({ startDesk, gateway, folder }, use) => {
    await use(async (options) => {
      const shop: Shop = { gateway: await gateway(options), desk: await startDesk(), folder };
      await openTwoShops(shop);
      return shop;
    });
  },
});

export { expect } from '@playwright/test';
