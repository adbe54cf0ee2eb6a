import { expect, type Page } from '@playwright/test';
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
  await expect(page.getByText('3,000 of 3,000').first()).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText(/\d/);
}
