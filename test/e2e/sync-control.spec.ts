import type { Page } from '@playwright/test';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { expect, test } from './support/desk-test';
import { ahrvoName, ownLinks } from './support/two-shops';

const sizes = { links: 5, ahrvoLinks: 3_000, seed: 7 } as const;
const slowPages = { latency: { command: 'list', ms: 200 } } as const;
const linksAPage = 100;
const soon = { timeout: 20_000 };

/** How often each page of the list was asked for since the log was emptied, by its cursor or offset. */
function askedPages(gateway: PracticeGateway): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const { command, fields } of gateway.requests().latest) {
    const page = fields['after_cursor'] ?? fields['offset'] ?? '0';
    if (command === 'list') asked.set(page, (asked.get(page) ?? 0) + 1);
  }
  return asked;
}

/** What an interruption may lose of pages some 200 ms apart: one under way, one waiting, one that is being stored. */
const lostAtOnce = 3;

/** Each page was read, and a second time only those that were not stored yet at an interruption. */
function expectReadOn(gateway: PracticeGateway, interruptions: number): void {
  const asked = [...askedPages(gateway).values()];
  expect(asked).toHaveLength(Math.ceil(ownLinks(gateway).length / linksAPage));
  expect(Math.max(...asked)).toBeLessThanOrEqual(2);
  expect(asked.filter((times) => times === 2).length).toBeLessThanOrEqual(interruptions * lostAtOnce);
}

const strip = (page: Page) => page.getByRole('region', { name: 'Syncs' });
const running = (page: Page) =>
  strip(page).getByRole('progressbar', { name: new RegExp(`Syncing .?${ahrvoName}`) });
const paused = (page: Page) => strip(page).getByText(new RegExp(`Sync of .?${ahrvoName}.? paused`));
const press = (page: Page, name: string) => strip(page).getByRole('button', { name, exact: true }).click();
const sync = (page: Page) => page.getByRole('button', { name: 'Sync', exact: true }).click();
const words = (count: number) => count.toLocaleString('en');

/** The table has so many links, and shows them all. */
async function expectCached(page: Page, count: number): Promise<void> {
  await expect(page.getByText(`${words(count)} of ${words(count)}`, { exact: true }).first()).toBeVisible(
    soon,
  );
}

test('a sync that is paused stays so over a restart, and goes on at the page where it stopped', async ({
  startDesk,
  startTwoShops,
}) => {
  test.setTimeout(120_000);
  const { gateway, desk: firstDesk } = await startTwoShops(sizes);
  let desk = firstDesk;
  await gateway.setFaults(slowPages);
  gateway.forgetRequests();
  const own = ownLinks(gateway).length;
  let read = 0;

  await test.step('progress is told, and a pause keeps what was read', async () => {
    const { page } = desk;
    await sync(page);
    await expect(running(page)).toBeVisible();
    await expect(strip(page).getByText(/^[3-9]00 links read · [3-9] pages/)).toBeVisible(soon);
    await press(page, 'Pause');
    await expect(paused(page)).toBeVisible();
    const told = strip(page).getByText(/You paused it\. What was read is kept\. [\d,]+ links read/);
    read = Number(/([\d,]+) links read/.exec((await told.textContent()) ?? '')?.[1]?.replace(',', ''));
    expect(read).toBeGreaterThanOrEqual(300);
    expect(read).toBeLessThan(own);
    await expectCached(page, read + sizes.links);
  });

  await test.step('after a restart it is still paused, and nothing is asked for', async () => {
    await desk.close();
    const before = gateway.requests().total;
    desk = await startDesk();
    await expect(paused(desk.page)).toBeVisible(soon);
    await expect(strip(desk.page).getByText(`${words(read)} links read`)).toBeVisible();
    await expectCached(desk.page, read + sizes.links);
    expect(gateway.requests().total).toBe(before);
  });

  await test.step('it goes on, over a power cut too, until the whole list is there', async () => {
    await press(desk.page, 'Resume');
    await expect(strip(desk.page).getByText(/^1,[0-4]00 links read/)).toBeVisible(soon);
    await desk.kill();
    desk = await startDesk();
    await expect(running(desk.page)).toBeVisible(soon);
    await expect(strip(desk.page).getByText(/Last synced/)).toBeVisible(soon);
    await expectCached(desk.page, own + sizes.links);
    await expect(strip(desk.page).getByRole('button', { name: `${words(own)} new` })).toBeVisible();
    expectReadOn(gateway, 2);
  });
});

test('a sync tells of a network that is cut, goes on where it was, and leaves what was read when it is cancelled', async ({
  startTwoShops,
}) => {
  test.setTimeout(120_000);
  const { gateway, desk } = await startTwoShops({ ...sizes, ahrvoShape: 'offset' });
  const { page } = desk;
  await gateway.setFaults(slowPages);
  gateway.forgetRequests();
  const own = ownLinks(gateway).length;
  const listed = (hundreds: string) =>
    strip(page)
      .getByText(new RegExp(`${hundreds}00 of ${words(own)} links · `))
      .first();

  await test.step('a cut network is named, with what happens next', async () => {
    await sync(page);
    await expect(listed('[3-9]')).toBeVisible(soon);
    await gateway.setFaults({ offline: {} });
    await expect(paused(page)).toBeVisible(soon);
    await expect(
      strip(page).getByText(
        /The provider cannot be reached\. It goes on by itself when the provider answers/,
      ),
    ).toBeVisible();
  });

  await test.step('it reads on by itself when the provider answers again', async () => {
    await gateway.setFaults(slowPages);
    await expect(listed('1,[0-9]')).toBeVisible(soon);
  });

  await test.step('resumed by hand after another cut, it goes on where it was', async () => {
    await press(page, 'Pause');
    await expect(paused(page)).toBeVisible();
    await gateway.setFaults({ offline: {} });
    await press(page, 'Resume');
    await expect(running(page)).toBeVisible();
    await gateway.setFaults(slowPages);
    await expect(listed('1,[3-9]')).toBeVisible(soon);
  });

  await test.step('one that is cancelled leaves what was read', async () => {
    await press(page, 'Cancel');
    await expect(strip(page).getByText('Stop this sync? What was read stays.')).toBeVisible();
    await press(page, 'Stop it');
    await expect(strip(page)).toBeHidden();
    const { total } = gateway.requests();
    const { size } = askedPages(gateway);
    const shown = page.getByText(/^([\d,]{5}) of \1$/).first();
    const kept = Number((await shown.textContent())?.slice(0, 5).replace(',', ''));
    expect(kept).toBeGreaterThanOrEqual(1_000 + sizes.links);
    expect(kept).toBeLessThanOrEqual(size * linksAPage + sizes.links);
    expect(kept).toBeLessThan(own);
    expect(Math.max(...askedPages(gateway).values())).toBeLessThanOrEqual(2);
    await expectCached(page, kept);
    expect(gateway.requests().total).toBe(total);
  });
});

test('a sync that the provider refuses in the middle of its list says to start over, which reads all of it', async ({
  startTwoShops,
}) => {
  test.setTimeout(120_000);
  const { gateway, desk } = await startTwoShops(sizes);
  const { page } = desk;
  const own = ownLinks(gateway).length;
  await gateway.setFaults(slowPages);
  await sync(page);
  await expect(strip(page).getByText(/^[3-9]00 links read/)).toBeVisible(soon);
  await gateway.setFaults({ refused: { command: 'list', status: 400 } });
  await expect(paused(page)).toBeVisible(soon);
  await expect(
    strip(page).getByText(
      /The provider refused the request\. The list cannot be read on from here: start over/,
    ),
  ).toBeVisible();

  await gateway.setFaults({});
  await press(page, 'Start over');
  await expect(strip(page).getByText(/Last synced/)).toBeVisible(soon);
  await expectCached(page, own + sizes.links);
});
