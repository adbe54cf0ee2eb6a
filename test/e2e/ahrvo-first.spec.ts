import { expect, test } from './support/desk-test';
import { fillAhrvoConnection, syncAhrvo, testAndSave } from './support/two-shops';

test('somebody with an Ahrvo account alone is led from the first screen to the table', async ({
  startDesk,
  gateway: startGateway,
}) => {
  const gateway = await startGateway({ links: 0, ahrvoLinks: 60, seed: 7 });
  const { page } = await startDesk();

  await test.step('the first screen names both providers', async () => {
    await expect(page.getByText(/Amazon Payment Services or the Ahrvo network/)).toBeVisible();
    await page.getByRole('button', { name: 'Add a connection' }).click();
  });

  await test.step('a wrong password is told in the words of this provider', async () => {
    const dialog = await fillAhrvoConnection(page, gateway);
    await dialog.getByLabel('Password', { exact: true }).fill('not this one');
    await dialog.getByRole('button', { name: 'Test connection' }).click();
    await expect(dialog.getByText(/Check the user name and the password/)).toBeVisible();
    await dialog.getByLabel('Password', { exact: true }).fill(gateway.ahrvo.password);
    await testAndSave(dialog);
  });

  await test.step('the empty table offers the sync, which fills it', async () => {
    const empty = page.getByRole('main');
    await expect(empty.getByText(/Sync reads your provider’s own list/)).toBeVisible();
    await expect(empty.getByRole('button', { name: 'Import a file…' })).toBeVisible();
    await syncAhrvo(page);
    await expect(page.getByText(/^(\d+) of \1$/).first()).toBeVisible();
    await expect(page.getByText('No payment links yet')).toBeHidden();
  });
});
