import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { exploreSample, nextOpenedFile, openImport } from './support/desk-actions';
import { expect, test } from './support/desk-test';

const triggerOf = (page: Page) => page.getByRole('button', { name: /^View:/ });
const firstRow = (page: Page) => page.getByRole('row').nth(1);

test('a view is picked, changed, saved, deleted and back, by keyboard alone, and is there after a restart', async ({
  startDesk,
}) => {
  const desk = await startDesk();
  const { page } = desk;
  await exploreSample(page);
  const view = triggerOf(page);
  await expect(view).toHaveAccessibleName('View: All links');

  await page.keyboard.press('Control+3');
  await expect(view).toHaveAccessibleName('View: Expiring in 7 days');
  await expect(page.getByRole('grid').getByText('Paid')).toHaveCount(0);
  await page.getByRole('columnheader', { name: 'Amount' }).click();
  await expect(view).toHaveAccessibleName('View: Expiring in 7 days (changed)');

  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).focus();
  await page.keyboard.press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.type('EXPIRED');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is a view of this name already.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Soon, by amount');
  await page.keyboard.press('Enter');
  await expect(view).toHaveAccessibleName('View: Soon, by amount');
  await expect(view).toBeFocused();

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitem', { name: 'Customer' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Customer' })).toHaveCount(0);
  await expect(view).toHaveAccessibleName('View: Soon, by amount (changed)');
  // All links show the columns they had.
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('columnheader', { name: 'Customer' })).toBeVisible();
  await page.keyboard.press('Control+8');
  await expect(view).toHaveAccessibleName('View: Soon, by amount');

  await view.click();
  await page.getByRole('menuitem', { name: 'Delete this view' }).click();
  await expect(view).toHaveAccessibleName('View: All links (changed)');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(view).toHaveAccessibleName('View: Soon, by amount');

  await page.getByRole('columnheader', { name: 'Amount' }).click();
  await expect(view).toHaveAccessibleName('View: Soon, by amount (changed)');
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-busy', 'true');
  const shown = await firstRow(page).innerText();
  // What is shown is kept after a pause.
  await page.waitForTimeout(500);
  await desk.close();

  const again = await startDesk();
  await expect(triggerOf(again.page)).toHaveAccessibleName('View: Soon, by amount (changed)');
  await expect.poll(() => firstRow(again.page).innerText()).toBe(shown);
  await again.page.getByRole('button', { name: 'Reset this view' }).click();
  await expect(triggerOf(again.page)).toHaveAccessibleName('View: Soon, by amount');
  await expect(triggerOf(again.page)).toBeFocused();
});

test('rows that appear above leave the reader where he is: scroll, keyboard, selection and the open link', async ({
  startShop,
  gateway,
}) => {
  const { page, desk, folder } = await startShop({ links: 400 });
  await page.getByRole('columnheader', { name: 'Reference' }).click();
  await expect(page.getByRole('columnheader', { name: 'Reference' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  const grid = page.getByRole('grid');
  await grid.getByRole('gridcell').nth(1).click();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('PageDown');
  const focused = page.locator('[role="gridcell"]:focus');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: /^Link / });
  const name = (await panel.getAttribute('aria-label')) ?? '';
  const reference = await focused.innerText();
  expect(name).toBe(`Link ${reference}`);
  const row = grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name: reference }) });
  const place = await row.boundingBox();

  const more = await gateway({ links: 300, seed: 99 });
  const file = path.join(folder, 'more.csv');
  const csv = more.exportCsv({ zone: 'Asia/Kuwait', withDetails: true });
  writeFileSync(file, csv.replaceAll(/\b(INV|POS|SO|WEB)-/g, 'AAA-'));
  await nextOpenedFile(desk, file);
  await openImport(page);
  const dialog = page.getByRole('dialog', { name: 'Import payment links' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('Every row was taken.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(grid).toHaveAttribute('aria-rowcount', '701');

  const same = row.and(page.locator('[aria-selected="true"]'));
  await expect(same).toBeVisible();
  expect(await same.boundingBox()).toEqual(place);
  await expect(page.getByText('1 selected')).toBeVisible();
  await expect(panel).toHaveAttribute('aria-label', name);
  // The table's one tab stop is still the cell it was on.
  await expect(grid.locator('[role="gridcell"][tabindex="0"]')).toHaveText(reference);
});
