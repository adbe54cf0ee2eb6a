import type { Page } from '@playwright/test';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { filterBy, previewDays } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { selectAll } from './support/shop';

const day = 86_400_000;

/** The gateway's open links, and how many of them have moved by so many days. */
function openLinksOf(gateway: PracticeGateway) {
  const open = gateway.links().filter(({ status, expiresAt }) => status === 'Open' && expiresAt > Date.now());
  const before = new Map(open.map(({ id, expiresAt }) => [id, expiresAt]));
  const moved = (days: number) =>
    gateway.links().filter(({ id, expiresAt }) => expiresAt === (before.get(id) ?? 0) + days * day);
  return { open, moved };
}

/** Selects the open links of a shop. */
async function selectOpenLinks(page: Page, gateway: PracticeGateway) {
  await filterBy(page, 'Status', ['Open']);
  const { open, moved } = openLinksOf(gateway);
  await expect(
    page.getByText(`${String(open.length)} of ${String(gateway.links().length)}`).first(),
  ).toBeVisible();
  await selectAll(page);
  return { open, moved };
}

test('a failed row is shown with its reason and retried alone; a lost network holds the job up until it is back', async ({
  startShop,
}) => {
  test.setTimeout(120_000);
  const { gateway, page } = await startShop({ links: 60, seed: 3 });
  const { open, moved } = await selectOpenLinks(page, gateway);

  // One link whose updates never arrive: everybody else is done, it fails, and the reason is told.
  const unlucky = open[2]?.id ?? '';
  await gateway.setFaults({ dropBefore: { linkIds: [unlucky], command: 'update' } });
  const dialog = await previewDays(page, 7);
  await dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }).click();
  await expect(dialog.getByText('1 link failed. See why below; it can be tried again.')).toBeVisible({
    timeout: 30_000,
  });
  expect(moved(7)).toHaveLength(open.length - 1);
  await gateway.setFaults({});
  await dialog.getByRole('button', { name: 'Retry 1 failed link' }).click();
  await expect(dialog.getByText(/^Every link was changed/)).toBeVisible({ timeout: 30_000 });
  expect(moved(7)).toHaveLength(open.length);
  await dialog.getByRole('button', { name: 'Close' }).first().click();

  // The network goes away before the next job: it waits, says so, and goes on by itself.
  await gateway.setFaults({ offline: {} });
  const second = await previewDays(page, 7);
  await second.getByRole('button', { name: `Extend ${String(open.length)} links` }).click();
  await expect(second.getByRole('heading', { name: 'Waiting for the provider' })).toBeVisible({
    timeout: 30_000,
  });
  expect(moved(14)).toHaveLength(0);
  await gateway.setFaults({});
  await expect(second.getByText(/^Every link was changed/)).toBeVisible({ timeout: 30_000 });
  expect(moved(14)).toHaveLength(open.length);
});

test('a job goes on after the application was killed: nothing is lost and nothing is sent blindly again', async ({
  startShop,
  startDesk,
}) => {
  test.setTimeout(120_000);
  const { gateway, desk } = await startShop({ links: 150, seed: 3 });
  const { open, moved } = await selectOpenLinks(desk.page, gateway);
  await gateway.setFaults({ latency: { ms: 60 } });
  gateway.forgetRequests();
  const dialog = await previewDays(desk.page, 7);
  await dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }).click();
  await expect.poll(() => moved(7).length).toBeGreaterThan(5);
  await desk.kill();
  expect(moved(7).length).toBeLessThan(open.length);

  const again = await startDesk();
  await expect.poll(() => moved(7).length, { timeout: 60_000 }).toBe(open.length);
  await expect(again.page.getByRole('button', { name: 'Show result' })).toBeVisible({ timeout: 30_000 });
  // What was under way at the kill (three at most) may have arrived without an answer: it is read before anything is sent.
  expect(gateway.requests().updates).toBeLessThanOrEqual(open.length + 3);
  await again.page.getByRole('button', { name: 'Show result' }).click();
  await expect(again.page.getByText(/^Every link was changed/)).toBeVisible();
});
