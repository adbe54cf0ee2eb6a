import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './support/desk-test';

test.skip(process.platform !== 'linux', 'Windows and macOS always have their keychain.');

test('without a keychain the screen says what to do, stores nothing, and goes on once there is one', async ({
  startDesk,
  folder,
}) => {
  const { page, close } = await startDesk({
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent', XDG_RUNTIME_DIR: '/nonexistent' },
  });
  await expect(page.getByRole('heading', { name: 'The keychain cannot be reached' })).toBeVisible();
  await expect(page.getByText(/gnome-keyring/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'The keychain cannot be reached' })).toBeVisible();
  // Never a plaintext fall-back: no database was made.
  expect(existsSync(path.join(folder, 'profile', 'links.db'))).toBe(false);
  await close();

  const again = await startDesk();
  await expect(again.page.getByRole('heading', { name: 'Welcome to Payment Link Desk' })).toBeVisible();
});

test('a cache whose key was lost is set aside, never deleted', async ({ startDesk, folder }) => {
  const service = `Payment Link Desk test ${String(Date.now())}`;
  const first = await startDesk({ env: { DESK_KEYCHAIN_SERVICE: service } });
  await expect(first.page.getByRole('heading', { name: 'Welcome to Payment Link Desk' })).toBeVisible();
  await first.close();
  const profile = path.join(folder, 'profile');
  const before = readFileSync(path.join(profile, 'links.db'));

  const second = await startDesk({ env: { DESK_KEYCHAIN_SERVICE: `${service} other` } });
  // A keychain that is busy may take its time.
  await expect(second.page.getByText('A new local database was started')).toBeVisible({ timeout: 30_000 });
  const kept = readdirSync(profile).filter((name) => name.startsWith('links') && name !== 'links.db');
  expect(kept.some((name) => readFileSync(path.join(profile, name)).equals(before))).toBe(true);
});
