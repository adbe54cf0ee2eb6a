import { mkdtempSync } from 'node:fs';
import { test, expect } from '@playwright/test';
import { launchDesk } from './launch';

const shots = '/tmp/bulk-shots';
const dark = process.env['SHOT_DARK'] === '1';
const ar = process.env['SHOT_AR'] === '1';
const tag = `${ar ? 'ar' : 'en'}-${dark ? 'dark' : 'light'}`;

test(`tour ${tag}`, async () => {
  test.setTimeout(240_000);
  const desk = await launchDesk({ userData: mkdtempSync('/tmp/bulk-ud-'), colorScheme: dark ? 'dark' : 'light', locale: 'en-US' });
  const { page } = desk;
  const shot = (name: string) => page.waitForTimeout(350).then(() => page.screenshot({ path: `${shots}/${name}-${tag}.png` }));
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.evaluate(async ([theme, language]) => {
    await window.desk.call('settings:write', { theme: theme as 'dark', language: language as 'en', zone: 'Asia/Kuwait' });
    await window.desk.call('connections:explore', {});
    return 1;
  }, [dark ? 'dark' : 'light', ar ? 'ar' : 'en']);
  await page.reload();
  await page.getByRole('grid').waitFor();
  await page.waitForTimeout(800);
  const first = page.locator('[role="row"]').nth(3);
  // select all through the keyboard
  await first.locator('[role="gridcell"]').nth(2).click();
  await page.keyboard.press('Control+a');
  await page.waitForTimeout(300);
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await shot('bulk-1-choose');
  await dialog.getByRole('radio').nth(1).click({ force: true });
  await shot('bulk-1b-days');
  await dialog.getByRole('radio').nth(0).click({ force: true });
  await dialog.locator('footer button').last().click();
  await dialog.locator('table').waitFor();
  await shot('bulk-2-plan');
  await dialog.locator('footer button').last().click();
  await dialog.locator('[role="progressbar"]').waitFor();
  await page.waitForTimeout(4500);
  await shot('bulk-3-progress');
  await dialog.locator('footer button').nth(1).click();
  await page.waitForTimeout(1200);
  await shot('bulk-3b-paused');
  await dialog.locator('footer button').first().click();
  await shot('bulk-3c-ask');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
  await shot('strip-1-paused');
  const strip = page.locator('section').filter({ has: page.locator('[role="progressbar"]') }).last();
  await strip.getByRole('button').nth(1).click();
  await page.waitForTimeout(1500);
  await shot('strip-2-running');
  await strip.getByRole('button').nth(0).click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByRole('grid').waitFor({ timeout: 150_000 });
  await page.waitForTimeout(500);
  await shot('bulk-4-result');
  const tabs = page.getByRole('tab');
  if ((await tabs.count()) > 2) { await tabs.nth(2).click(); await shot('bulk-4b-result-tab'); }
  await page.keyboard.press('Escape');
  await page.waitForTimeout(400);
  await shot('strip-3-done');
  expect(desk.problems()).toEqual([]);
  await desk.close();
});

test(`files ${tag}`, async () => {
  test.setTimeout(120_000);
  const desk = await launchDesk({ userData: mkdtempSync('/tmp/bulk-ud-'), colorScheme: dark ? 'dark' : 'light', locale: 'en-US' });
  const { page } = desk;
  const shot = (name: string) => page.waitForTimeout(350).then(() => page.screenshot({ path: `${shots}/${name}-${tag}.png` }));
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.evaluate(async ([theme, language]) => {
    await window.desk.call('settings:write', { theme: theme as 'dark', language: language as 'en', zone: 'Asia/Kuwait' });
    await window.desk.call('connections:explore', {});
    return 1;
  }, [dark ? 'dark' : 'light', ar ? 'ar' : 'en']);
  await desk.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: ['/tmp/bad.csv'] })) as never;
    dialog.showSaveDialog = (async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath?: string };
      const name = String(options.defaultPath ?? 'x.csv').split('/').at(-1);
      return { canceled: false, filePath: `/tmp/bulk-shots/${name}` };
    }) as never;
  });
  await page.reload();
  await page.getByRole('grid').waitFor();
  await page.waitForTimeout(800);
  await page.keyboard.press('Control+i');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await shot('import-1-start');
  await dialog.locator('footer button').last().click();
  await dialog.locator('table').waitFor();
  await shot('import-2-map');
  // take the status column away and try
  await dialog.locator('tbody tr').nth(3).getByRole('button').click();
  await page.getByRole('option').first().click();
  await dialog.locator('footer button').last().click();
  await page.waitForTimeout(200);
  await shot('import-2b-missing');
  await dialog.locator('tbody tr').nth(3).getByRole('button').click();
  await page.getByRole('option', { name: 'Status' }).click();
  await dialog.locator('footer button').last().click();
  await dialog.locator('dl').waitFor();
  await dialog.getByRole('alert').getByRole('button').click();
  await page.waitForTimeout(500);
  await shot('import-3-done');
  await dialog.locator('footer button').last().click();
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+e');
  await dialog.waitFor();
  await shot('export-1-form');
  await dialog.locator('footer button').last().click();
  await dialog.locator('dl').waitFor();
  await shot('export-2-done');
  expect(desk.problems()).toEqual([]);
  await desk.close();
});
