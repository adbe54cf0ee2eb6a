import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { filterBy, nextSavedFile, previewDays } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { goTo, openShop, payableLinks, readCsv, selectAll } from './support/shop';

const day = 86_400_000;
const slow = { timeout: 20_000 };

/** Waits until no request has come for a second: what was under way at a pause is finished first, its last look included. */
async function untilQuiet(gateway: PracticeGateway): Promise<void> {
  const newOnes = async () => {
    const { total } = gateway.requests();
    await sleep(1000);
    return gateway.requests().total - total;
  };
  await expect.poll(newOnes, slow).toBe(0);
}

test('a running job is paused, resumed and cancelled with exact counts; its rows are filtered, searched and exported', async ({
  startShop,
  folder,
}) => {
  const { gateway, desk, page } = await startShop({ links: 120, seed: 5 });
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  const before = new Map(open.map(({ id, expiresAt }) => [id, expiresAt]));
  const done = () =>
    gateway.links().filter(({ id, expiresAt }) => expiresAt === (before.get(id) ?? 0) + 7 * day).length;
  await selectAll(page);
  await gateway.setFaults({ latency: { ms: 150 } });
  const dialog = await previewDays(page, 7);
  await dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }).click();
  await expect.poll(done).toBeGreaterThan(5);
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(dialog.getByRole('heading', { name: 'Paused' })).toBeVisible(slow);
  // What was under way is finished first.
  await untilQuiet(gateway);
  const paused = done();
  expect(paused).toBeLessThan(open.length);
  const chip = (name: string) => dialog.getByRole('radio', { name: new RegExp(`^${name} \\d+$`) });
  await expect(chip('Applied')).toHaveAccessibleName(`Applied ${String(paused)}`);
  await expect(chip('Waiting')).toHaveAccessibleName(`Waiting ${String(open.length - paused)}`);
  await page.waitForTimeout(600);
  expect(done()).toBe(paused);

  await dialog.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(done).toBeGreaterThan(paused + 3);
  await dialog.getByRole('button', { name: 'Cancel…' }).click();
  await dialog.getByRole('button', { name: 'Keep going' }).click();
  await dialog.getByRole('button', { name: 'Cancel…' }).click();
  await dialog.getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(chip('Skipped')).toBeVisible(slow);
  await untilQuiet(gateway);
  const applied = done();
  const left = open.length - applied;
  expect(left).toBeGreaterThan(0);
  await expect(chip('All')).toHaveAccessibleName(`All ${String(open.length)}`);
  await expect(chip('Applied')).toHaveAccessibleName(`Applied ${String(applied)}`);
  await expect(chip('Skipped')).toHaveAccessibleName(`Skipped ${String(left)}`);
  await page.waitForTimeout(600);
  expect(done()).toBe(applied);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('grid').getByRole('img', { name: /^A change waits/ })).toHaveCount(0);

  await goTo(page, /^Jobs/);
  await page.getByRole('row', { name: /Set expiry of/ }).click();
  const detail = page.getByRole('complementary', { name: 'Details of the job' });
  const result = detail.getByRole('grid', { name: 'Result of each link' });
  await expect(result).toHaveAttribute('aria-rowcount', String(open.length + 1));
  await detail.getByRole('radio', { name: /^Applied/ }).click();
  await expect(result).toHaveAttribute('aria-rowcount', String(applied + 1));
  const one = gateway.links().find(({ id, expiresAt }) => expiresAt === (before.get(id) ?? 0) + 7 * day);
  await detail.getByRole('searchbox').fill(one?.reference ?? '');
  await expect(result).toHaveAttribute('aria-rowcount', '2');
  await expect(result.getByRole('row').nth(1)).toContainText(one?.reference ?? '');
  await detail.getByRole('searchbox').fill('');
  await expect(result).toHaveAttribute('aria-rowcount', String(applied + 1));

  await detail.getByRole('radio', { name: /^Skipped/ }).click();
  await expect(result).toHaveAttribute('aria-rowcount', String(left + 1));
  const file = path.join(folder, 'skipped.csv');
  await nextSavedFile(desk, file);
  await detail.getByRole('button', { name: 'Export result…' }).click();
  await expect(page.getByText(`Result exported to skipped.csv: ${String(left)} links`)).toBeVisible(slow);
  const rows = readCsv(file);
  expect(rows).toHaveLength(left);
  expect(new Set(rows.map((row) => row['Outcome']))).toEqual(new Set(['Skipped']));
  for (const row of rows) {
    const id = row['Payment link ID'] ?? '';
    expect(gateway.link(id)?.expiresAt).toBe(before.get(id));
  }
});

test('a job the user paused stands still after a restart, until somebody resumes it', async ({
  startShop,
  startDesk,
}) => {
  const { gateway, desk } = await startShop({ links: 90, seed: 5 });
  await filterBy(desk.page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  const done = () =>
    open.filter(({ id, expiresAt }) => gateway.link(id)?.expiresAt === expiresAt + 7 * day).length;
  await selectAll(desk.page);
  await gateway.setFaults({ latency: { ms: 100 } });
  const dialog = await previewDays(desk.page, 7);
  await dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }).click();
  await expect.poll(done).toBeGreaterThan(3);
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(dialog.getByRole('heading', { name: 'Paused' })).toBeVisible(slow);
  await untilQuiet(gateway);
  const before = done();
  await desk.close();

  gateway.forgetRequests();
  const { page } = await startDesk();
  const strip = page.getByRole('region', { name: 'Jobs under way' });
  await expect(strip.getByText(`${String(before)} of ${String(open.length)}`)).toBeVisible(slow);
  await page.waitForTimeout(1500);
  expect(gateway.requests().updates).toBe(0);
  await strip.getByRole('button', { name: 'Resume' }).click();
  await expect(strip.getByRole('button', { name: 'Show result' })).toBeVisible(slow);
  expect(done()).toBe(open.length);
  expect(gateway.requests().updates).toBe(open.length - before);
});

test('a phrase that is wrong stops the job after a handful of calls, with the reason; mended, it goes on', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 120, seed: 5 });
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  await selectAll(page);
  // The phrase was changed in the dashboard: whatever we sign with the old one is refused.
  await gateway.setFaults({ refused: { reply: 'signatureMismatch' } });
  gateway.forgetRequests();
  const dialog = await previewDays(page, 7);
  await dialog.getByRole('button', { name: /^Extend \d+ links$/ }).click();
  await expect(dialog.getByRole('heading', { name: 'Stopped' })).toBeVisible(slow);
  await expect(
    dialog.getByText(/The job stopped by itself: The provider rejected our signature/),
  ).toBeVisible();
  await expect(dialog.getByText(/Check the request phrase and the SHA type/)).toBeVisible();
  expect(gateway.requests().total).toBeLessThanOrEqual(20);
  await page.waitForTimeout(1500);
  expect(gateway.requests().total).toBeLessThanOrEqual(20);
  expect(open.every(({ id, expiresAt }) => gateway.link(id)?.expiresAt === expiresAt)).toBe(true);

  await gateway.setFaults({});
  await dialog.getByRole('button', { name: 'Resume' }).click();
  await expect(dialog.getByText(/^Every link was changed/)).toBeVisible(slow);
  expect(open.every(({ id, expiresAt }) => gateway.link(id)?.expiresAt === expiresAt + 7 * day)).toBe(true);

  // The other phrase: what comes back is not signed as the provider signs, so nothing of it is believed.
  await dialog.getByRole('button', { name: 'Done' }).click();
  await gateway.setFaults({ wrongSignature: {} });
  gateway.forgetRequests();
  const second = await previewDays(page, 7);
  await second.getByRole('button', { name: /^Extend \d+ links$/ }).click();
  await expect(second.getByRole('heading', { name: 'Stopped' })).toBeVisible(slow);
  await expect(second.getByText(/The answer is not signed by the provider/).first()).toBeVisible();
  expect(gateway.requests().total).toBeLessThan(40);
  await gateway.setFaults({});
  await second.getByRole('button', { name: 'Resume' }).click();
  await expect(second.getByText(/^Every link was changed/)).toBeVisible(slow);
  expect(open.every(({ id, expiresAt }) => gateway.link(id)?.expiresAt === expiresAt + 14 * day)).toBe(true);
});

test('a job that a rejected signature stopped goes on after the secrets of its connection were changed', async ({
  startDesk,
  gateway: startGateway,
  folder,
}) => {
  const account = { links: 60, seed: 5, madeAt: Date.now() };
  const old = await startGateway(account);
  const desk = await startDesk();
  const { page } = desk;
  await openShop({ desk, gateway: old, folder });
  await filterBy(page, 'Status', ['Open']);
  await selectAll(page);
  // The same account at the same address; another hash was chosen in its Security Settings.
  await old.stop();
  const port = Number(new URL(old.apsUrl).port);
  const gateway = await startGateway({ ...account, port, shaType: 'SHA-512' });
  const open = payableLinks(gateway);
  const done = () =>
    open.filter(({ id, expiresAt }) => gateway.link(id)?.expiresAt === expiresAt + 7 * day).length;
  const plan = await previewDays(page, 7);
  await plan.getByRole('button', { name: /^Extend \d+ links$/ }).click();
  await expect(plan.getByRole('heading', { name: 'Stopped' })).toBeVisible(slow);
  await page.keyboard.press('Escape');

  await goTo(page, /^Manage connections/);
  const card = page.getByRole('article', { name: 'Shop' });
  await card.getByRole('button', { name: 'Test' }).click();
  await expect(card.getByText('The provider rejected our signature')).toBeVisible();
  await card.getByRole('button', { name: 'Change secrets…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the secrets of Shop' });
  // By keyboard, from the first field on; what is missing is said, and nothing is sent.
  await expect(dialog.getByLabel('Access code', { exact: true })).toBeFocused();
  await dialog.getByRole('button', { name: 'Test and save' }).press('Enter');
  await expect(dialog.getByText('This is needed.')).toHaveCount(3);
  await expect(dialog.getByLabel('Access code', { exact: true })).toBeFocused();
  await page.keyboard.type(gateway.credentials.accessCode);
  await dialog.getByLabel('SHA request phrase', { exact: true }).fill(gateway.credentials.requestPhrase);
  await dialog.getByLabel('SHA response phrase', { exact: true }).fill(gateway.credentials.responsePhrase);
  await dialog.getByRole('button', { name: 'Test and save' }).click();
  await expect(dialog.getByText('The provider rejected our signature')).toBeVisible();
  await dialog.getByRole('button', { name: /SHA type/ }).press('Enter');
  await page.getByRole('option', { name: 'SHA-512' }).click();
  await dialog.getByRole('button', { name: 'Test and save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Shop has new secrets\./).first()).toBeVisible();
  await expect(card.getByText('SHA-512')).toBeVisible();
  await expect(card.getByText('The provider rejected our signature')).toBeHidden();

  // It is the user's to go on.
  await page.waitForTimeout(600);
  expect(done()).toBe(0);
  const strip = page.getByRole('region', { name: 'Jobs under way' });
  await strip.getByRole('button', { name: 'Resume' }).click();
  await expect(strip.getByRole('button', { name: 'Show result' })).toBeVisible(slow);
  expect(done()).toBe(open.length);
});
