import type { Locator, Page } from '@playwright/test';
import { exploreSample } from './support/desk-actions';
import { expect, test } from './support/desk-test';

/** Opens an open link well down the table and types into its form. */
async function typeInto(page: Page): Promise<{ readonly grid: Locator; readonly customer: Locator }> {
  await exploreSample(page);
  await page
    .getByRole('group', { name: 'Filters' })
    .getByRole('button', { name: 'Status', exact: true })
    .click();
  await page.getByRole('option', { name: /^Open/ }).click();
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid');
  await grid.getByRole('gridcell', { name: /^Open/ }).nth(9).dblclick();
  const customer = page.getByRole('complementary').getByRole('textbox', { name: 'Customer name' });
  await customer.fill('Typed and not sent');
  return { grid, customer };
}

test('an edit that was not sent outlives a look at the connections', async ({ startDesk }) => {
  const { page } = await startDesk({ locale: 'en-US' });
  const { grid, customer } = await typeInto(page);
  await grid.evaluate((element) => element.scrollTo({ top: 640 }));
  await expect(grid.locator('[data-row="30"]')).toBeVisible();
  await page.getByRole('button', { name: 'Manage connections' }).click();
  await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible();
  await expect(customer).toBeHidden();
  await page.getByRole('navigation').getByRole('button', { name: 'All links' }).click();
  await expect(customer).toHaveValue('Typed and not sent');
  expect(await grid.evaluate((element) => element.scrollTop)).toBe(640);
  await expect(page.getByRole('alertdialog')).toBeHidden();
});

test('a search that leaves fewer rows neither closes nor questions the form', async ({ startDesk }) => {
  const { page } = await startDesk({ locale: 'en-US' });
  const { grid, customer } = await typeInto(page);
  const reference = await grid.locator('[data-row="1"] [data-column="1"]').innerText();
  const search = page.getByRole('combobox', { name: 'Search payment links' });
  await search.fill(reference);
  await expect(grid).toHaveAttribute('aria-rowcount', '2');
  await expect(search).toBeFocused();
  await expect(customer).toHaveValue('Typed and not sent');
  await expect(page.getByRole('alertdialog')).toBeHidden();
});
