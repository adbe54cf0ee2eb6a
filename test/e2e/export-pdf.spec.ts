import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { usualCsv, type ExportSpec } from '#domain/export-spec';
import { pageTexts, pdfFacts, pdfFonts, plainText } from '../support/pdf/read-pdf';
import { ask } from './support/bridge';
import { exploreSample, nextSavedFile } from './support/desk-actions';
import { expect, test } from './support/desk-test';
import { filesWith } from './support/secret-search';

const spec: ExportSpec = {
  format: 'pdf',
  scope: 'all',
  selection: { mode: 'all' },
  filter: {},
  sort: [{ by: 'reference', direction: 'ascending' }],
  columns: ['reference', 'customerName', 'status', 'amount', 'currency', 'expiresAt'],
  zone: 'Asia/Kuwait',
  amounts: 'major',
  language: 'en',
  csv: usualCsv,
  xml: { values: 'elements' },
};

/** The references of all sample links, sorted as the export sorts them. */
async function allReferences(page: Page): Promise<readonly string[]> {
  const { handle, total } = await ask(page, 'links:open', { filter: {}, sort: spec.sort });
  const references: string[] = [];
  for (let start = 0; start < total; start += 200) {
    const rows = await ask(page, 'links:range', { handle, start, end: Math.min(total, start + 200) });
    references.push(...rows.map(({ reference }) => reference));
  }
  return references;
}

test('all links become a PDF while the table goes on, in English and in Arabic', async ({
  startDesk,
  folder,
}) => {
  const desk = await startDesk();
  const { page } = desk;
  await exploreSample(page);
  // A nickname of several words cannot be told from other columns in a page's text.
  const references = (await allReferences(page)).filter((reference) => !/\s/.test(reference));
  expect(references.length).toBeGreaterThan(2_400);
  for (const language of ['en', 'ar'] as const) {
    const file = path.join(folder, `${language}.pdf`);
    await nextSavedFile(desk, file);
    const running = { current: true };
    const exported = ask(page, 'export:run', { taskId: language, spec: { ...spec, language } }).finally(
      () => (running.current = false),
    );
    let slowestMs = 0;
    let asked = 0;
    while (running.current) {
      const startedAt = performance.now();
      await ask(page, 'links:open', { filter: { words: ['a'] }, sort: spec.sort });
      slowestMs = Math.max(slowestMs, performance.now() - startedAt);
      asked += 1;
    }
    await exported;
    expect(asked).toBeGreaterThan(5);
    expect(slowestMs).toBeLessThan(2_000);
    const pages = await pageTexts(file);
    const known = new Set(references);
    const found = pages.flatMap((text) => plainText(text).split(/\s+/)).filter((word) => known.has(word));
    expect(found).toEqual(references);
    expect(await pdfFacts(file)).toMatchObject({
      Tagged: 'no',
      Pages: String(pages.length),
      JavaScript: 'no',
    });
    expect((await pdfFonts(file)).every(({ isEmbedded }) => isEmbedded)).toBe(true);
  }
  expect(desk.app.windows()).toHaveLength(1);
  // What was printed lay in memory only.
  expect(filesWith(path.join(folder, 'profile'), references.slice(0, 20))).toEqual([]);
});

test('a PDF that is cancelled leaves no file and no window, and the next one is written', async ({
  startDesk,
  folder,
}) => {
  const desk = await startDesk();
  const { page } = desk;
  await exploreSample(page);
  await nextSavedFile(desk, path.join(folder, 'links.pdf'));
  const before = readdirSync(folder).sort();
  const exported = ask(page, 'export:run', { taskId: 'pdf', spec }).catch(String);
  await expect.poll(() => desk.app.windows().length).toBe(2);
  await ask(page, 'tasks:cancel', { taskId: 'pdf' });
  expect(await exported).toContain('app/cancelled');
  await expect.poll(() => desk.app.windows().length).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(before);
  const answer = await ask(page, 'export:run', { taskId: 'pdf', spec });
  const { total } = await ask(page, 'links:open', { filter: {}, sort: [] });
  expect(answer?.rows).toBe(total);
});

test('a desk whose window is closed while a PDF is printed ends, and leaves no file', async ({
  startDesk,
  folder,
}) => {
  const desk = await startDesk();
  const { page } = desk;
  await exploreSample(page);
  await nextSavedFile(desk, path.join(folder, 'links.pdf'));
  const before = readdirSync(folder).sort();
  void ask(page, 'export:run', { taskId: 'pdf', spec }).catch(() => undefined);
  await expect.poll(() => desk.app.windows().length).toBe(2);
  const ended = once(desk.app.process(), 'exit');
  await page.close();
  expect((await ended)[0]).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(before);
});
