import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { addFirstConnection, importDashboardExport } from './desk-actions';
import { goTo, type Shop } from './shop';

export const apsName = 'Kuwait shop';
export const ahrvoName = 'Ahrvo shop';

/** Ahrvo's links of the connection's own merchant: only those are listed. */
export function ownLinks(gateway: PracticeGateway) {
  return gateway.ahrvoLinks().filter(({ merchantId }) => merchantId === gateway.ahrvoAccount.merchantId);
}

/** Fills the open form of an Ahrvo connection as a person would. */
export async function fillAhrvoConnection(page: Page, gateway: PracticeGateway): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Add a connection' });
  await dialog.getByRole('radio', { name: /^Ahrvo network/ }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(ahrvoName);
  await dialog.getByRole('radio', { name: /Custom endpoint/ }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Endpoint' }).fill(gateway.ahrvoUrl);
  await dialog.getByLabel('User name', { exact: true }).fill(gateway.ahrvo.username);
  await dialog.getByLabel('Password', { exact: true }).fill(gateway.ahrvo.password);
  await dialog.getByRole('textbox', { name: 'Merchant id' }).fill(gateway.ahrvoAccount.merchantId);
  await dialog.getByRole('textbox', { name: 'Application id' }).fill(gateway.ahrvoAccount.applicationId);
  return dialog;
}

/** Tests the connection of the open form and saves it. */
export async function testAndSave(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await expect(dialog.getByText(/It works/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save to keychain' }).click();
  await expect(dialog).toBeHidden();
}

/** One connection at each provider of a gateway: APS's links imported, Ahrvo's not yet read. */
export async function openTwoShops({ desk, gateway, folder }: Shop): Promise<void> {
  const file = path.join(folder, 'dashboard.csv');
  writeFileSync(file, gateway.exportCsv({ zone: 'Asia/Kuwait', withDetails: true }));
  const { apsUrl: endpoint, credentials } = gateway;
  await addFirstConnection(desk.page, { name: apsName, endpoint, credentials });
  await importDashboardExport(desk, file);
  await desk.page.getByRole('navigation').getByRole('button', { name: 'Add a connection' }).click();
  await testAndSave(await fillAhrvoConnection(desk.page, gateway));
  await goTo(desk.page, /^All links/);
}

/** Reads what has changed in Ahrvo's list, and waits for the end. */
export async function syncAhrvo(page: Page): Promise<void> {
  // An empty table offers it a second time.
  await page.getByRole('button', { name: 'Sync', exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Syncs' }).getByText(/Last synced/)).toBeVisible({
    timeout: 60_000,
  });
}
