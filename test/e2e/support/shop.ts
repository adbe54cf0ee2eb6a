import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import Papa from 'papaparse';
import type { GatewayLink } from '../../../main/practice-gateway/gateway-link';
import type { PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import type { Desk } from '../launch';
import { addFirstConnection, importDashboardExport } from './desk-actions';

export interface Shop {
  readonly desk: Desk;
  readonly gateway: PracticeGateway;
  readonly folder: string;
}

/** Connects to the gateway under the name Shop and imports its links, as an export that was made so many milliseconds ago. */
export async function openShop({ desk, gateway, folder }: Shop, ageMs = 0): Promise<void> {
  const file = path.join(folder, 'dashboard.csv');
  writeFileSync(file, gateway.exportCsv({ zone: 'Asia/Kuwait', withDetails: true }));
  const madeAt = new Date(Date.now() - ageMs);
  utimesSync(file, madeAt, madeAt);
  await addFirstConnection(desk.page, {
    name: 'Shop',
    endpoint: gateway.apsUrl,
    credentials: gateway.credentials,
  });
  await importDashboardExport(desk, file);
}

/** The gateway's links that a customer can pay, of one currency where it is told. */
export function payableLinks(gateway: PracticeGateway, currency?: string): readonly GatewayLink[] {
  const soon = Date.now() + 3_600_000;
  return gateway
    .links()
    .filter((link) => link.status === 'Open' && link.expiresAt > soon)
    .filter((link) => currency === undefined || link.currency === currency);
}

/** Finds a link by its reference and opens it in the editor. */
export async function openLink(page: Page, { reference }: GatewayLink): Promise<Locator> {
  await page.getByRole('combobox', { name: 'Search payment links' }).fill(reference);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  await page.getByRole('grid').getByRole('gridcell', { name: reference }).first().dblclick();
  const panel = page.getByRole('complementary', { name: `Link ${reference}` });
  await expect(panel.getByText('What is known')).toBeVisible();
  return panel;
}

/** Selects every row that matches the filters. */
export function selectAll(page: Page): Promise<void> {
  return page.getByRole('checkbox', { name: 'Select all matching rows' }).check({ force: true });
}

/** Goes to a page by the navigation. */
export function goTo(page: Page, name: RegExp): Promise<void> {
  return page.getByRole('navigation').getByRole('button', { name }).first().click();
}

/** The rows of a CSV file that the application wrote, by its headers. */
export function readCsv(file: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}
