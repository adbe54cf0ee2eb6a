import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportColumns, type ExportColumn } from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import { pdfRowLimit } from '#domain/pdf-limit';
import type { PrintPage } from '../../../main/export/pdf/page-printer';
import { runExport, type ExportRequest } from '../../../main/export/run-export';
import { makeLinkRows } from '../../bench/link-rows';
import { detach, pageTexts, pdfFacts, pdfFonts, plainText } from '../../support/pdf/read-pdf';
import { startPrintApp, type PrintApp } from '../../support/print-app/print-app';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const golden = path.join(import.meta.dirname, '../../fixtures/export');
// UPDATE_GOLDEN=1 writes the files anew: read the difference before you keep it.
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

const fewColumns: readonly ExportColumn[] = [
  'reference',
  'customerName',
  'status',
  'amount',
  'currency',
  'expiresAt',
];

let printer: PrintApp;
beforeAll(async () => {
  printer = await startPrintApp();
});
afterAll(() => printer.end());

describe('a PDF of links', () => {
  const tempFolder = useTempFolders();

  const printWith =
    (signal?: AbortSignal): PrintPage =>
    (page) =>
      printer.print(page, signal);

  const requestFor = (target: string, changes: Partial<ExportRequest> = {}): ExportRequest => ({
    spec: specOf({ format: 'pdf' }),
    source: sourceOf(nastyRows),
    target,
    now: exportedAt,
    version: '1.0.0',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    print: printWith(changes.signal),
    ...changes,
  });

  async function printed(changes: Partial<ExportRequest> = {}) {
    const folder = await tempFolder();
    const file = path.join(folder, 'links.pdf');
    const receipt = await runExport(requestFor(file, changes));
    return { folder, file, receipt, pages: await pageTexts(file), facts: await pdfFacts(file) };
  }

  async function folderWithOldFile() {
    const folder = await tempFolder();
    const target = path.join(folder, 'links.pdf');
    await writeFile(target, 'last month');
    return {
      target,
      isUntouched: async () =>
        (await readFile(target, 'utf8')) === 'last month' && (await readdir(folder)).join() === 'links.pdf',
    };
  }

  const occurrences = (pages: readonly string[], pattern: RegExp): readonly string[] =>
    pages.flatMap((page) => page.match(pattern) ?? []);

  it.each(['en', 'ar'] as const)('says the same as its golden file in %s', async (language) => {
    const filter = { statuses: ['open', 'expired'], words: ['نور'] } as const;
    const spec = specOf({ format: 'pdf', language, filter });
    const { pages } = await printed({ spec });
    const text = pages.map((page, index) => `--- ${String(index + 1)} ---\n${plainText(page)}`).join('\n');
    const file = path.join(golden, `${language}.pdf.txt`);
    if (isUpdate) await writeFile(file, text);
    expect(text).toBe(await readFile(file, 'utf8'));
  });

  it('is a tagged document with its title, language and fonts where it is printed in one go', async () => {
    const { file, facts, pages } = await printed();
    expect(facts).toMatchObject({
      Title: 'Payment links',
      Creator: 'Payment Link Desk 1.0.0',
      Tagged: 'yes',
      JavaScript: 'no',
      'PDF version': '1.7',
      'Page size': '841.92 x 594.96 pts (A4)',
      CreationDate: '2026-11-20T15:30:00Z',
    });
    expect(pages).toHaveLength(Number(facts['Pages']));
    expect((await readFile(file)).toString('latin1')).toMatch(/\/Lang ?\(en\)/);
    const fonts = await pdfFonts(file);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    const names = fonts.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Inter-Regular', 'Inter-SemiBold', 'NotoSansArabic-Regular']),
    );
  });

  it('numbers its pages out of all, and says on each what it is about', async () => {
    const { pages } = await printed({ source: sourceOf(makeLinkRows(200)) });
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      const text = plainText(page);
      expect(text).toContain(`${String(index + 1)} / ${String(pages.length)}`);
      expect(text).toContain('Links that match the filter');
      expect(text).toContain('2026-11-20 18:30:00');
      expect(text).toContain('Payment links');
    }
  });

  it('keeps Arabic letters as letters, in the order they are read', async () => {
    const { file, pages } = await printed({
      spec: specOf({ format: 'pdf', language: 'ar', columns: fewColumns }),
    });
    // Noto draws the dots of a letter apart from it, and poppler takes some of these for the end of a word.
    const text = plainText(pages.join('\n')).normalize('NFKC').replace(/\s/g, '');
    for (const words of [
      'روابط الدفع',
      'أحمد علي',
      'المجاميع حسب العملة',
      'ملخص المطابقة',
      'INV-0001',
      '1,234.500',
    ]) {
      expect(text).toContain(words.replaceAll(' ', ''));
    }
    const names = (await pdfFonts(file)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['NotoSansArabic-Regular', 'NotoSansArabic-SemiBold']));
  });

  it('attaches the same links as data, whose hash is on the last page', async () => {
    const { folder, file, receipt, pages } = await printed();
    const data = path.join(folder, 'payment-links.csv');
    await detach(file, data);
    const content = await readFile(data);
    const asCsv = path.join(folder, 'same.csv');
    await runExport(requestFor(asCsv, { spec: specOf({ format: 'csv' }) }));
    expect(content.equals(await readFile(asCsv))).toBe(true);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(receipt.summary.dataSha256).toBe(sha256);
    expect(pages.at(-1)).toContain(sha256);
    expect(receipt.sha256).toBe(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    );
  });

  it('shows markup of a text as text', async () => {
    const evil = `</td><script>document.title='x'</script><img src=x onerror=1>&amp;"'`;
    const rows = [{ ...nastyRows[0]!, customerName: evil }];
    const { pages, receipt } = await printed({
      source: sourceOf(rows),
      spec: specOf({ format: 'pdf', columns: ['customerName'] }),
    });
    const shown = plainText(pages[0] ?? '').replaceAll('\n', ' ');
    expect(shown.replaceAll(' ', '')).toContain(evil.replaceAll(' ', ''));
    expect(receipt.summary.strippedCharacters).toBe(0);
  });

  describe('of more links than are printed in one go', () => {
    const rows = makeLinkRows(2_300);
    const columns = fewColumns;
    let pages: readonly string[];
    let facts: Readonly<Record<string, string>>;
    let fonts: Awaited<ReturnType<typeof pdfFonts>>;
    const slices: boolean[] = [];

    it('has every link once, in order, and its header on every page', async () => {
      const made = await printed({
        source: sourceOf(rows),
        spec: specOf({ format: 'pdf', columns }),
        print: (page) => {
          slices.push(page.tagged);
          return printer.print(page);
        },
      });
      ({ pages, facts } = made);
      fonts = await pdfFonts(made.file);
      expect(slices).toEqual([false, false, false, false]);
      expect(occurrences(pages, /ORD-\d{8}/g)).toEqual(rows.map(({ reference }) => reference));
      const withLinks = pages.filter((page) => page.includes('ORD-'));
      expect(withLinks.every((page) => /Merchant reference\s+Customer name\s+Status/.test(page))).toBe(true);
      expect(occurrences(pages, /Merchant reference/g)).toHaveLength(withLinks.length);
    });

    it('has no page that ends where a slice did', () => {
      const counts = pages.map((page) => page.match(/ORD-\d{8}/g)?.length ?? 0).filter((count) => count > 0);
      expect(new Set(counts.slice(1, -1)).size).toBe(1);
    });

    it('is bound without tags, with the fonts it needs', () => {
      expect(facts).toMatchObject({ Tagged: 'no', Title: 'Payment links' });
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
      expect(pages.at(-1)).toContain(`${String(pages.length)} / ${String(pages.length)}`);
      expect(pages.at(-1)).toContain('Tie-out summary');
    });
  });

  it('has room for all columns in the smallest type, with every value whole', async () => {
    const rows = makeLinkRows(40);
    const { pages } = await printed({
      source: sourceOf(rows),
      spec: specOf({ format: 'pdf', columns: exportColumns }),
    });
    expect(occurrences(pages, /ORD-\d{8}/g)).toEqual(rows.map(({ reference }) => reference));
    expect(occurrences(pages, /1699962\d{11}/g)).toEqual(rows.map(({ linkId }) => linkId));
  });

  it('goes on after a text that is longer than a page, and loses nothing of it', async () => {
    const long = Array.from({ length: 3_000 }, (_, word) => `w${String(word)}`).join(' ');
    const rows: LinkRow[] = makeLinkRows(1_100).map((row, index) =>
      index === 990 ? { ...row, orderText: long } : row,
    );
    const { pages } = await printed({
      source: sourceOf(rows),
      spec: specOf({
        format: 'pdf',
        columns: ['reference', 'orderText', 'customerEmail', 'url', 'checkedAt'],
      }),
    });
    expect(new Set(occurrences(pages, /\bw\d+\b/g)).size).toBe(3_000);
    expect(occurrences(pages, /ORD-\d{8}/g)).toEqual(rows.map(({ reference }) => reference));
  });

  it('leaves nothing behind when it is cancelled between two slices', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const controller = new AbortController();
    let prints = 0;
    const request = requestFor(target, {
      source: sourceOf(makeLinkRows(2_500)),
      signal: controller.signal,
      print: async (page) => {
        prints += 1;
        const pdf = await printer.print(page, controller.signal);
        controller.abort();
        return pdf;
      },
    });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(prints).toBe(1);
    expect(await isUntouched()).toBe(true);
  });

  it('gives up a slice that is being printed, and its window', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const controller = new AbortController();
    const request = requestFor(target, { source: sourceOf(makeLinkRows(1_000)), signal: controller.signal });
    const run = runExport(request);
    await expect.poll(() => printer.windows()).toBe(2);
    controller.abort();
    await expect(run).rejects.toThrow();
    expect(await isUntouched()).toBe(true);
    await expect.poll(() => printer.windows()).toBe(1);
  });

  it('leaves nothing behind when a page cannot be printed', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const request = requestFor(target, { print: () => Promise.reject(new Error('no paper')) });
    await expect(runExport(request)).rejects.toMatchObject({ code: 'app/unexpected' });
    expect(await isUntouched()).toBe(true);
  });

  it('refuses more links than a PDF should have, before anything is printed', async () => {
    const { target, isUntouched } = await folderWithOldFile();
    const source = { ...sourceOf(nastyRows), total: pdfRowLimit + 1 };
    const print = () => Promise.reject(new Error('was printed'));
    await expect(runExport(requestFor(target, { source, print }))).rejects.toMatchObject({
      code: 'export/too-many-rows',
    });
    expect(await isUntouched()).toBe(true);
  });

  it('violates no policy, asks no network, and leaves no window open', async () => {
    await printed();
    expect(printer.app.problems()).toEqual([]);
    expect(printer.app.blockedRequests()).toEqual([]);
    expect(await printer.windows()).toBe(1);
  });

  it('is printed from addresses nobody can guess, a new one each time', async () => {
    await printed();
    const addresses = await printer.app.evaluate(() => printing.addresses);
    expect(addresses.every((address) => /^app:\/\/print\/[\da-f-]{36}\.html$/.test(address))).toBe(true);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
