import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Desk } from './launch';
import { exploreSample, filterBy, nextSavedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { readExportedXml } from './support/read-exports';
import { screenWords } from './support/screen-words';

const words = screenWords.en.export;

async function openExport(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: words.title });
  await dialog.waitFor();
  return dialog;
}

const chooseFormat = (dialog: Locator, name: string) =>
  dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });

/** Exports with what the dialog shows and answers the bytes of the file. */
async function exportTo(desk: Desk, dialog: Locator, file: string): Promise<Buffer> {
  await nextSavedFile(desk, file);
  await dialog.getByRole('button', { name: /^Export [\d,]+ links?…$/ }).click();
  await expect(dialog.getByRole('heading', { name: /exported$/ })).toBeVisible({ timeout: 60_000 });
  return readFileSync(file);
}

test('a preset is saved, changed, kept over a restart with the last choice, renamed and deleted', async ({
  startDesk,
  folder,
}) => {
  const first = await startDesk();
  await exploreSample(first.page);
  let dialog = await openExport(first.page);
  const preset = (name: string) => dialog.getByRole('button', { name: new RegExp(`^Preset: ${name}`) });
  await expect(preset('For accounting \\(Excel\\)')).toBeVisible();

  // European CSV: the comma is not offered for amounts while it stands between the columns.
  await chooseFormat(dialog, 'CSV');
  const comma = dialog.getByRole('radio', { name: /^Comma: .?1234,500/ });
  await expect(comma).toBeDisabled();
  await expect(dialog.getByText(words.csv.decimal.delimiter)).toBeVisible();
  await dialog.getByRole('button', { name: /Between columns/ }).click();
  await first.page.getByRole('option', { name: /Semicolon/ }).click();
  await comma.check({ force: true });
  await expect(preset('For accounting \\(Excel\\) \\(changed\\)')).toBeVisible();
  // The preview is written by what will write the file.
  await expect(dialog.getByRole('region', { name: words.preview.box })).toContainText(/;14,790;/);

  await dialog.getByRole('button', { name: words.preset.saveAs }).click();
  await first.page.keyboard.type('Month end');
  await first.page.keyboard.press('Enter');
  await expect(preset('Month end')).toBeVisible();

  const file = path.join(folder, 'links.csv');
  const bytes = await exportTo(first, dialog, file);
  const [header = '', row = ''] = bytes.toString('utf8').split('\r\n');
  expect(header).toContain('"Merchant reference";"Payment link ID"');
  expect(row).toContain(';14,790;');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect(dialog.getByText(sha256)).toBeVisible();
  await expect(dialog.getByText('links.csv.summary.json')).toBeVisible();
  const counted = await first.page
    .getByText(/^([\d,]{5}) of \1$/)
    .first()
    .innerText();
  const rows = Number(counted.split(' ')[0]?.replace(',', ''));
  expect(JSON.parse(readFileSync(`${file}.summary.json`, 'utf8'))).toMatchObject({ rows });
  await first.close();

  const again = await startDesk();
  await expect(again.page.getByText(counted).first()).toBeVisible();
  dialog = await openExport(again.page);
  await expect(preset('Month end')).toHaveAccessibleName('Preset: Month end');
  await expect(dialog.getByRole('radio', { name: /^CSV/ })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: /^Comma: .?1234,500/ })).toBeChecked();

  await preset('Month end').click();
  await again.page.getByRole('menuitem', { name: words.preset.rename }).click();
  await again.page.keyboard.press('Control+a');
  await again.page.keyboard.type('To print and sign (PDF)');
  await expect(dialog.getByText(words.preset.problem.taken)).toBeVisible();
  await again.page.keyboard.press('Control+a');
  await again.page.keyboard.type('Quarter end');
  await again.page.keyboard.press('Enter');
  await preset('Quarter end').click();
  await again.page.getByRole('menuitem', { name: words.preset.remove }).click();
  await dialog.getByRole('button', { name: words.preset.removeConfirm, exact: true }).click();
  await expect(preset('For accounting')).toBeVisible();
  await preset('For accounting').click();
  await expect(again.page.getByRole('menuitem', { name: 'Quarter end' })).toHaveCount(0);
});

test('each format is written from the dialog, of what was selected, filtered or all', async ({
  startDesk,
  folder,
}) => {
  const desk = await startDesk();
  const { page } = desk;
  await exploreSample(page);
  await filterBy(page, 'Status', ['Paid']);
  await page.getByRole('row').nth(1).getByRole('checkbox').check({ force: true });

  const dialog = await openExport(page);
  await expect(dialog.getByRole('radio', { name: 'The 1 selected link' })).toBeChecked();
  await chooseFormat(dialog, 'XML');
  await dialog.getByRole('radio', { name: /^Attributes/ }).check({ force: true });
  const selected = path.join(folder, 'selected.xml');
  const xml = (await exportTo(desk, dialog, selected)).toString('utf8');
  expect(readExportedXml(selected)).toHaveLength(1);
  expect(xml).toContain('amount="');
  await dialog.getByRole('button', { name: words.done.again }).click();

  // Open files of the office formats begin as their kind does; what is in them is tested where they are written.
  await dialog.getByRole('radio', { name: /that match the filters$/ }).check({ force: true });
  for (const [format, magic] of [
    ['Excel', 'PK'],
    ['PDF', '%PDF-'],
  ] as const) {
    await chooseFormat(dialog, format);
    const bytes = await exportTo(desk, dialog, path.join(folder, `filtered.${format.toLowerCase()}`));
    expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic);
    await dialog.getByRole('button', { name: words.done.again }).click();
  }

  await dialog.getByRole('radio', { name: /whatever the filters say$/ }).check({ force: true });
  const start = dialog.getByRole('button', { name: /^Export [\d,]{5} links…$/ });
  await expect(start).toBeEnabled();
  const rows = Number((await start.innerText()).replace(/\D/gu, ''));
  await chooseFormat(dialog, 'CSV');
  await expect(dialog.getByRole('region', { name: words.preview.box })).toContainText('Merchant reference');
  await dialog.getByText('العربية', { exact: true }).click();
  await expect(dialog.getByRole('radio', { name: 'العربية' })).toBeChecked();
  const all = await exportTo(desk, dialog, path.join(folder, 'all.csv'));
  expect(all.toString('utf8').trimEnd().split('\r\n')).toHaveLength(rows + 1);
  expect(all.toString('utf8')).toContain('معرّف الرابط');
});

test('an export that cannot be written says what to do and keeps every choice', async ({
  startDesk,
  folder,
}) => {
  const desk = await startDesk();
  await exploreSample(desk.page);
  const dialog = await openExport(desk.page);
  await chooseFormat(dialog, 'CSV');
  await nextSavedFile(desk, path.join(folder, 'no-such-folder', 'links.csv'));
  await dialog.getByRole('button', { name: /^Export [\d,]+ links…$/ }).click();
  await expect(dialog.getByRole('alert')).toContainText(/[Cc]hoose/);
  await expect(dialog.getByRole('radio', { name: /^CSV/ })).toBeChecked();
  expect(existsSync(path.join(folder, 'no-such-folder'))).toBe(false);
});
