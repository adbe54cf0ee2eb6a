import path from 'node:path';
import type { Page } from '@playwright/test';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import { nextSavedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { goTo, openLink, payableLinks, readCsv } from './support/shop';

const day = 86_400_000;
const back = { timeout: 20_000 };

/** Two links in dinars that are open for a while yet. */
function twoOf(links: readonly GatewayLink[]): readonly [GatewayLink, GatewayLink] {
  const [first, second] = links;
  if (first === undefined || second === undefined) throw new Error('too few links');
  return [first, second];
}

const waits = (page: Page) => page.getByRole('grid').getByRole('img', { name: /^A change waits/ });
const conflicts = (page: Page) => page.getByRole('grid').getByRole('img', { name: /^Conflict: / });

test('an edit made offline is kept, marked and locks the form until the provider is back and has it', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 60, seed: 3 });
  const [link] = twoOf(payableLinks(gateway, 'KWD'));
  const panel = await openLink(page, link);
  const amount = panel.getByRole('textbox', { name: 'Amount' });
  await gateway.setFaults({ offline: {} });
  gateway.forgetRequests();
  await amount.fill('77.250');
  await panel.getByRole('button', { name: 'Change the amount' }).click();

  await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);
  await expect(panel.getByText('The provider cannot be reached: it is sent when')).toBeVisible();
  await expect(panel.getByText('Another change of this link is not yet decided.')).toBeVisible();
  await expect(amount).toBeDisabled();
  await expect(panel.getByRole('textbox', { name: 'Customer name' })).toBeDisabled();
  await expect(panel.getByRole('button', { name: 'No changes' })).toBeDisabled();
  await expect(waits(page)).toBeVisible();
  await expect(page.getByText('1 change waits for the network')).toBeVisible();
  await expect(page.getByText(/^No answer from .?Shop/).last()).toBeVisible();

  await panel.getByRole('button', { name: 'Send now' }).click();
  // A connection that was kept open and is cut now leaves open whether the edit arrived: then it is looked up first.
  await expect(panel.getByText(/^Tried again. It still waits.$|^Sent, no answer yet$/)).toBeVisible(back);
  await expect(waits(page)).toBeVisible();

  await gateway.setFaults({});
  await expect(panel.getByText('Saved. The provider now says:')).toBeVisible(back);
  expect(gateway.link(link.id)).toMatchObject({ amountMinor: 77_250, expiresAt: link.expiresAt });
  expect(gateway.requests().updates).toBe(1);
  await expect(waits(page)).toHaveCount(0);
  await expect(amount).toBeEnabled();
  await expect(amount).toHaveValue('77.250');
  await expect(page.getByText('1 change waits for the network')).toBeHidden();
  await expect(page.getByText(/^No answer from .?Shop/).last()).toBeHidden();
});

test('an offline edit that is discarded is never sent; Send now and Try now send the next ones at once', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 60, seed: 3 });
  const [link, other] = twoOf(payableLinks(gateway, 'KWD'));
  const panel = await openLink(page, link);
  await gateway.setFaults({ offline: {} });
  gateway.forgetRequests();
  await panel.getByRole('textbox', { name: 'Amount' }).fill('11.000');
  await panel.getByRole('button', { name: 'Change the amount' }).click();
  await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);

  await panel.getByRole('button', { name: 'Discard the change' }).click();
  await panel.getByRole('button', { name: 'Keep it' }).click();
  await expect(panel.getByText('Waiting to be sent')).toBeVisible();
  await panel.getByRole('button', { name: 'Discard the change' }).click();
  await panel.getByRole('group', { name: 'Give up this change?' }).getByText('Discard the change').click();
  await expect(panel.getByText('The change was discarded. Nothing was sent.')).toBeVisible();
  await expect(waits(page)).toHaveCount(0);
  await expect(panel.getByRole('textbox', { name: 'Amount' })).toBeEnabled();
  await expect(panel.getByRole('textbox', { name: 'Amount' })).not.toHaveValue('11.000');

  // The next one is sent as soon as somebody asks for it.
  await panel.getByRole('textbox', { name: 'Amount' }).fill('12.000');
  await panel.getByRole('button', { name: 'Change the amount' }).click();
  await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);
  await gateway.setFaults({});
  // By then it may have gone by itself.
  await panel
    .getByRole('button', { name: 'Send now' })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await expect(panel.getByText('Saved. The provider now says:')).toBeVisible(back);
  expect(gateway.link(link.id)?.amountMinor).toBe(12_000);
  expect(gateway.requests().updates).toBe(1);

  // And another when the banner is told to try.
  await page.keyboard.press('Escape');
  const next = await openLink(page, other);
  await gateway.setFaults({ offline: {} });
  await next.getByRole('textbox', { name: 'Order text' }).fill('Second delivery');
  await next.getByRole('button', { name: 'Change the order text' }).click();
  await expect(next.getByText('Waiting to be sent')).toBeVisible(back);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText(/^Tried at .*: still no answer\.$/)).toBeVisible(back);
  await gateway.setFaults({});
  await page
    .getByRole('button', { name: 'Try now' })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await expect(next.getByText('Saved. The provider now says:')).toBeVisible(back);
  expect(gateway.link(other.id)?.orderText).toBe('Second delivery');
});

test('what changed behind an offline edit is shown with its three values, and theirs can be kept', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 60, seed: 3 });
  const [link, paid] = twoOf(payableLinks(gateway, 'KWD'));
  const panel = await openLink(page, link);
  await gateway.setFaults({ offline: {} });
  gateway.forgetRequests();
  await panel.getByRole('textbox', { name: 'Amount' }).fill('15.500');
  await panel.getByRole('button', { name: 'Change the amount' }).click();
  await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);
  await page.keyboard.press('Escape');
  const second = await openLink(page, paid);
  await second.getByRole('textbox', { name: 'Amount' }).fill('16.500');
  await second.getByRole('button', { name: 'Change the amount' }).click();
  await expect(second.getByText('Waiting to be sent')).toBeVisible(back);
  await expect(page.getByText('2 changes wait for the network')).toBeVisible();

  gateway.setLink({ ...link, amountMinor: 99_000 });
  gateway.setLink({ ...paid, status: 'Paid' });
  await gateway.setFaults({});
  await expect(second.getByText('Conflict: the link has changed since')).toBeVisible(back);
  await expect(second.getByText('Yours cannot be sent any more: Paid links stay as they are.')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Send mine' })).toBeDisabled();
  await expect(conflicts(page)).toBeVisible();
  await second.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(second.getByText('The provider’s values stay. Your change is not sent.')).toBeVisible();
  await expect(conflicts(page)).toHaveCount(0);

  await page.keyboard.press('Escape');
  const first = await openLink(page, link);
  await expect(first.getByText('Conflict: the link has changed since')).toBeVisible(back);
  const values = first.getByRole('definition');
  const told = (await values.allInnerTexts()).join(' | ');
  expect(told).toContain(
    `KWD ${(link.amountMinor / 1000).toLocaleString('en', { minimumFractionDigits: 3 })}`,
  );
  expect(told).toContain('KWD 99.000');
  expect(told).toContain('KWD 15.500');
  await expect(first.getByRole('textbox', { name: 'Amount' })).toBeDisabled();
  await first.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(first.getByText('The provider’s values stay. Your change is not sent.')).toBeVisible();
  await expect(first.getByRole('textbox', { name: 'Amount' })).toHaveValue('99.000');
  expect(gateway.requests().updates).toBe(0);
  expect(gateway.link(link.id)?.amountMinor).toBe(99_000);
  await expect(page.getByRole('navigation').getByRole('button', { name: /conflict/ })).toHaveCount(0);
});

test('a conflict over two fields is decided field by field', async ({ startShop }) => {
  const { gateway, page } = await startShop({ links: 60, seed: 3 });
  const [link] = twoOf(payableLinks(gateway, 'KWD'));
  const panel = await openLink(page, link);
  await gateway.setFaults({ offline: {} });
  gateway.forgetRequests();
  await panel.getByRole('textbox', { name: 'Amount' }).fill('15.500');
  await panel.getByRole('button', { name: /^\+ 1 week/ }).click();
  await panel.getByRole('button', { name: 'Send 2 changes' }).click();
  await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);
  gateway.setLink({ ...link, amountMinor: 99_000, expiresAt: link.expiresAt + 2 * day });
  await gateway.setFaults({});

  await expect(panel.getByText('Conflict: the link has changed since')).toBeVisible(back);
  const chosen = panel.getByRole('button', { name: 'Do as chosen' });
  await expect(chosen).toBeDisabled();
  const expiry = panel.getByRole('radiogroup', { name: /^Expires \(was / });
  await expiry.getByRole('radio', { name: /^Provider has now/ }).check({ force: true });
  await expect(chosen).toBeDisabled();
  const amount = panel.getByRole('radiogroup', { name: /^Amount \(was / });
  await expect(amount.getByRole('radio', { name: /^Provider has now.*99\.000/ })).toBeVisible();
  await amount.getByRole('radio', { name: /^Your change.*15\.500/ }).check({ force: true });
  await chosen.click();
  await expect(panel.getByText('Saved. The provider now says:')).toBeVisible(back);
  expect(gateway.link(link.id)).toMatchObject({
    amountMinor: 15_500,
    expiresAt: link.expiresAt + 2 * day,
  });
  expect(gateway.requests().updates).toBe(1);
  await expect(panel.getByRole('textbox', { name: 'Amount' })).toHaveValue('15.500');
  await expect(conflicts(page)).toHaveCount(0);
});

test('the page of jobs lists what waits, decides its conflict field by field, and gives it up', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 60, seed: 3 });
  const [link, other] = twoOf(payableLinks(gateway, 'KWD'));
  await gateway.setFaults({ offline: {} });
  gateway.forgetRequests();
  for (const each of [link, other]) {
    const panel = await openLink(page, each);
    await panel.getByRole('textbox', { name: 'Amount' }).fill('21.500');
    await panel.getByRole('button', { name: /^\+ 1 day/ }).click();
    await panel.getByRole('button', { name: 'Send 2 changes' }).click();
    await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  }
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const list = page.getByRole('grid', { name: 'Jobs, newest first' });
  await expect(
    list.getByRole('row', { name: new RegExp(`Edit of .?${link.reference}.* Waiting`) }),
  ).toBeVisible();
  await list.getByRole('row', { name: new RegExp(`Edit of .?${other.reference}`) }).click();
  const detail = page.getByRole('complementary', { name: 'Details of the job' });
  await detail.getByRole('button', { name: 'Cancel…' }).click();
  await detail.getByRole('button', { name: 'Cancel the rest' }).click();
  await expect(list.getByRole('row', { name: new RegExp(`${other.reference}.* Cancelled`) })).toBeVisible();
  await expect(page.getByText('1 change waits for the network')).toBeVisible();

  gateway.setLink({ ...link, amountMinor: 99_000, expiresAt: link.expiresAt + 3 * day });
  await gateway.setFaults({});
  await page.getByRole('tab', { name: 'Conflicts to decide (1)' }).click(back);
  const card = page.getByRole('article', { name: link.reference });
  await expect(card.getByRole('row', { name: /^Amount.*KWD 99\.000.*KWD 21\.500/ })).toBeVisible();
  await card
    .getByRole('radiogroup', { name: 'Which value to keep: Amount' })
    .getByRole('radio', { name: 'Keep theirs' })
    .check({ force: true });
  await card
    .getByRole('radiogroup', { name: 'Which value to keep: Expiry' })
    .getByRole('radio', { name: 'Keep mine' })
    .check({ force: true });
  await card.getByRole('button', { name: 'Keep the chosen values' }).click();
  await expect(page.getByText('Nothing to decide')).toBeVisible(back);
  await expect
    .poll(() => gateway.link(link.id))
    .toMatchObject({ amountMinor: 99_000, expiresAt: link.expiresAt + day });
  expect(gateway.link(other.id)).toEqual(other);
  expect(gateway.requests().updates).toBe(1);

  await goTo(page, /^All links/);
  await page.getByRole('combobox', { name: 'Search payment links' }).fill('');
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
  await expect(waits(page)).toHaveCount(0);
  await expect(conflicts(page)).toHaveCount(0);
});

test('an edit that waits is there after a restart, is sent then, and stands in the audit log', async ({
  startShop,
  startDesk,
  folder,
}) => {
  const { gateway, desk } = await startShop({ links: 60, seed: 3 });
  const [link] = twoOf(payableLinks(gateway, 'KWD'));
  const panel = await openLink(desk.page, link);
  await gateway.setFaults({ offline: {} });
  await panel.getByRole('textbox', { name: 'Customer name' }).fill('Noura Al-Sabah');
  await panel.getByRole('button', { name: 'Change the customer name' }).click();
  await expect(panel.getByText('Waiting to be sent')).toBeVisible(back);
  await desk.close();

  gateway.forgetRequests();
  const again = await startDesk();
  const { page } = again;
  const reopened = await openLink(page, link);
  await expect(reopened.getByText('Waiting to be sent')).toBeVisible();
  await expect(reopened.getByText('Noura Al-Sabah').first()).toBeVisible();
  await expect(waits(page)).toBeVisible();
  expect(gateway.link(link.id)?.customerName).toBe(link.customerName);
  await gateway.setFaults({});
  await expect(reopened.getByText('Saved. The provider now says:')).toBeVisible(back);
  expect(gateway.link(link.id)?.customerName).toBe('Noura Al-Sabah');
  expect(gateway.requests().updates).toBe(1);

  await goTo(page, /^Audit log/);
  const log = page.getByRole('grid', { name: 'Audit log' });
  for (const event of ['Change waits', 'Change sent', 'Change applied', 'Connection added']) {
    await expect(log.getByRole('gridcell', { name: event, exact: true }).first()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/^\d+ entries, unbroken$/)).toBeVisible(back);
  const entries = Number(await log.getAttribute('aria-rowcount')) - 1;
  const file = path.join(folder, 'audit.csv');
  await nextSavedFile(again, file);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(new RegExp(`^${String(entries)} entries written to`))).toBeVisible(back);
  const rows = readCsv(file);
  expect(rows).toHaveLength(entries);
  expect(rows.map((row) => Number(row['Number']))).toEqual(rows.map((_, index) => index + 1));
  const ofLink = rows.filter((row) => row['Subject']?.includes(link.id));
  const events = ofLink.map((row) => row['Event']);
  expect(events.at(-1)).toBe('edit.applied');
  expect(events).toContain('edit.queued');
  expect(events).toContain('edit.sending');
  const newest = log.getByRole('row').nth(1);
  await expect(newest).toContainText(String(entries));
  await expect(newest).toContainText((rows.at(-1)?.['Hash (SHA-256)'] ?? '').slice(0, 8));
});
