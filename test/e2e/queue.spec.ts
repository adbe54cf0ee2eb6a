import path from 'node:path';
import type { Page } from '@playwright/test';
import { filterBy, nextSavedFile, previewDays } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { goTo, readCsv, selectAll, type Shop } from './support/shop';

const day = 86_400_000;

test('a bulk extension survives a conflict, a paid row, a lost network and a kill; its result is exported and it is undone', async ({
  startShop,
  startDesk,
  folder,
}) => {
  test.setTimeout(240_000);
  // An export that is a day old: every row is read again before it is changed.
  const { gateway, desk, page } = await startShop({ links: 90, seed: 3, ageMs: day });
  await filterBy(page, 'Status', ['Open', 'Paid']);

  const before = new Map(gateway.links().map((link) => [link.id, link]));
  const open = [...before.values()].filter((link) => link.status === 'Open' && link.expiresAt > Date.now());
  const paid = [...before.values()].filter((link) => link.status === 'Paid');
  const [touched, paidMeanwhile] = open;
  if (touched === undefined || paidMeanwhile === undefined) throw new Error('too few links');
  const extended = () =>
    gateway.links().filter(({ id, expiresAt }) => expiresAt === (before.get(id)?.expiresAt ?? 0) + 7 * day);

  // Somebody moves one link, and a customer pays another, after the export was made.
  gateway.setLink({ ...touched, expiresAt: touched.expiresAt + 3 * day });
  gateway.setLink({ ...paidMeanwhile, status: 'Paid' });

  await selectAll(page);
  const dialog = await previewDays(page, 7);
  await expect(
    dialog.getByRole('tab', { name: new RegExp(`^Will change.*${String(open.length)}`) }),
  ).toBeVisible();
  await dialog.getByRole('tab', { name: new RegExp(`^Not allowed.*${String(paid.length)}`) }).click();
  await expect(dialog.getByText('Already paid').first()).toBeVisible();
  expect(gateway.requests().updates).toBe(0);

  // The network is cut in the middle of the job.
  await gateway.setFaults({ latency: { ms: 60 } });
  await dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }).click();
  await expect.poll(() => extended().length, { timeout: 30_000 }).toBeGreaterThan(8);
  await gateway.setFaults({ offline: {} });
  await expect(dialog.getByText('Waiting for the provider: goes on by itself')).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText(/^No answer from .?Shop/).last()).toBeVisible();
  expect(extended().length).toBeLessThan(open.length - 2);

  // Killed while it waits; the network is back before the next start.
  await desk.kill();
  await gateway.setFaults({});
  const again = await startDesk();
  await expect.poll(() => extended().length, { timeout: 60_000 }).toBe(open.length - 2);
  await expect(again.page.getByRole('button', { name: 'Show result' })).toBeVisible({ timeout: 30_000 });
  expect(gateway.requests().updates).toBeLessThanOrEqual(open.length - 2 + 3);
  expect(gateway.link(touched.id)?.expiresAt).toBe(touched.expiresAt + 3 * day);

  await decideConflicts(again.page, paidMeanwhile.reference);
  await expect.poll(() => gateway.link(touched.id)?.expiresAt).toBe(touched.expiresAt + 7 * day);

  await exportAndCompare(
    { desk: again, gateway, folder },
    open.map(({ id }) => id),
  );
  await undo(again.page, open.length - 1);
  for (const { id, expiresAt } of open) {
    const restored = id === touched.id ? touched.expiresAt + 3 * day : expiresAt;
    expect(gateway.link(id)?.expiresAt).toBe(restored);
  }
  await verifyAuditLog(again.page);
});

/** Ours for the link that was moved; theirs for the one that was paid, where ours is not offered. */
async function decideConflicts(page: Page, paidReference: string): Promise<void> {
  await goTo(page, /^Jobs/);
  await page.getByRole('tab', { name: 'Conflicts to decide (2)' }).click();
  const conflicts = page.getByRole('region', { name: 'Conflicts to decide' }).getByRole('article');
  await expect(conflicts).toHaveCount(2);
  const paid = conflicts.filter({ hasText: paidReference });
  await expect(paid.getByText('The link has been paid by now')).toBeVisible();
  await paid.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(conflicts).toHaveCount(1);
  await conflicts.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('Nothing to decide')).toBeVisible({ timeout: 30_000 });
}

async function exportAndCompare({ desk, gateway, folder }: Shop, ids: readonly string[]): Promise<void> {
  const { page } = desk;
  await page.getByRole('tab', { name: 'History' }).click();
  await page
    .getByRole('row', { name: /Set expiry of/ })
    .first()
    .click();
  const file = path.join(folder, 'result.csv');
  await nextSavedFile(desk, file);
  await page.getByRole('button', { name: 'Export result…' }).click();
  await expect(page.getByText(`Result exported to result.csv: ${String(ids.length)} links`)).toBeVisible();
  const rows = readCsv(file);
  expect(rows.map((row) => row['Payment link ID']).sort()).toEqual([...ids].sort());
  const outcomes = rows.map((row) => row['Outcome']);
  expect(outcomes.filter((outcome) => outcome === 'Applied')).toHaveLength(ids.length - 1);
  expect(outcomes.filter((outcome) => outcome === 'Skipped')).toHaveLength(1);
  for (const row of rows.filter((each) => each['Outcome'] === 'Applied')) {
    // What was cut off in the middle is known by a look alone.
    expect(row['Provider code']).toMatch(/^(78000)?$/);
    expect(row['Status at the provider']).toBe('Open');
    expect(gateway.link(row['Payment link ID'] ?? '')).toMatchObject({
      reference: row['Merchant reference'],
    });
  }
}

async function undo(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: 'Undo…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take back a job' });
  await dialog.getByRole('button', { name: `Take back ${String(count)} changes` }).click();
  await expect(
    dialog.getByRole('heading', { name: `${String(count)} links have their values from before` }),
  ).toBeVisible({
    timeout: 60_000,
  });
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(page.getByText('This job was taken back.')).toBeVisible();
}

async function verifyAuditLog(page: Page): Promise<void> {
  await goTo(page, /^Audit log/);
  await page.getByRole('button', { name: /^Verify/ }).click();
  await expect(page.getByText(/unbroken/).first()).toBeVisible({ timeout: 30_000 });
}
