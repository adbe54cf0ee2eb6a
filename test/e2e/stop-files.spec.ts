import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { exploreSample, nextSavedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { answer, chooseImport } from './support/import-actions';
import { screenWords } from './support/screen-words';

const words = screenWords.en;
const rows = 250_000;

/** A file whose amounts can be read in two ways: `1,500` is a thousand and a half dinars, or one and a half. */
function largeFile(): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const id = `8${String(index).padStart(17, '0')}`;
    return `${id};STOP-${String(index)};1,500;KWD;Open;buyer${String(index)}@shop.example`;
  });
  return ['Invoice ID;Merchant Reference;Amount;Currency;Status;Email', ...lines].join('\r\n');
}

const cached = async (page: Page): Promise<number> => {
  const counted = await page
    .getByText(/^[\d,]+ of [\d,]+$/)
    .first()
    .innerText();
  return Number(counted.split(' of ')[1]?.replaceAll(',', ''));
};

/** "12,400 rows a second · 20 sec left". */
const pace = /^[\d,]+ rows a second · .+ left$/;

test('a long import tells how fast it is, and neither it nor a long export leaves anything when stopped', async ({
  startDesk,
  folder,
}) => {
  test.slow();
  const desk = await startDesk();
  const { page } = desk;
  await exploreSample(page);
  const before = await cached(page);
  const file = path.join(folder, 'large.csv');
  writeFileSync(file, largeFile());

  await test.step('the decimal sign is asked for', async () => {
    const dialog = await chooseImport(desk, file);
    await expect(dialog.getByText(/^How much is .?KWD 1,500|^How much is .?1,500/)).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /KWD 1,500\.000/ })).not.toBeChecked();
    await answer(dialog, /KWD 1\.500/);
    await dialog.getByRole('button', { name: new RegExp(`${words.import.connection.label}$`) }).click();
    await page.getByRole('option').first().click();
    await expect(dialog.getByRole('cell', { name: '1.500' }).first()).toBeVisible();
  });

  await test.step('an import that is stopped stores nothing, and can be begun again', async () => {
    const dialog = page.getByRole('dialog', { name: words.import.title });
    const run = dialog.getByRole('button', { name: words.import.run, exact: true });
    await run.click();
    await expect(dialog.getByText(/^Checking: [\d,]+ rows so far$/)).toBeVisible();
    await dialog.getByRole('button', { name: words.import.progress.cancel, exact: true }).click();
    await expect(dialog.getByText(words.import.progress.cancelled)).toBeVisible();
    expect(await cached(page)).toBe(before);

    await run.click();
    await expect(dialog.getByText(pace)).toBeVisible({ timeout: 60_000 });
    await expect(dialog.getByText('250,000 rows checked')).toBeVisible();
    await dialog.getByRole('button', { name: words.import.progress.cancel, exact: true }).click();
    await expect(dialog.getByText(words.import.progress.cancelled)).toBeVisible();
    expect(await cached(page)).toBe(before);

    await run.click();
    await expect(dialog.getByText('250,000 rows read from large.csv')).toBeVisible({ timeout: 120_000 });
    await dialog.getByRole('button', { name: words.import.done.show }).click();
    await expect.poll(() => cached(page)).toBe(before + rows);
  });

  await test.step('an export that is stopped leaves the file of before', async () => {
    // A workbook: the same rows are a CSV file within a second, too soon for anybody to stop it.
    const target = path.join(folder, 'links.xlsx');
    writeFileSync(target, 'as it was');
    const beside = readdirSync(folder).sort();
    await nextSavedFile(desk, target);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: words.export.title });
    await dialog.getByRole('radio', { name: /^XLSX|^Excel/ }).check({ force: true });
    const run = dialog.getByRole('button', { name: /^Export [\d,]{7} links…$/ });
    await run.click();
    await expect(dialog.getByText(/^[\d,]+ of 252,400$/)).toBeVisible();
    await dialog.getByRole('button', { name: words.export.progress.cancel, exact: true }).click();
    await expect(dialog.getByText(words.export.progress.cancelled)).toBeVisible();
    expect(readdirSync(folder).sort()).toEqual(beside);
    expect(readFileSync(target, 'utf8')).toBe('as it was');

    await run.click();
    await expect(dialog.getByRole('heading', { name: /^[\d,]{7} links exported$/ })).toBeVisible({
      timeout: 60_000,
    });
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  });
});
