import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csvDelimiters,
  csvLineEnds,
  csvQuotes,
  decimalSigns,
  exportColumns,
  isReadableCsv,
  xmlValues,
} from '#domain/export-spec';
import type { ExportSpec } from '#domain/export-spec';
import type { LinkRow, PaymentLink } from '#domain/payment-link';
import { runExport } from '../../../main/export/run-export';
import { keepXmlChars } from '../../../main/export/xml/xml-text';
import { inspectImport } from '../../../main/import/inspect-import';
import { runImport } from '../../../main/import/run-import';
import { sourceOf, specOf } from '../export/nasty-rows';
import { useTempFolders } from '../temp-folder';
import { createMemorySink, now, requestFor } from './import-files';
import { nastyLinks } from './nasty-links';

const textFields = [
  'reference',
  'providerStatus',
  'customerName',
  'customerEmail',
  'orderText',
  'url',
] as const;

/** What a link is once its texts have gone through a file; a text of which nothing is left is not known. */
function expected(row: LinkRow, through: (text: string) => string): PaymentLink {
  const { key: _key, pending: _pending, conflict: _conflict, ...link } = row;
  const texts = textFields.flatMap((field) => {
    const text = through(link[field] ?? '');
    return text === '' && field !== 'reference' ? [] : [[field, text] as const];
  });
  const bare: Partial<PaymentLink> = { ...link };
  for (const field of textFields) Reflect.deleteProperty(bare, field);
  // Every other field is there already.
  return { ...bare, ...Object.fromEntries(texts) } as PaymentLink;
}

const wordsOf = {
  open: 'Open',
  paid: 'Paid',
  closed: 'Closed',
  expired: 'Expired',
  unknown: 'Unknown',
} as const;

const csvOptions = fc
  .record({
    delimiter: fc.constantFrom(...csvDelimiters),
    quotes: fc.constantFrom(...csvQuotes),
    lineEnd: fc.constantFrom(...csvLineEnds),
    bom: fc.boolean(),
    decimal: fc.constantFrom(...decimalSigns),
  })
  .filter(isReadableCsv);

const common = fc.record({
  zone: fc.constantFrom('Asia/Kuwait', 'Europe/Berlin', 'America/St_Johns', 'UTC'),
  language: fc.constantFrom('en', 'ar'),
  amounts: fc.constantFrom('major', 'minor'),
  // A last column that may end in a line break is the hardest place for one.
  columns: fc.constantFrom(exportColumns, [
    ...exportColumns.filter((column) => column !== 'orderText'),
    'orderText',
  ] as const),
});

describe('our own exports, imported again', () => {
  const tempFolder = useTempFolders();

  async function roundTrip(rows: readonly LinkRow[], changes: Partial<ExportSpec>) {
    const spec = specOf(changes);
    const file = path.join(await tempFolder(), `links.${spec.format}`);
    const { signal } = new AbortController();
    await runExport({
      spec,
      target: file,
      source: sourceOf(rows),
      version: '1.0.0',
      now,
      signal,
      onProgress: () => undefined,
    });
    const { guessed, reading, questions } = await inspectImport({ path: file, asked: {} }, signal);
    const sink = createMemorySink();
    // Neither zone nor moment is needed: the file tells both.
    const asked = { connectionId: 'main', map: guessed, zone: 'Pacific/Apia', exportedAt: 0, reading };
    const summary = await runImport(requestFor(file, sink, { spec: asked }));
    return { stored: sink.stored, rejected: summary.rejected, questions };
  }

  it('give every value back as CSV, in every dialect', async () => {
    await fc.assert(
      fc.asyncProperty(nastyLinks, common, csvOptions, async (rows, options, csv) => {
        const back = await roundTrip(rows, { format: 'csv', ...options, csv });
        expect(back.questions).toEqual([]);
        expect(back.rejected).toEqual([]);
        // A lone half of a pair is no character: UTF-8 has no bytes for it.
        expect(back.stored).toEqual(rows.map((row) => expected(row, (text) => text.toWellFormed())));
      }),
      { numRuns: 150 },
    );
  });

  it('give every value back as XML that XML can hold', async () => {
    const values = fc.constantFrom(...xmlValues);
    await fc.assert(
      fc.asyncProperty(nastyLinks, common, values, async (rows, options, layout) => {
        const back = await roundTrip(rows, { format: 'xml', ...options, xml: { values: layout } });
        expect(back.questions).toEqual([]);
        expect(back.rejected).toEqual([]);
        const kept = rows.map((row) => expected(row, keepXmlChars));
        // A word of the provider of which nothing is left is said in ours.
        expect(back.stored).toEqual(
          kept.map((link) => ({ ...link, providerStatus: link.providerStatus || wordsOf[link.status] })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('give every value back as workbooks that XML can hold', async () => {
    await fc.assert(
      fc.asyncProperty(nastyLinks, common, async (rows, options) => {
        const back = await roundTrip(rows, { format: 'xlsx', ...options });
        expect(back.questions).toEqual([]);
        expect(back.rejected).toEqual([]);
        const kept = rows.map((row) => expected(row, keepXmlChars));
        expect(back.stored).toEqual(
          kept.map((link) => ({ ...link, providerStatus: link.providerStatus || wordsOf[link.status] })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('give every value back as a workbook that a workbook can hold', async () => {
    // A date of Excel's has no offset: the hour that comes twice in autumn is read as the earlier one. These zones have none.
    const zones = fc.constantFrom('Asia/Kuwait', 'UTC', 'Asia/Kolkata');
    await fc.assert(
      fc.asyncProperty(nastyLinks, common, zones, async (rows, options, zone) => {
        const back = await roundTrip(rows, { format: 'xlsx', ...options, zone });
        expect(back.questions).toEqual([]);
        expect(back.rejected).toEqual([]);
        const kept = rows.map((row) => expected(row, keepXmlChars));
        expect(back.stored).toEqual(
          kept.map((link) => ({ ...link, providerStatus: link.providerStatus || wordsOf[link.status] })),
        );
      }),
      { numRuns: 60 },
    );
  });
});
