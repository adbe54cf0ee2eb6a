import { expect, type Locator, type Page } from '@playwright/test';
import type { PracticeCredentials } from '../../../main/practice-gateway/practice-account';
import type { Desk } from '../launch';

export interface ConnectionInput {
  readonly name: string;
  readonly endpoint: string;
  readonly credentials: PracticeCredentials;
}

/** Fills the connection form as a person would. */
export async function fillConnection(
  page: Page,
  { name, endpoint, credentials }: ConnectionInput,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('radio', { name: /Custom endpoint/ }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Endpoint' }).fill(endpoint);
  await dialog.getByRole('textbox', { name: 'Merchant identifier' }).fill(credentials.merchantIdentifier);
  await dialog.getByLabel('Access code', { exact: true }).fill(credentials.accessCode);
  await dialog.getByLabel('SHA request phrase', { exact: true }).fill(credentials.requestPhrase);
  await dialog.getByLabel('SHA response phrase', { exact: true }).fill(credentials.responsePhrase);
}

/** Adds a connection from the welcome screen: test it, then save it. */
export async function addFirstConnection(page: Page, input: ConnectionInput): Promise<void> {
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await fillConnection(page, input);
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText(/It works/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save to keychain' }).click();
  await expect(dialog).toBeHidden();
}

/** Answers the next open dialogs with a file. */
export async function nextOpenedFile(desk: Desk, file: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
}

/** Answers the next save dialogs with a target. */
export async function nextSavedFile(desk: Desk, file: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** Opens the demo workspace from the welcome screen and waits for its rows. */
export async function exploreSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Explore with sample data' }).click();
  await expect(page.getByText(/^([\d,]{5}) of \1$/).first()).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText(/\d/);
}

/** Opens the import from the menu of ways to add links. */
export async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import…' }).click();
}

/** Imports a dashboard export whose times are Kuwait's, from the empty table or the toolbar. */
export async function importDashboardExport(desk: Desk, file: string): Promise<void> {
  const { page } = desk;
  await nextOpenedFile(desk, file);
  await openImport(page);
  const dialog = page.getByRole('dialog', { name: 'Import payment links' });
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  const zone = dialog.getByRole('combobox', { name: 'Times in this file are in' });
  await zone.fill('Asia/Kuwait');
  await page
    .getByRole('option', { name: /Kuwait/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('Every row was taken.')).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Show links' }).click();
  await expect(dialog).toBeHidden();
}

/** Ticks values of a filter chip. */
export async function filterBy(page: Page, chip: string, values: readonly string[]): Promise<void> {
  await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: chip, exact: true }).click();
  for (const value of values) await page.getByRole('option', { name: value }).click();
  await page.keyboard.press('Escape');
}

/** Checks every matching link at its provider and waits for the end. */
export async function refreshAll(page: Page, count: number): Promise<void> {
  const words = count.toLocaleString('en');
  await page.getByRole('button', { name: `Check all ${words} matching links at their provider` }).click();
  await expect(page.getByText(new RegExp(`${words} links? checked`)).first()).toBeVisible({
    timeout: 60_000,
  });
}

/** Opens the bulk dialog for what is selected and previews moving each link's own date. Nothing is sent. */
export async function previewDays(page: Page, days: number): Promise<Locator> {
  await page.getByRole('button', { name: 'Set expiry…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change many links' });
  await dialog.getByRole('radio', { name: 'Later by days or weeks' }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Later by' }).fill(String(days));
  await dialog.getByRole('button', { name: 'Make the plan' }).click();
  await expect(dialog.getByText('Nothing has been sent yet.')).toBeVisible();
  return dialog;
}

/** The bulk dialog from the new expiry to the result. Calls `atPlan` before anything is sent. */
export async function setExpiryOfSelected(
  page: Page,
  { days, count, atPlan }: { days: number; count: number; atPlan?: () => Promise<void> },
): Promise<void> {
  const dialog = await previewDays(page, days);
  await atPlan?.();
  await dialog.getByRole('button', { name: `Extend ${count.toLocaleString('en')} links` }).click();
  const done = `${count.toLocaleString('en')} links have the new expiry`;
  await expect(dialog.getByRole('heading', { name: done })).toBeVisible({ timeout: 60_000 });
}

/** Exports what the dialog offers, with every column, and answers when the file stands. */
export async function exportAll(desk: Desk, format: 'CSV' | 'XML', file: string): Promise<void> {
  const { page } = desk;
  await nextSavedFile(desk, file);
  await page.getByRole('button', { name: 'Export…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Export payment links' });
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check({ force: true });
  await dialog.getByRole('button', { name: 'All', exact: true }).click();
  await dialog.getByRole('button', { name: /^Export [\d,]+ links?…$/ }).click();
  await expect(dialog.getByRole('heading', { name: /exported$/ })).toBeVisible({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(dialog).toBeHidden();
}

/** Puts away every passing message. */
export async function dismissNotices(page: Page): Promise<void> {
  const dismiss = page.getByRole('region', { name: 'Notifications' }).getByRole('button');
  while ((await dismiss.count()) > 0) await dismiss.last().click();
}
