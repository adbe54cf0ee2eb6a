import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { statusFromWord } from '#domain/payment-link';
import { formatMinor } from '#domain/money';
import { formatWithOffset } from '#domain/expiry';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import {
  addFirstConnection,
  exportAll,
  filterBy,
  importDashboardExport,
  refreshAll,
  setExpiryOfSelected,
} from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { readExportedCsv, readExportedXml } from './support/read-exports';
import { filesWith, secretsInMemory } from './support/secret-search';
import { keychainItem } from './support/read-keychain';

/** 1,000 links of which 301 are open in dinars of Kuwait or Bahrain, and none expires while the spec runs. */
const seed = 85;

const statusWords = {
  open: 'Open',
  paid: 'Paid',
  closed: 'Closed',
  expired: 'Expired',
  unknown: 'Unknown',
} as const;

/**
 * What an export must say of a link, from the gateway's own books. Its address is known once an update has answered it: neither
 * the dashboard's export nor a check has it.
 */
function expectedRow(link: GatewayLink, isUpdated: boolean): Record<string, string> {
  const clock = (at: number) => formatWithOffset(at, 'UTC');
  return {
    connection: 'Kuwait shop',
    linkId: link.id,
    reference: link.reference,
    status: statusWords[statusFromWord(link.status, link.expiresAt, Date.now())],
    providerStatus: link.status,
    amount: formatMinor(link.amountMinor, link.currency),
    currency: link.currency,
    customerName: link.customerName,
    customerEmail: link.customerEmail,
    orderText: link.orderText,
    createdAt: clock(link.createdAt),
    expiresAt: clock(link.expiresAt),
    attempts: String(link.attempts),
    url: isUpdated ? link.url : '',
  };
}

function byId(rows: readonly Record<string, string>[]): Map<string, Record<string, string>> {
  return new Map(rows.map((row) => [row['linkId'] ?? row['Payment link ID'] ?? '', row]));
}

/** The headers of the first row. */
function byHeader(rows: ReadonlyMap<string, Record<string, string>>): readonly string[] {
  return Object.keys([...rows.values()][0] ?? {});
}

const csvHeaders: Readonly<Record<string, string>> = {
  connection: 'Connection',
  linkId: 'Payment link ID',
  reference: 'Merchant reference',
  status: 'Status',
  providerStatus: 'Provider status',
  amount: 'Amount',
  currency: 'Currency',
  customerName: 'Customer name',
  customerEmail: 'Customer email',
  orderText: 'Order description',
  createdAt: 'Created at',
  expiresAt: 'Expires at',
  attempts: 'Attempts',
  url: 'Payment link',
  checkedAt: 'Checked at',
};

/** Compares every value of both files with the gateway's books. */
async function expectFilesEqualGateway(
  gateway: PracticeGateway,
  files: { csv: string; xml: string },
  updated: ReadonlySet<string>,
) {
  const csv = byId(await readExportedCsv(files.csv));
  const xml = byId(readExportedXml(files.xml));
  const links = gateway.links();
  expect([csv.size, xml.size]).toEqual([links.length, links.length]);
  expect([...byHeader(csv)].sort()).toEqual(Object.values(csvHeaders).sort());
  for (const link of links) {
    const expected = expectedRow(link, updated.has(link.id));
    // Nobody but the application knows when it checked; both files must say the same, today.
    const checkedAt = xml.get(link.id)?.['checkedAt'] ?? '';
    expect(Math.abs(Date.parse(checkedAt) - Date.now())).toBeLessThan(10 * 60_000);
    expect(csv.get(link.id)?.['Checked at']).toBe(checkedAt);
    for (const [column, value] of Object.entries(expected)) {
      const inXml = xml.get(link.id)?.[column] ?? '';
      const inCsv = csv.get(link.id)?.[csvHeaders[column] ?? ''] ?? '';
      expect([inXml, inCsv], `${link.id} ${column} in XML and CSV`).toEqual([value, value]);
    }
  }
}

test('the whole main job: connect, import, refresh, filter, edit one, extend 300, export, and nothing leaks', async ({
  startDesk,
  gateway: startGateway,
  folder,
}) => {
  test.setTimeout(180_000);
  const gateway = await startGateway({ links: 1000, seed });
  const { credentials } = gateway;
  const dashboardExport = path.join(folder, 'dashboard.csv');
  writeFileSync(dashboardExport, gateway.exportCsv({ zone: 'Asia/Kuwait', withDetails: true }));

  const desk = await startDesk();
  const { page } = desk;
  await addFirstConnection(page, { name: 'Kuwait shop', endpoint: gateway.apsUrl, credentials });
  await importDashboardExport(desk, dashboardExport);
  await expect(page.getByText('1,000 of 1,000').first()).toBeVisible();

  gateway.forgetRequests();
  await refreshAll(page, 1000);
  expect(gateway.requests()).toMatchObject({ checks: 1000, updates: 0 });

  await filterBy(page, 'Status', ['Open']);
  await filterBy(page, 'Currency', ['KWD', 'BHD']);
  await expect(page.getByText('301 of 1,000').first()).toBeVisible();

  // One link: another amount, and what the provider then says.
  await page.getByRole('row').nth(1).dblclick();
  const panel = page.getByRole('complementary').filter({ has: page.getByText('What is known') });
  const linkId = await panel
    .getByText(/^\d{18}$/)
    .first()
    .innerText();
  await panel.getByRole('textbox', { name: 'Amount' }).fill('1,234.560');
  await panel.getByRole('button', { name: 'Change the amount' }).click();
  await expect(panel.getByText(/78000/)).toBeVisible();
  expect(gateway.link(linkId)).toMatchObject({ amountMinor: 1_234_560 });
  await page.keyboard.press('Escape');

  // Three hundred links: all that match but one.
  await page.getByRole('checkbox', { name: 'Select all matching rows' }).check({ force: true });
  await page.getByRole('checkbox', { name: /^Select row 2\b/ }).uncheck({ force: true });
  await expect(page.getByText('300 matching selected, 1 excluded')).toBeVisible();
  const before = new Map(gateway.links().map(({ id, expiresAt }) => [id, expiresAt]));
  gateway.forgetRequests();
  await setExpiryOfSelected(page, {
    days: 30,
    count: 300,
    atPlan: async () => {
      expect(gateway.requests().total).toBe(0);
      await Promise.resolve();
    },
  });
  const moved = gateway
    .links()
    .filter(({ id, expiresAt }) => expiresAt === (before.get(id) ?? 0) + 30 * 86_400_000);
  expect(moved).toHaveLength(300);
  const updated = new Set([linkId, ...moved.map(({ id }) => id)]);
  expect(gateway.requests().updates).toBe(300);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();

  // Both files, read back by other parsers, hold what the gateway holds.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  const files = { csv: path.join(folder, 'links.csv'), xml: path.join(folder, 'links.xml') };
  await exportAll(desk, 'CSV', files.csv);
  await exportAll(desk, 'XML', files.xml);
  await expectFilesEqualGateway(gateway, files, updated);

  // The secrets are in the keychain, byte for byte, and nowhere else.
  const secrets = [credentials.accessCode, credentials.requestPhrase, credentials.responsePhrase];
  const connections = await page.evaluate(() => {
    const { desk: bridge } = globalThis as unknown as {
      desk: { call(name: string, input: object): Promise<{ value: { id: string }[] }> };
    };
    return bridge.call('connections:list', {});
  });
  const connectionId = connections.value[0]?.id ?? '';
  expect(await keychainItem(connectionId, 'accessCode')).toBe(credentials.accessCode);
  expect(await keychainItem(connectionId, 'requestPhrase')).toBe(credentials.requestPhrase);
  expect(await keychainItem(connectionId, 'responsePhrase')).toBe(credentials.responsePhrase);
  await desk.close();
  const profile = path.join(folder, 'profile');
  expect(filesWith(profile, secrets)).toEqual([]);

  // A renderer that was never given the secrets never receives them, whatever it asks.
  const again = await startDesk();
  await expect(again.page.getByText('1,000 of 1,000').first()).toBeVisible();
  await again.page.getByRole('button', { name: 'Manage connections' }).click();
  await expect(again.page.getByText(`•••• ${credentials.accessCode.slice(-4)}`).first()).toBeVisible();
  await again.page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(again.page.getByText(/It works/)).toBeVisible();
  await again.page.getByRole('button', { name: 'All links' }).click();
  await again.page.getByRole('row').nth(1).dblclick();
  await expect(again.page.getByText('What is known')).toBeVisible();
  // The search itself works: what the page does hold is found.
  expect(await secretsInMemory(again.page, ['Kuwait shop'])).toEqual(['Kuwait shop']);
  expect(await secretsInMemory(again.page, secrets)).toEqual([]);
});
