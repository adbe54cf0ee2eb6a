import type { Locator, Page } from '@playwright/test';
import type { PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { expect, test } from './support/desk-test';
import { ahrvoName, apsName } from './support/two-shops';

const sizes = { links: 20, ahrvoLinks: 20, seed: 7 } as const;

interface NewLink {
  readonly account: string;
  readonly reference: string;
  readonly amount: string;
}

/** Two accounts of one provider each: what its requests are called, and how many of its links have a reference. */
const accounts = [
  {
    account: apsName,
    make: 'create',
    ask: 'check',
    made: (gateway: PracticeGateway, reference: string) =>
      gateway.links().filter((link) => link.reference === reference).length,
  },
  {
    account: ahrvoName,
    make: 'post',
    ask: 'list',
    made: (gateway: PracticeGateway, reference: string) =>
      gateway.ahrvoLinks().filter(({ nickname }) => nickname === reference).length,
  },
] as const;

/** Fills the form of a new link and sends it. */
async function sendNewLink(page: Page, { account, reference, amount }: NewLink): Promise<Locator> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Create a link…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a link' });
  await dialog.getByRole('radio', { name: new RegExp(account) }).check({ force: true });
  await dialog.getByRole('textbox', { name: 'Reference' }).fill(reference);
  await dialog.getByRole('textbox', { name: 'Amount' }).fill(amount);
  const email = dialog.getByRole('textbox', { name: 'Customer’s e-mail' });
  if ((await email.count()) > 0) await email.fill('noor@example.com');
  await dialog.getByRole('button', { name: 'Create the link' }).click();
  return dialog;
}

const waiting = (page: Page, reference: string) =>
  page.getByText(new RegExp(`It is not known whether the link .?${reference}.? was made`));

for (const { account, make, ask, made } of accounts) {
  test(`a link of ${account} whose answer got lost is looked up, told as unknown, and never made twice`, async ({
    startDesk,
    startTwoShops,
  }) => {
    test.setTimeout(120_000);
    const { gateway, desk: firstDesk } = await startTwoShops(sizes);
    let desk = firstDesk;
    const first = { account, reference: 'INV-A1', amount: '12.5' };
    const second = { account, reference: 'INV-A2', amount: '40' };

    await test.step('an answer that got lost is found at once', async () => {
      await gateway.setFaults({ dropAfter: { next: 1, command: make } });
      const dialog = await sendNewLink(desk.page, first);
      await expect(dialog.getByText('The link was created')).toBeVisible({ timeout: 20_000 });
      await dialog.getByRole('button', { name: 'Done' }).click();
      expect(made(gateway, first.reference)).toBe(1);
    });

    await test.step('where nobody can be asked, the dialog says so and what to do next', async () => {
      await gateway.setFaults({
        dropAfter: { command: make },
        refused: { command: ask },
      });
      const dialog = await sendNewLink(desk.page, second);
      await expect(dialog.getByText('Sent, but no answer came')).toBeVisible({ timeout: 20_000 });
      await expect(dialog.getByText(/may or may not have been made\. Look it up before/)).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Create the link' })).toBeHidden();
      await dialog.getByRole('button', { name: 'Look later' }).click();
      await expect(waiting(desk.page, second.reference)).toBeVisible();
    });

    await test.step('sent once more, it is looked for first: nothing goes out while nobody answers', async () => {
      gateway.forgetRequests();
      const dialog = await sendNewLink(desk.page, second);
      await expect(dialog.getByText('Sent, but no answer came')).toBeVisible({ timeout: 20_000 });
      expect(gateway.requests().creates).toBe(0);
      await dialog.getByRole('button', { name: 'Look later' }).click();
    });

    await test.step('it is still told after a power cut', async () => {
      await desk.kill();
      desk = await startDesk();
      await expect(waiting(desk.page, second.reference)).toBeVisible({ timeout: 20_000 });
    });

    await test.step('sent again, the link that is there is answered, and no other is made', async () => {
      await gateway.setFaults({});
      gateway.forgetRequests();
      const dialog = await sendNewLink(desk.page, second);
      await expect(dialog.getByText('The link was created')).toBeVisible({ timeout: 20_000 });
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(waiting(desk.page, second.reference)).toBeHidden();
      expect(gateway.requests().creates).toBe(0);
      expect(made(gateway, second.reference)).toBe(1);
    });
  });
}

test('a link that was under way at a power cut waits after it, and is looked up with one press', async ({
  startDesk,
  startTwoShops,
}) => {
  test.setTimeout(120_000);
  const { gateway, desk: firstDesk } = await startTwoShops(sizes);
  let desk = firstDesk;
  const reaches = { account: ahrvoName, reference: 'Deposit 1', amount: '10' };
  const isLost = { account: apsName, reference: 'INV-B2', amount: '20' };

  for (const link of [reaches, isLost]) {
    await gateway.setFaults(
      link === reaches ? { appliedButNoAnswer: { command: 'post' } } : { latency: { ms: 600_000 } },
    );
    gateway.forgetRequests();
    const dialog = await sendNewLink(desk.page, link);
    await expect.poll(() => gateway.requests().underWay).toBe(1);
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled();
    await desk.kill();
    desk = await startDesk();
  }
  await gateway.setFaults({});
  gateway.forgetRequests();
  const { page } = desk;

  for (const link of [reaches, isLost]) {
    const notice = page.getByRole('alert').filter({ has: waiting(page, link.reference) });
    await expect(waiting(page, link.reference)).toBeVisible();
    await expect(
      notice.getByText(new RegExp(`Sent to .?${link.account}.? on .+; no answer came`)),
    ).toBeVisible();
    await notice.getByRole('button', { name: 'Look it up' }).click();
    await expect(waiting(page, link.reference)).toBeHidden({ timeout: 20_000 });
  }
  const told = page.getByRole('region', { name: 'Notifications' });
  await expect(told.getByText(/Deposit 1.+ was made\. It is in the table now/)).toBeVisible();
  await expect(told.getByText('The link was not made')).toBeVisible();
  expect(gateway.requests().creates).toBe(0);
  expect(gateway.links().filter(({ reference }) => reference === isLost.reference)).toEqual([]);
});
