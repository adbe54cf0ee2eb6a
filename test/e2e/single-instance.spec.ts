import path from 'node:path';
import { startSecondInstance } from './launch';
import { expect, test } from './support/desk-test';

test('a second start on the same profile hands over to the first and ends', async ({ startDesk, folder }) => {
  const { app, page } = await startDesk();
  const code = await startSecondInstance({ userData: path.join(folder, 'profile') });
  expect(code).toBe(0);
  expect(app.windows()).toHaveLength(1);
  await expect(page.getByRole('heading', { name: 'Welcome to Payment Link Desk' })).toBeVisible();
});
