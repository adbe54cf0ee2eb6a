import type { Page } from '@playwright/test';
import { exploreSample } from './support/desk-actions';
import { expect, test } from './support/desk-test';

/** A cell of the table by row and column. */
const cell = (page: Page, row: number, columnId: string) =>
  page.locator(`[data-row="${row}"] [data-column-id="${columnId}"]`);

test('the menu of a row filters by its cell, selects and opens a bulk change, and gives the focus back', async ({
  startDesk,
}) => {
  const { page } = await startDesk();
  await exploreSample(page);
  await cell(page, 1, 'status').click({ button: 'right' });
  // A menu that the mouse opened has the keyboard too.
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cell(page, 1, 'status')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const status = (await cell(page, 1, 'status').innerText()).trim();
  await page.getByRole('menuitem', { name: `Show only` }).click();
  await expect(page.getByRole('grid').getByText(status).first()).toBeVisible();
  await cell(page, 0, 'amount').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Leave out' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Set expiry…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 selected')).toBeVisible();
  await cell(page, 0, 'amount').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Take out of the selection' }).click();
  await expect(page.getByText('1 selected')).toHaveCount(0);
});

test('the menu of a header sorts, moves and hides its column, by keyboard', async ({ startDesk }) => {
  const { page } = await startDesk();
  await exploreSample(page);
  const header = page.getByRole('columnheader', { name: 'Amount' });
  await header.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Sort descending' }).click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(header).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menuitem', { name: 'Move towards the end' }).press('Enter');
  const order = await page
    .locator('[role="columnheader"][data-column-id]')
    .evaluateAll((cells) => cells.map((head) => head.getAttribute('data-column-id')));
  expect(order.indexOf('amount')).toBe(3);
  await page.getByRole('columnheader', { name: 'Amount' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hide column' }).click();
  await expect(page.getByRole('columnheader', { name: 'Amount' })).toHaveCount(0);
});
