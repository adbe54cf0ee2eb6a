import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ask } from './support/bridge';
import { filterBy, nextSavedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { payableLinks, readCsv } from './support/shop';

const slow = { timeout: 20_000 };

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
const isFocusWithin = (target: Locator) =>
  target.evaluate((element) => element.contains(document.activeElement));

/** Presses Tab until the keyboard is on (or inside) what is looked for. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isFocusWithin(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}

async function pressOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a bulk edit is made, planned, given up, made again and followed with the keyboard alone', async ({
  startShop,
  folder,
}) => {
  const { gateway, desk, page } = await startShop({ links: 60, seed: 5 });
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  const grid = page.getByRole('grid', { name: 'Payment links' });
  await tabTo(page, grid);
  await page.keyboard.press('ArrowDown');
  const from = grid.locator(':focus');
  const place = await from.innerText();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('x');

  const dialog = page.getByRole('dialog', { name: 'Change many links' });
  expect(await isFocusWithin(dialog)).toBe(true);
  const later = dialog.getByRole('radio', { name: 'Later by days or weeks' });
  await tabTo(page, dialog.getByRole('radiogroup', { name: 'New expiry' }));
  await page.keyboard.press('ArrowDown');
  await expect(later).toBeChecked();
  await tabTo(page, dialog.getByRole('textbox', { name: 'Later by' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  // Enter in a field makes the plan, and the plan's heading has the keyboard.
  await page.keyboard.press('Enter');
  const heading = dialog.getByRole('heading', { name: 'What would change' });
  await expect(heading).toBeFocused();
  await tabTo(page, dialog.getByRole('tab', { name: /^Will change/ }));
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: /^No change/ })).toHaveAttribute('aria-selected', 'true');

  // A plan that was saved has its id in the file; once Esc has closed the dialog, the plan is gone for good.
  const file = path.join(folder, 'plan.csv');
  await nextSavedFile(desk, file);
  await pressOn(page, dialog.getByRole('button', { name: 'Save plan…' }));
  await expect(dialog.getByText(/^Plan saved as/)).toBeVisible(slow);
  const planId = readCsv(file)[0]?.['Plan ID'] ?? '';
  const rows = () => ask(page, 'jobs:plan-rows', { planId, start: 0, end: 1 });
  expect((await rows()).total).toBe(open.length);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await from.innerText()).toBe(place);
  expect(await isFocusWithin(grid)).toBe(true);
  await expect(rows()).rejects.toThrow('plan/not-found');
  expect(gateway.requests().updates).toBe(0);

  // Going back from a plan keeps what was chosen; the job goes on when Esc closes its dialog.
  await page.keyboard.press('x');
  await tabTo(page, dialog.getByRole('radiogroup', { name: 'New expiry' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Later by' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
  await pressOn(page, dialog.getByRole('button', { name: 'Back' }));
  await expect(dialog.getByRole('textbox', { name: 'Later by' })).toHaveValue('3');
  expect(await isFocusWithin(dialog)).toBe(true);
  await pressOn(page, dialog.getByRole('button', { name: 'Make the plan' }));
  await expect(heading).toBeFocused();
  await gateway.setFaults({ latency: { ms: 100 } });
  await pressOn(page, dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }));
  await expect(dialog.getByRole('heading', { name: 'Running' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await isFocusWithin(grid)).toBe(true);
  await expect
    .poll(
      () => open.every(({ id, expiresAt }) => gateway.link(id)?.expiresAt === expiresAt + 3 * 86_400_000),
      slow,
    )
    .toBe(true);
});

test('the page of jobs is read, a job is opened, searched and taken back with the keyboard alone', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 40, seed: 5 });
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  await tabTo(page, page.getByRole('grid', { name: 'Payment links' }));
  await page.keyboard.press('Control+a');
  const dialog = page.getByRole('dialog', { name: 'Change many links' });
  const more = page.getByRole('button', { name: 'More changes' });
  await pressOn(page, more);
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(() => isFocused(more)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Enter');
  await pressOn(page, dialog.getByRole('button', { name: 'Make the plan' }));
  await pressOn(page, dialog.getByRole('button', { name: /^Close \d+ links$/ }));
  await expect(dialog.getByRole('heading', { name: /links are closed$/ })).toBeVisible(slow);
  await pressOn(page, dialog.getByRole('button', { name: 'Done' }));
  await expect(dialog).toBeHidden();
  // No link matches any more, so the button behind the dialog is gone: the keyboard is in the table all the same.
  await expect.poll(() => isFocusWithin(page.getByRole('grid', { name: 'Payment links' }))).toBe(true);

  await pressOn(page, page.getByRole('navigation').getByRole('button', { name: /^Jobs/ }));
  const list = page.getByRole('grid', { name: 'Jobs, newest first' });
  await tabTo(page, list);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: 'Details of the job' });
  await expect(detail).toBeVisible();
  await tabTo(page, detail.getByRole('searchbox'));
  await page.keyboard.type(open[0]?.reference ?? '');
  const result = detail.getByRole('grid', { name: 'Result of each link' });
  await expect(result).toHaveAttribute('aria-rowcount', '2');
  await page.keyboard.press('Escape');
  await expect(detail.getByRole('searchbox')).toHaveValue('');
  await expect(detail).toBeVisible();
  await expect(result).not.toHaveAttribute('aria-rowcount', '2');
  await tabTo(page, result);
  await page.keyboard.press('ArrowDown');
  await expect(detail.getByRole('region', { name: /^About the link/ })).toBeVisible();

  // Taking back begins with a plan; Esc gives it up and the keyboard is on the button again.
  const undo = detail.getByRole('button', { name: 'Undo…' });
  await tabTo(page, page.getByRole('button', { name: 'Close the details' }));
  await pressOn(page, undo);
  const back = page.getByRole('dialog', { name: 'Take back a job' });
  await expect(back.getByRole('heading', { name: 'What would change' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(back).toBeHidden();
  await expect.poll(() => isFocused(undo)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(back).toBeVisible();
  await pressOn(page, back.getByRole('button', { name: /^Take back \d+ changes$/ }));
  await expect(back.getByRole('heading', { name: /have their values from before$/ })).toBeVisible(slow);
  await page.keyboard.press('Escape');
  await expect(back).toBeHidden();
  expect(
    gateway
      .links()
      .filter(({ id }) => open.some((link) => link.id === id))
      .map(({ status }) => status),
  ).toEqual(open.map(() => 'Open'));
  // The button it came from has gone with the job's changes.
  await expect.poll(() => isFocusWithin(list)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  expect(await isFocusWithin(list)).toBe(true);
});
