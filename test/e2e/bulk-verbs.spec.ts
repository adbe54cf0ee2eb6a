import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { localOf } from '#domain/expiry';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { filterBy, nextSavedFile, previewDays } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { goTo, payableLinks, readCsv, selectAll } from './support/shop';

const day = 86_400_000;
const slow = { timeout: 20_000 };
const kuwait = 'Asia/Kuwait';

/** Opens the bulk dialog with one of the changes from the menu. */
async function openMore(page: Page, item: string): Promise<Locator> {
  await page.getByRole('button', { name: 'More changes' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  return page.getByRole('dialog', { name: 'Change many links' });
}

async function makePlan(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Make the plan' }).click();
  await expect(dialog.getByText('Nothing has been sent yet.')).toBeVisible(slow);
}

const tab = (dialog: Locator, name: string) => dialog.getByRole('tab', { name: new RegExp(`^${name}`) });

async function expectCounts(dialog: Locator, counts: Readonly<Record<string, number>>): Promise<void> {
  for (const [name, count] of Object.entries(counts)) {
    await expect(tab(dialog, name)).toHaveText(new RegExp(`^${name}\\s*${String(count)}$`));
  }
}

/** Confirms a plan by the button that names its effect, and waits for the result. */
async function confirm(dialog: Locator, effect: string, result: string): Promise<void> {
  await dialog.getByRole('button', { name: effect, exact: true }).click();
  await expect(dialog.getByRole('heading', { name: result })).toBeVisible(slow);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
}

async function setZone(page: Page, zone: string): Promise<void> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  const field = dialog.getByRole('combobox', { name: 'Time zone' });
  await field.fill(zone);
  // Opens the list, should it have closed since.
  await field.press('ArrowDown');
  await page
    .getByRole('option', { name: new RegExp(zone.split('/')[1] ?? zone) })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Done' }).click();
}

const linksBy = (gateway: PracticeGateway, keep: (link: GatewayLink) => boolean) =>
  gateway.links().filter(keep);

test('many links are closed and reopened; what is closed, paid or not there to close is told apart', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 80, seed: 5 });
  const paid = linksBy(gateway, ({ status }) => status === 'Paid').length;
  const closed = linksBy(gateway, ({ status }) => status === 'Closed').length;
  const open = linksBy(gateway, ({ status }) => status === 'Open');
  await selectAll(page);
  const dialog = await openMore(page, 'Close…');
  await makePlan(dialog);
  await expectCounts(dialog, { 'Will change': open.length, 'No change': closed, 'Not allowed': paid });
  await tab(dialog, 'Not allowed').click();
  await expect(dialog.getByText('Already paid').first()).toBeVisible();
  expect(gateway.requests().updates).toBe(0);
  const words = `${String(open.length)} links`;
  await confirm(dialog, `Close ${words}`, `${words} are closed`);
  expect(linksBy(gateway, ({ status }) => status === 'Open')).toHaveLength(0);
  expect(linksBy(gateway, ({ status }) => status === 'Paid')).toHaveLength(paid);
  await expect(
    page
      .getByRole('grid')
      .getByRole('gridcell', { name: /^Closed/ })
      .first(),
  ).toBeVisible();

  const again = await openMore(page, 'Reopen…');
  await makePlan(again);
  const all = open.length + closed;
  await expectCounts(again, { 'Will change': all, 'No change': 0, 'Not allowed': paid });
  await confirm(again, `Reopen ${String(all)} links`, `${String(all)} links are open again`);
  expect(linksBy(gateway, ({ status }) => status === 'Closed')).toHaveLength(0);
  expect(gateway.requests().updates).toBe(open.length + all);
  for (const { id, expiresAt, amountMinor } of open) {
    expect(gateway.link(id)).toMatchObject({ status: 'Open', expiresAt, amountMinor });
  }
});

test('an amount goes to the links of its currency alone, an order text to all that are open', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 80, seed: 5 });
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  const dollars = open.filter(({ currency }) => currency === 'USD');
  await expect(page.getByText(`${String(open.length)} of 80`).first()).toBeVisible();
  await selectAll(page);
  const dialog = await openMore(page, 'Set amount…');
  await dialog.getByRole('button', { name: /Currency/ }).click();
  await page.getByRole('option', { name: /^USD/ }).click();
  await dialog.getByRole('textbox', { name: 'New amount' }).fill('19.999');
  await expect(dialog.getByText('USD has 2 decimals.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Make the plan' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'New amount' }).fill('19.99');
  await makePlan(dialog);
  await expectCounts(dialog, {
    'Will change': dollars.length,
    'Not allowed': open.length - dollars.length,
  });
  await tab(dialog, 'Not allowed').click();
  await expect(dialog.getByText('The currency would change').first()).toBeVisible();
  const words = `${String(dollars.length)} links`;
  await confirm(dialog, `Set amount of ${words}`, `${words} were changed`);
  for (const { id, amountMinor, currency } of gateway.links()) {
    const was = dollars.some((link) => link.id === id);
    expect(gateway.link(id)).toMatchObject({ currency, amountMinor: was ? 1999 : amountMinor });
  }
  expect(gateway.links().filter(({ amountMinor }) => amountMinor === 1999)).toHaveLength(dollars.length);

  const texts = await openMore(page, 'Set order text…');
  await texts.getByRole('textbox', { name: 'New order text' }).fill('Autumn <sale>');
  await expect(texts.getByText('“<” is not accepted here.')).toBeVisible();
  await texts.getByRole('textbox', { name: 'New order text' }).fill('Autumn sale second reminder');
  await makePlan(texts);
  const count = String(open.length);
  await confirm(texts, `Set order text of ${count} links`, `${count} links were changed`);
  const written = gateway.links().filter(({ orderText }) => orderText === 'Autumn sale second reminder');
  expect(written.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
});

test('end of month and next business day are those of Kuwait, with its weekend and a holiday', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 60, seed: 5 });
  await setZone(page, kuwait);
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  const before = new Map(open.map((link) => [link.id, localOf(link.expiresAt, kuwait)]));
  await selectAll(page);
  // The first Sunday on which a link expires is made a holiday, or some other one.
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
  const dates = [...before.values()].map(({ date }) => date);
  const holiday = dates.find((date) => weekday(date) === 0) ?? '2040-01-01';
  await page.getByRole('button', { name: 'Set expiry…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change many links' });
  await dialog.getByRole('radio', { name: 'Next business day' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Change…' }).click();
  await dialog.getByRole('radio', { name: 'Friday and Saturday' }).check({ force: true });
  await dialog.getByRole('button', { name: 'Paste a list…' }).click();
  await dialog.getByRole('textbox', { name: 'Several days' }).fill(holiday);
  await dialog.getByRole('button', { name: 'Add these days' }).click();
  await expect(dialog.getByText('Friday and Saturday, 1 holiday')).toBeVisible();
  await makePlan(dialog);

  const isOff = (date: string) => [5, 6].includes(weekday(date)) || date === holiday;
  const nextDay = (date: string) =>
    new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10);
  const workday = (date: string): string => (isOff(date) ? workday(nextDay(date)) : date);
  const moved = open.filter(({ id }) => isOff(before.get(id)?.date ?? ''));
  await expectCounts(dialog, { 'Will change': moved.length, 'No change': open.length - moved.length });
  await confirm(
    dialog,
    `Extend ${String(moved.length)} links`,
    `${String(moved.length)} links have the new expiry`,
  );
  for (const { id } of open) {
    const { date, time } = before.get(id) ?? { date: '', time: '' };
    const now = localOf(gateway.link(id)?.expiresAt ?? 0, kuwait);
    expect(now).toMatchObject({ date: workday(date), time });
  }

  await page.getByRole('button', { name: 'Set expiry…' }).click();
  await dialog.getByRole('radio', { name: 'End of a month' }).check({ force: true });
  await makePlan(dialog);
  const count = String(open.length);
  await confirm(dialog, `Extend ${count} links`, `${count} links have the new expiry`);
  for (const { id } of open) {
    const [year = 0, month = 0] = workday(before.get(id)?.date ?? '')
      .split('-')
      .map(Number);
    const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const now = localOf(gateway.link(id)?.expiresAt ?? 0, kuwait);
    expect(now).toMatchObject({ date: last, time: '23:59:00' });
  }
});

test('a plan is checked at the provider and saved; rows that changed are left alone', async ({
  startShop,
  folder,
}) => {
  const { gateway, desk, page } = await startShop({ links: 60, seed: 5, ageMs: day });
  await filterBy(page, 'Status', ['Open', 'Paid']);
  const open = payableLinks(gateway);
  const paid = linksBy(gateway, ({ status }) => status === 'Paid');
  const [first, second, third] = open;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few links');
  gateway.setLink({ ...first, expiresAt: first.expiresAt + 2 * day });
  gateway.setLink({ ...second, status: 'Paid' });
  await selectAll(page);
  gateway.forgetRequests();
  const dialog = await previewDays(page, 7);
  await expectCounts(dialog, { 'Will change': open.length, 'Not allowed': paid.length });
  await dialog.getByRole('button', { name: 'Check at provider first' }).click();
  await expect(
    dialog.getByText(`${String(open.length)} links were checked. 2 have changed since and are left alone.`),
  ).toBeVisible(slow);
  expect(gateway.requests()).toMatchObject({ checks: open.length, updates: 0 });
  await expectCounts(dialog, { 'Will change': open.length - 2, 'Changed since cached': 2 });
  await tab(dialog, 'Changed since cached').click();
  await expect(dialog.getByRole('gridcell', { name: first.reference }).first()).toBeVisible();
  await expect(dialog.getByRole('gridcell', { name: second.reference }).first()).toBeVisible();

  const file = path.join(folder, 'plan.csv');
  await nextSavedFile(desk, file);
  await dialog.getByRole('button', { name: 'Save plan…' }).click();
  await expect(dialog.getByText(/^Plan saved as .?plan\.csv/)).toBeVisible(slow);
  const rows = readCsv(file);
  expect(rows).toHaveLength(open.length + paid.length);
  const verdictOf = new Map(rows.map((row) => [row['Payment link ID'], row]));
  expect(verdictOf.get(first.id)).toMatchObject({
    'Merchant reference': first.reference,
    Plan: 'Changed at the provider since',
  });
  expect(verdictOf.get(paid[0]?.id)).toMatchObject({ Plan: 'Not allowed', Reason: 'Already paid' });
  const stays = verdictOf.get(third.id);
  expect(stays).toMatchObject({ Plan: 'Will change', Change: 'Set expiry' });
  expect(Date.parse(stays?.['Then'] ?? '') - Date.parse(stays?.['Now'] ?? '')).toBe(7 * day);

  const count = String(open.length - 2);
  await confirm(dialog, `Extend ${count} links`, `${count} links have the new expiry`);
  expect(gateway.link(first.id)?.expiresAt).toBe(first.expiresAt + 2 * day);
  expect(gateway.requests().updates).toBe(open.length - 2);
});

test('a check that is stopped keeps what it has learned, and a double click starts one job', async ({
  startShop,
}) => {
  const { gateway, page } = await startShop({ links: 120, seed: 5, ageMs: day });
  await filterBy(page, 'Status', ['Open']);
  const open = payableLinks(gateway);
  await selectAll(page);
  const dialog = await previewDays(page, 7);
  gateway.forgetRequests();
  await gateway.setFaults({ latency: { ms: 200 } });
  await dialog.getByRole('button', { name: 'Check at provider first' }).click();
  await expect.poll(() => gateway.requests().checks).toBeGreaterThan(4);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByText(/^Stopped\. \d+ links were checked\. None has changed since\./)).toBeVisible(
    slow,
  );
  expect(gateway.requests().checks).toBeLessThan(open.length);
  expect(gateway.requests().updates).toBe(0);
  await expectCounts(dialog, { 'Will change': open.length, 'Changed since cached': 0 });

  await gateway.setFaults({});
  await dialog.getByRole('button', { name: `Extend ${String(open.length)} links` }).dblclick();
  await expect(dialog.getByText(/^Every link was changed/)).toBeVisible(slow);
  expect(gateway.requests().updates).toBe(open.length);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await goTo(page, /^Jobs/);
  await expect(page.getByRole('row', { name: /Set expiry of/ })).toHaveCount(1);
});
