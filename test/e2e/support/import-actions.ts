import type { Locator, Page } from '@playwright/test';
import type { Desk } from '../launch';
import { nextOpenedFile } from './desk-actions';
import { screenWords } from './screen-words';

const words = screenWords.en.import;

export const importDialog = (page: Page): Locator => page.getByRole('dialog', { name: words.title });

/** Opens the import dialog, chooses a file in it and waits until it was looked at. */
export async function chooseImport(desk: Desk, file: string): Promise<Locator> {
  const { page } = desk;
  await nextOpenedFile(desk, file);
  await page.keyboard.press('Control+i');
  const dialog = importDialog(page);
  await dialog.getByRole('button', { name: words.start.choose }).click();
  await dialog.getByText(words.reading.heading).waitFor();
  return dialog;
}

/** Answers a question of the file by the beginning of one of its answers. */
export function answer(dialog: Locator, beginning: RegExp): Promise<void> {
  return dialog.getByRole('radio', { name: beginning }).check({ force: true });
}

/** The select of a field of links. */
export const columnFor = (dialog: Locator, field: string): Locator =>
  dialog.getByRole('button', { name: new RegExp(`Column for ${field}$`) });
