import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/desk-test';
import { apsName, ahrvoName } from './support/two-shops';

const command = (palette: Locator, name: string | RegExp) => palette.getByRole('menuitem', { name });

/** A name of the user's own stands between marks that keep its direction. */
const syncOf = (name: string) => new RegExp(`^Sync .${name}.`);

async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('textbox')).toBeFocused();
  return palette;
}

test('the palette finds every command by a word, says why one cannot be used, and gives the focus back', async ({
  startTwoShops,
}) => {
  const { desk } = await startTwoShops({ links: 40, ahrvoLinks: 30, seed: 7 });
  const { page } = desk;
  const search = page.getByRole('combobox', { name: 'Search payment links' });
  await search.focus();

  await test.step('what a provider cannot do is there, disabled, with the reason', async () => {
    const palette = await openPalette(page);
    await page.keyboard.type('sync');
    const without = command(palette, syncOf(apsName));
    await expect(without).toHaveAttribute('aria-disabled', 'true');
    await expect(without).toContainText('Amazon Payment Services has no list to read.');
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await expect(search).toBeFocused();
  });

  await test.step('the first command that fits is run by Enter', async () => {
    const palette = await openPalette(page);
    await page.keyboard.type('shop ahrvo sync');
    await expect(command(palette, syncOf(ahrvoName))).toHaveAttribute('data-focused', 'true');
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(page.getByRole('region', { name: 'Syncs' }).getByText(/Last synced/)).toBeVisible();
  });

  await test.step('a view and a page are gone to', async () => {
    await openPalette(page);
    await page.keyboard.type('view paid');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /View:.*Paid this month/ })).toBeVisible();
    await openPalette(page);
    await page.keyboard.type('audit');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Audit log', level: 1 })).toBeVisible();
    // A key that is pressed while the window is still leaving is not heard.
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('nothing selected, nothing to change; with a selection a form opens', async () => {
    await page.keyboard.press('Control+1');
    await expect(search).toBeVisible();
    await expect(page.getByRole('row').nth(2)).toBeVisible();
    let palette = await openPalette(page);
    await expect(command(palette, 'Set expiry…')).toContainText('Select links first.');
    await page.keyboard.type('zzz');
    await expect(palette.getByText('No command is called like that.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(palette).toBeHidden();
    await page.getByRole('checkbox', { name: 'Select all matching rows' }).check({ force: true });
    palette = await openPalette(page);
    await page.keyboard.type('expiry');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Change many links' })).toBeVisible();
  });
});
