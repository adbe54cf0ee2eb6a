import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { BulkJob, Edit } from '#domain/bulk-job';
import type { LinkRow } from '#domain/payment-link';
import { startPracticeGateway, type PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import type { LoggedRequest } from '../../main/practice-gateway/request-log';
import { seededRandom } from '../../main/practice-gateway/seeded-random';
import { ask } from './support/bridge';
import { addFirstConnection, importDashboardExport } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { startWithoutWindow } from './support/start-without-window';

const kills = Number(process.env['DESK_CRASH_KILLS'] ?? 50);
const seed = Number(process.env['DESK_CRASH_SEED'] ?? Date.now() % 1_000_000);
const rows = 2_000;
const day = 86_400_000;
const daysAdded = 7;
/** The connection's throttle lets so many requests out at once. */
const inFlight = 3;

/** A gateway with enough open links, and all that it was asked for. */
async function startGateway() {
  const requests: LoggedRequest[] = [];
  const gateway = await startPracticeGateway({
    ...{ port: 0, links: 4_000, seed: 7 },
    onRequest: (request) => requests.push(request),
  });
  return { gateway, requests };
}

/** The keys of so many open links that stay open for the test's time. */
async function chooseLinks(page: Page, gateway: PracticeGateway): Promise<readonly number[]> {
  const open = (await readLinks(page)).filter(({ status }) => status === 'open');
  const chosen = open.filter(({ linkId }) => outlives(gateway.link(linkId)));
  return chosen.slice(0, rows).map(({ key }) => key);
}

function outlives(link: GatewayLink | undefined): boolean {
  return link !== undefined && link.expiresAt > Date.now() + day;
}

/** Plans and confirms the job; its id is the plan's. */
async function startJob(page: Page, keys: readonly number[]): Promise<BulkJob> {
  const plan = await ask(page, 'jobs:plan', {
    taskId: 'crash',
    selection: { mode: 'only', keys },
    change: { verb: 'set-expiry', expiry: { kind: 'plus-days', days: daysAdded, zone: 'Asia/Kuwait' } },
  });
  expect(plan).toMatchObject({ total: rows, willChange: rows });
  return ask(page, 'jobs:start', { planId: plan.planId });
}

async function readLinks(page: Page): Promise<readonly LinkRow[]> {
  const { handle, total } = await ask(page, 'links:open', { filter: {}, sort: [] });
  const found: LinkRow[] = [];
  for (let start = 0; start < total; start += 2_000) {
    found.push(...(await ask(page, 'links:range', { handle, start, end: start + 2_000 })));
  }
  return found;
}

async function readEdits(page: Page, jobId: string): Promise<readonly Edit[]> {
  const edits: Edit[] = [];
  for (let start = 0; start < rows; start += 1_000) {
    edits.push(...(await ask(page, 'jobs:edits', { jobId, start, end: start + 1_000 })).edits);
  }
  return edits;
}

/** How many updates had been done when each kill came: so many moments of the job, whatever time they come at. */
function drawMoments(): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length: kills }, () => Math.floor(random() * (rows - 40))).sort(
    (one, other) => one - other,
  );
}

/** Updates of a link that came after one that was done, with no look between that showed the link without the new expiry. */
function blindUpdates(
  requests: readonly LoggedRequest[],
  before: ReadonlyMap<string, GatewayLink>,
): readonly string[] {
  const blind: string[] = [];
  const unseen = new Set<string>();
  for (const { command, link, isDone } of requests) {
    if (link === undefined) continue;
    const hasMoved = link.expiresAt !== before.get(link.id)?.expiresAt;
    if (command === 'check' && !hasMoved) unseen.delete(link.id);
    if (command !== 'update') continue;
    if (unseen.has(link.id)) blind.push(link.id);
    if (isDone) unseen.add(link.id);
  }
  return blind;
}

/** How many edits were found without an answer after a kill: those it hit in flight. */
async function countCutEdits(page: Page): Promise<number> {
  let cut = 0;
  for (let start = 0, total = 1; start < total; start += 2_000) {
    const found = await ask(page, 'audit:list', { start, end: start + 2_000 });
    total = found.total;
    cut += found.entries.filter(({ event }) => event === 'edit.unknown').length;
  }
  return cut;
}

// One loss in fifty kills is the finding, not bad luck.
test.describe.configure({ retries: 0 });

test(`a job of ${String(rows)} rows survives ${String(kills)} kills`, async ({ startDesk, folder }) => {
  // Not in the title: every worker of Playwright reads this file anew, and titles must be the same there.
  process.stdout.write(`DESK_CRASH_SEED=${String(seed)}\n`);
  test.setTimeout(60_000 + kills * 12_000 + 120_000);
  const { gateway, requests } = await startGateway();
  try {
    const desk = await startDesk();
    const file = path.join(folder, 'dashboard.csv');
    writeFileSync(file, gateway.exportCsv({ zone: 'Asia/Kuwait' }));
    await addFirstConnection(desk.page, {
      name: 'Shop',
      endpoint: gateway.apsUrl,
      credentials: gateway.credentials,
    });
    await importDashboardExport(desk, file);
    const keys = await chooseLinks(desk.page, gateway);
    expect(keys).toHaveLength(rows);
    const before = new Map(gateway.links().map((link) => [link.id, link]));

    await gateway.setFaults({ latency: { ms: 5, upToMs: 35 } });
    requests.length = 0;
    const { id: jobId } = await startJob(desk.page, keys);
    const begun = performance.now();
    const updates = () => gateway.requests().updates;
    gateway.forgetRequests();
    let running: { kill(): Promise<void> } = desk;
    const random = seededRandom(seed + 1);
    for (const moment of drawMoments()) {
      const target = Math.max(moment, updates());
      await expect
        .poll(updates, { timeout: 30_000, intervals: [5], message: 'the job goes on after a restart' })
        .toBeGreaterThan(target);
      // Not at the boundary of a request, but anywhere between two.
      await wait(random() * 40);
      await running.kill();
      running = await startWithoutWindow({ userData: path.join(folder, 'profile') });
    }
    await running.kill();
    const last = await startDesk();
    await expect
      .poll(async () => (await ask(last.page, 'jobs:read', { jobId })).state, { timeout: 120_000 })
      .toBe('finished');
    const seconds = (performance.now() - begun) / 1000;
    const cut = await countCutEdits(last.page);
    process.stdout.write(
      `${String(kills)} kills in ${seconds.toFixed(0)} s: ${String(updates())} updates of ${String(rows)} rows, ${String(cut)} cut off\n`,
    );

    // Kills that hit nothing would prove nothing.
    expect(cut).toBeGreaterThanOrEqual(Math.floor(kills / 2));

    // None lost, none wrong.
    const edits = await readEdits(last.page, jobId);
    expect(new Set(edits.map(({ linkKey }) => linkKey)).size).toBe(rows);
    expect(edits.filter(({ state }) => state !== 'applied')).toEqual([]);
    const moved = new Set(edits.map(({ linkId }) => linkId));
    const wrong = gateway.links().filter((link) => {
      const was = before.get(link.id);
      const shift = moved.has(link.id) ? daysAdded * day : 0;
      return (
        was === undefined ||
        JSON.stringify({ ...was, expiresAt: was.expiresAt + shift }) !== JSON.stringify(link)
      );
    });
    expect(wrong).toEqual([]);
    expect(blindUpdates(requests, before)).toEqual([]);
    expect(updates()).toBeLessThanOrEqual(rows + (kills + 1) * inFlight);

    // The cache tells the same of every row, and so does a log nobody has touched.
    const cached = (await readLinks(last.page)).filter(({ linkId }) => moved.has(linkId));
    expect(cached).toHaveLength(rows);
    const differing = cached.filter(({ linkId, expiresAt, providerStatus, amount, pending, conflict }) => {
      const link = gateway.link(linkId);
      const isSame = link?.expiresAt === expiresAt && link?.status === providerStatus;
      return !isSame || link.amountMinor !== amount?.amountMinor || pending || conflict;
    });
    expect(differing).toEqual([]);
    const verdict = await ask(last.page, 'audit:verify', { taskId: 'verify' });
    expect(verdict.brokenAt).toBeUndefined();
    expect(verdict.entries).toBeGreaterThanOrEqual(rows * 2);
  } finally {
    await gateway.stop();
  }
});
