import type { Locator, Page } from '@playwright/test';
import { formatAmount } from '#domain/money';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { ask } from './support/bridge';
import { filterBy } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { goTo, selectAll } from './support/shop';
import { ahrvoName, ownLinks, syncAhrvo } from './support/two-shops';

const sizes = { links: 120, ahrvoLinks: 80, seed: 7 } as const;

/** What both accounts ask for in one currency, from the gateway's own books. */
function totalIn(currency: string, gateway: PracticeGateway): string {
  const aps = gateway.links().filter((link) => link.currency === currency);
  const ahrvo = ownLinks(gateway).filter((link) => link.currency === currency);
  const amountMinor =
    aps.reduce((sum, link) => sum + link.amountMinor, 0) +
    ahrvo.reduce((sum, { amount }) => sum + (amount.type === 'FIXED' ? amount.total : 0), 0);
  const [whole = '', part = ''] = formatAmount({ amountMinor, currency }).split('.');
  return `${Number(whole).toLocaleString('en')}.${part}`;
}

/** An open link of Ahrvo whose nickname no other link has. */
function openAhrvoLink(gateway: PracticeGateway, from = 0) {
  const references = new Set(gateway.links().map(({ reference }) => reference));
  const soon = Date.now() + 3_600_000;
  const link = ownLinks(gateway)
    .filter(({ state, expiresAt }) => state === 'ACTIVE' && expiresAt > soon)
    .filter(({ amount, nickname, isMultipleUse }) => {
      return amount.type === 'FIXED' && !isMultipleUse && nickname !== '' && !references.has(nickname);
    })[from];
  if (link === undefined) throw new Error('The gateway has no such link.');
  return link;
}

async function openLinkById(page: Page, linkId: string): Promise<Locator> {
  await page.getByRole('combobox', { name: 'Search payment links' }).fill(linkId);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  await page.getByRole('row').nth(1).dblclick();
  const panel = page.getByRole('complementary').filter({ has: page.getByText('What is known') });
  await expect(panel.getByText(linkId).first()).toBeVisible();
  return panel;
}

const clearSearch = (page: Page) => page.getByRole('combobox', { name: 'Search payment links' }).fill('');

test('an APS and an Ahrvo connection side by side: sync, one table, edits, duplicates, new links', async ({
  startTwoShops,
}) => {
  test.setTimeout(180_000);
  const { gateway, desk } = await startTwoShops(sizes);
  const { page } = desk;
  const own = ownLinks(gateway).length;
  const all = 120 + own;

  await test.step('a first sync brings the whole list', async () => {
    await expect(page.getByText('120 of 120').first()).toBeVisible();
    await syncAhrvo(page);
    await expect(page.getByText(`${all} of ${all}`).first()).toBeVisible();
    await page
      .getByRole('button', { name: `${own} new` })
      .first()
      .click();
    await expect(page.getByText(`${own} of ${all}`).first()).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
  });

  await test.step('sums are one for each currency, across both', async () => {
    await expect(page.getByText(`${all} of ${all}`).first()).toBeVisible();
    await expect(page.getByText(totalIn('KWD', gateway)).first()).toBeVisible();
    await filterBy(page, 'Connection', [ahrvoName]);
    await expect(page.getByText(`${own} of ${all}`).first()).toBeVisible();
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
  });

  const edited = openAhrvoLink(gateway);
  await test.step('a link of Ahrvo takes a nickname and tags, and says why it takes no date', async () => {
    const panel = await openLinkById(page, edited.id);
    await expect(panel.getByText(/does not change the expiry of a link/)).toBeVisible();
    await panel.getByRole('textbox', { name: 'Reference' }).fill('Order 7731');
    await panel.getByRole('textbox', { name: 'Tags' }).fill('branch: Salmiya\norder: 7731');
    await panel
      .getByRole('button', { name: /Send|Save|Change/ })
      .last()
      .click();
    await expect.poll(() => gateway.ahrvoLink(edited.id)?.nickname).toBe('Order 7731');
    expect(gateway.ahrvoLink(edited.id)?.tags).toEqual({ branch: 'Salmiya', order: '7731' });
    await expect(page.getByRole('gridcell', { name: 'Order 7731' }).first()).toBeVisible();
  });

  await test.step('what a customer has paid is told by the next sync, and kept in the history', async () => {
    const paid = openAhrvoLink(gateway, 1);
    gateway.setAhrvoLink({ ...paid, state: 'COMPLETED', updatedAt: Date.now() });
    await clearSearch(page);
    gateway.forgetRequests();
    await page.getByRole('button', { name: 'Sync', exact: true }).click();
    await page.getByRole('button', { name: '1 paid' }).first().click({ timeout: 30_000 });
    await expect(page.getByText(`1 of ${all}`).first()).toBeVisible();
    const { page: shown } = await ask(page, 'links:open', { filter: { marks: ['newly-paid'] }, sort: [] });
    const { history } = await ask(page, 'links:read', { key: shown.rows[0]?.key ?? 0 });
    expect(history[0]?.changes).toContainEqual({ field: 'status', before: 'open', after: 'paid' });
    await page.getByRole('button', { name: 'Clear filters' }).first().click();
  });

  await test.step('one bulk plan says which links of which provider take a date', async () => {
    await filterBy(page, 'Status', ['Open']);
    await selectAll(page);
    await page.getByRole('button', { name: 'Set expiry…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change many links' });
    await dialog.getByRole('radio', { name: 'Later by days or weeks' }).check({ force: true });
    await dialog.getByRole('textbox', { name: 'Later by' }).fill('7');
    await dialog.getByRole('button', { name: 'Make the plan' }).click();
    await expect(dialog.getByText('Nothing has been sent yet.')).toBeVisible();
    const open = ownLinks(gateway).filter(({ state }) => state === 'ACTIVE').length;
    await expect(dialog.getByText(new RegExp(`\\b${String(open)}\\b`)).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('of two open links for the same money the older one is closed with one click', async () => {
    await page.getByRole('combobox', { name: 'Search payment links' }).fill('is:duplicate');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row').nth(2)).toBeVisible();
    await page.getByRole('row').nth(1).dblclick();
    const panel = page.getByRole('complementary').filter({ has: page.getByText('What is known') });
    const closed = () =>
      gateway.links().filter(({ status }) => status === 'Closed').length +
      gateway.ahrvoLinks().filter(({ state }) => state === 'DEACTIVATED').length;
    const before = closed();
    await panel.getByRole('button', { name: 'Close the older one' }).click();
    await expect.poll(closed, { timeout: 15_000 }).toBe(before + 1);
    await expect(panel.getByRole('button', { name: 'Close the older one' })).toBeHidden();
  });
});

test('links are made at both providers and added by their ids', async ({ startTwoShops }) => {
  test.setTimeout(120_000);
  const { gateway, desk } = await startTwoShops(sizes);
  const { page } = desk;
  const madeAt = Date.now();

  const openAdding = async (item: string, title: string) => {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return page.getByRole('dialog', { name: title });
  };

  await test.step('a name nobody knows and a repeated one are told', async () => {
    const [known] = ownLinks(gateway);
    const dialog = await openAdding('Add by id or reference…', 'Add links by id');
    await dialog.getByRole('radio', { name: new RegExp(ahrvoName) }).check({ force: true });
    await dialog.getByRole('textbox').fill(`${known?.id ?? ''}; ${known?.id ?? ''}\nPLnobodyKnowsThis`);
    await expect(dialog.getByText('1 repeated')).toBeVisible();
    await dialog.getByRole('button', { name: 'Look up and add 2 links' }).click();
    await expect(dialog.getByText('PLnobodyKnowsThis')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await expect(page.getByText('121 of 121').first()).toBeVisible();
  });

  await test.step('a link is made at Ahrvo', async () => {
    const dialog = await openAdding('Create a link…', 'Create a link');
    await dialog.getByRole('radio', { name: new RegExp(ahrvoName) }).check({ force: true });
    await dialog.getByRole('textbox', { name: 'Reference' }).fill('Deposit 12');
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('125.50');
    await dialog.getByRole('button', { name: 'Create the link' }).click();
    await expect(dialog.getByText('The link was created')).toBeVisible();
    const made = gateway.ahrvoLinks().filter(({ createdAt }) => createdAt >= madeAt - 1000);
    expect(made.map(({ nickname }) => nickname)).toEqual(['Deposit 12']);
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    await expect(page.getByText('122 of 122').first()).toBeVisible();
  });
  await goTo(page, /^All links/);
});
