import { linkMarks } from '#domain/link-filter';
import { exploreSample } from './support/desk-actions';
import { expect, test } from './support/desk-test';

test('filters are typed, suggested, made into chips and corrected without a mouse', async ({ startDesk }) => {
  const { page } = await startDesk({ locale: 'en-US' });
  await exploreSample(page);
  const box = page.getByRole('combobox', { name: 'Search payment links' });
  const chips = page.getByRole('group', { name: 'Filters' });
  const press = (key: string) => page.keyboard.press(key);

  await press('/');
  await page.keyboard.type('stat');
  await expect(page.getByRole('option', { name: 'status:' })).toBeVisible();
  await press('ArrowDown');
  await press('Tab');
  await expect(box).toHaveValue('status:');
  await page.keyboard.type('exp');
  await press('ArrowDown');
  await press('Enter');
  await expect(box).toHaveValue('status:expired ');
  await expect(page.getByRole('listbox')).toBeHidden();

  // What is right is applied while typing, and nothing of the text is lost to what is wrong.
  await page.keyboard.type('currency:KWDD -is:edited ');
  await expect(chips.getByRole('button', { name: 'Status: Expired', exact: true })).toBeVisible();
  await expect(chips.getByRole('button', { name: 'Marks: not Changed here' })).toBeVisible();
  await expect(page.getByText(/KWDD.+is not a value of “Currency”/u)).toBeVisible();
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await press('Enter');
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('status:expired currency:KWDD -is:edited ');
  await page.getByRole('button', { name: /^Write .?KWD/u }).click();
  await press('Enter');
  await expect(box).toHaveValue('');
  await expect(box).not.toBeFocused();
  await expect(chips.getByRole('button', { name: 'Currency: KWD', exact: true })).toBeVisible();

  // Chips are added from the menu; one that is left without a value goes away, and the keyboard back to the menu.
  const menu = page.getByRole('button', { name: 'Add a filter' });
  await menu.focus();
  await press('Enter');
  await page.getByRole('menuitem', { name: 'Amount' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'At least' })).toBeFocused();
  await press('Escape');
  await expect(menu).toBeFocused();
  await press('f');
  await page.getByRole('menuitem', { name: 'Amount' }).press('Enter');
  await page.getByRole('textbox', { name: 'At least' }).fill('1,000');
  await press('Escape');
  await expect(chips.getByRole('button', { name: 'Amount: 1,000 or more' })).toBeVisible();

  // A range of days of which neither end was given is no filter.
  await chips.getByRole('button', { name: 'Expires', exact: true }).click();
  await page.getByText('Between dates').click();
  await expect(chips.getByRole('button', { name: 'Expires: any date' })).toBeVisible();
  await press('Escape');
  await expect(chips.getByRole('button', { name: 'Expires', exact: true })).toBeFocused();

  // What a sync brought is offered like every other mark, with what it means.
  await press('/');
  await page.keyboard.type('is:');
  for (const mark of linkMarks) {
    await expect(page.getByRole('option', { name: new RegExp(`^${mark}(?![-\\w])`) })).toBeVisible();
  }
  await expect(page.getByRole('option', { name: /^newly-paid/ })).toContainText('Paid since the sync before');
  await page.keyboard.type('dup');
  await press('ArrowDown');
  await press('Enter');
  await expect(box).toHaveValue('is:duplicate ');
  await box.fill('');

  await chips.getByRole('button', { name: 'Status: Expired', exact: true }).click();
  await page.getByText('All but these').click();
  await press('Escape');
  await expect(chips.getByRole('button', { name: 'Status: not Expired' })).toBeVisible();

  await chips.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(menu).toBeFocused();
  await expect(page.getByText(/^([\d,]{5}) of \1$/).first()).toBeVisible();
});
