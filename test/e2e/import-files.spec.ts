import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { dragFiles } from '../support/drop-files';
import { nextSavedFile, exploreSample } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { answer, chooseImport, columnFor, importDialog } from './support/import-actions';
import { screenWords } from './support/screen-words';

const words = screenWords.en.import;

/** Arabic headers, semicolons, whole amounts and dates that can be two days each; one amount is a word. */
const arabicFile = [
  'رقم الفاتورة;قيمة الفاتورة;العملة;الحالة;تاريخ الإنشاء;العميل',
  '700000000000001001;12500;KWD;Open;03/04/2026;أحمد العلي',
  '700000000000001002;خمسة;KWD;Open;04/04/2026;نورة',
  '700000000000001003;13000;KWD;Paid;05/04/2026;Al Noor',
].join('\r\n');

/** The two accounts of the sample are both thinkable: the first is chosen by hand. */
async function chooseConnection(dialog: Locator, page: Page): Promise<void> {
  await dialog.getByRole('button', { name: new RegExp(`${words.connection.label}$`) }).click();
  await page.getByRole('option').first().click();
}

const rowsTab = (page: Page) => importDialog(page).getByRole('tab').nth(1);

test('a semicolon file in Arabic is asked about, shown as it would be stored, imported, and remembered over a restart', async ({
  startDesk,
  folder,
}) => {
  const first = await startDesk();
  const { page } = first;
  await exploreSample(page);
  const file = path.join(folder, 'روابط.csv');
  writeFileSync(file, arabicFile);
  const dialog = await chooseImport(first, file);

  // Two of its headers say nothing to us: their columns are chosen by hand.
  for (const [field, header] of [
    [words.field.linkId, 'رقم الفاتورة'],
    [words.field.amount, 'قيمة الفاتورة'],
  ] as const) {
    await columnFor(dialog, field).click();
    await page.getByRole('option', { name: header }).click();
  }

  // Nothing is assumed: the run button says what it waits for, and does nothing until then.
  await expect(
    dialog.getByText('Still open: the order of dates, the unit of amounts and the connection.'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: words.run, exact: true }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: 'Still open' })).toBeVisible();
  await expect(dialog.getByText(/^Which day is .?03\/04\/2026/)).toBeVisible();
  await answer(dialog, /3 April 2026/);
  await answer(dialog, /KWD 12\.500/);
  await chooseConnection(dialog, page);

  // What is read stands beside what is in the file, and the row that will not fit says why.
  await expect(dialog.getByRole('cell', { name: '12.500' })).toBeVisible();
  await expect(rowsTab(page)).toHaveText(/^First 3 rows: .?1.? rejected$/);
  await rowsTab(page).click();
  await expect(dialog.getByRole('row', { name: /700000000000001001.*12\.500/ })).toContainText('03 Apr 2026');
  await expect(dialog.getByRole('row').filter({ hasText: 'خمسة' })).toContainText(
    words.problem['amount-unreadable'],
  );

  await dialog.getByRole('button', { name: words.run, exact: true }).click();
  await expect(dialog.getByText('1 row was not taken')).toBeVisible();

  // The rejected row goes into a file of its own, as it was, with the reason.
  const rejected = path.join(folder, 'rejected.csv');
  await nextSavedFile(first, rejected);
  await dialog.getByRole('button', { name: words.done.save }).click();
  await expect(dialog.getByText('1 row saved in rejected.csv.')).toBeVisible();
  expect(readFileSync(rejected, 'utf8')).toContain('700000000000001002');
  await dialog.getByRole('button', { name: words.done.show }).click();
  const shown = page.getByText(/^2,402 of [\d,]{5}$/).first();
  await expect(shown).toBeVisible();
  const cached = (await shown.textContent())?.slice(-5) ?? '';
  await first.close();

  const again = await startDesk();
  // Whether the filter of the import is kept is a matter of how fast the window was closed.
  await expect(again.page.getByText(new RegExp(`^[\\d,]{5} of ${cached}$`)).first()).toBeVisible();
  const second = await chooseImport(again, file);
  await expect(second.getByText(words.recalled.told)).toBeVisible();
  await chooseConnection(second, again.page);
  await expect(second.getByText(words.mend.ready)).toBeVisible();
  await expect(second.getByRole('radio', { name: /3 April 2026/ })).toBeChecked();
  await expect(second.getByRole('radio', { name: /KWD 12\.500/ })).toBeChecked();
  await second.getByRole('button', { name: words.recalled.reset }).click();
  await expect(second.getByText(words.recalled.told)).toBeHidden();
  await expect(second.getByText('1 question to answer')).toBeVisible();
});

test('words that cannot be read choose the encoding', async ({ startDesk, folder }) => {
  const desk = await startDesk();
  await exploreSample(desk.page);
  const file = path.join(folder, 'old.csv');
  // "أحمد" in Windows-1256; the bytes are no UTF-8.
  const name = Buffer.from([0xc3, 0xcd, 0xe3, 0xcf]);
  const head = Buffer.from(
    'Invoice ID,Amount,Currency,Status,Customer\r\n700000000000002001,1.500,KWD,Open,',
  );
  writeFileSync(file, Buffer.concat([head, name, Buffer.from('\r\n')]));
  const dialog = await chooseImport(desk, file);
  await expect(dialog.getByRole('radio', { name: /ÃÍãÏ/ })).toBeVisible();
  await answer(dialog, /أحمد/);
  await chooseConnection(dialog, desk.page);
  await expect(dialog.getByText(words.mend.ready)).toBeVisible();
  await expect(dialog.getByRole('cell', { name: 'أحمد' }).first()).toBeVisible();
});

test('a file dropped on the window opens the import; the page learns its name and never its path', async ({
  startDesk,
  folder,
}) => {
  const { page } = await startDesk();
  await exploreSample(page);
  const file = path.join(folder, 'dropped.csv');
  writeFileSync(file, arabicFile);
  const over = { x: 700, y: 400 };

  const drag = await dragFiles(page, [file], over);
  await expect(page.getByText(words.drop.here)).toBeVisible();
  await drag.leave();
  await expect(page.getByText(words.drop.here)).toBeHidden();
  await expect(importDialog(page)).toBeHidden();

  await (await dragFiles(page, [file], over)).drop();
  const dialog = importDialog(page);
  await expect(dialog.getByText('dropped.csv')).toBeVisible();
  await expect(dialog.getByText(words.reading.heading)).toBeVisible();
  expect(await page.content()).not.toContain(folder);

  // Onto the open dialog another one; several are not guessed between.
  const other = path.join(folder, 'other.csv');
  writeFileSync(other, arabicFile);
  await (await dragFiles(page, [other], over)).drop();
  await expect(dialog.getByText('other.csv')).toBeVisible();
  await (await dragFiles(page, [file, other], over)).drop();
  await expect(dialog.getByText(words.drop.several)).toBeVisible();

  // What is no list of links says what to do.
  const picture = path.join(folder, 'picture.png');
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  await (await dragFiles(page, [picture], over)).drop();
  await expect(dialog.getByRole('alert')).toContainText(words.nothingStored);
});
