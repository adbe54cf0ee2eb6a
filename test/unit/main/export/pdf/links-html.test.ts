import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { exportColumns, usualCsv, type ExportLayout } from '#domain/export-spec';
import type { PaymentLink } from '#domain/payment-link';
import { createLinksTable } from '../../../../../main/export/pdf/links-html';
import { pageHtml } from '../../../../../main/export/pdf/page-html';
import { createPdfCells } from '../../../../../main/export/pdf/pdf-cells';
import { toExportRow } from '../../../../support/to-export-row';

const spec: ExportLayout = {
  format: 'pdf',
  scope: 'matching',
  filter: {},
  columns: exportColumns,
  zone: 'Asia/Kuwait',
  amounts: 'major',
  language: 'en',
  csv: usualCsv,
  xml: { values: 'elements' },
};

const link: PaymentLink = {
  connectionId: 'main',
  linkId: '169996200023293942',
  reference: 'INV-1',
  status: 'open',
  providerStatus: 'Open',
  amount: { amountMinor: 1_234_567_500, currency: 'KWD' },
  checkedAt: Date.UTC(2026, 10, 20, 15, 4, 5),
};

function printed(links: readonly PaymentLink[], changes: Partial<ExportLayout> = {}) {
  const layout = { ...spec, ...changes };
  const stripped = { strippedCharacters: 0 };
  const table = createLinksTable(layout, { cells: createPdfCells(layout, (id) => id), stripped });
  const rows = links.map((each) => table.row(toExportRow(each)));
  return { html: pageHtml({ language: layout.language, title: 'T' }, table.table(rows)), stripped };
}

/** The elements of a document with the text of its cells. Throws for what is not well-formed. */
function parse(html: string) {
  const tags: string[] = [];
  const cells: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push([name, ...Object.keys(attributes)].join(' '));
    if (name === 'td') cells.push('');
  });
  parser.on('text', (text) => {
    const last = cells.pop();
    if (last !== undefined) cells.push(last + text);
  });
  parser.write(html).close();
  return { tags, cells };
}

const anyText = string({ unit: 'binary', maxLength: 30 }).map((text) =>
  text.replaceAll('a', '</td><script>').replaceAll('b', '&#60;').replaceAll('c', '" style="x" \''),
);

describe('the table of links', () => {
  it('has the same elements and attributes whatever the texts of links say', () => {
    const usual = parse(printed([link, link]).html).tags.filter((tag) => !tag.startsWith('link'));
    const texts = record({
      ...{ reference: anyText, providerStatus: anyText, customerName: anyText, customerEmail: anyText },
      ...{ orderText: anyText, url: anyText, linkId: anyText, connectionId: anyText },
      status: constantFrom('open', 'unknown'),
    });
    assert(
      property(array(texts, { minLength: 2, maxLength: 2 }), (all) => {
        const { html } = printed(all.map((each) => ({ ...link, ...each })));
        const tags = parse(html).tags.filter((tag) => !tag.startsWith('link') && tag !== 'wbr');
        expect(tags).toEqual(usual);
        expect(tags.some((tag) => /script|style|\bon\w+/.test(tag))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('shows values as people read them', () => {
    const { html } = printed(
      [{ ...link, customerName: 'O’Brien <Ltd>', expiresAt: Date.UTC(2026, 10, 30, 20, 59, 59) }],
      {
        columns: ['reference', 'customerName', 'amount', 'currency', 'expiresAt', 'createdAt', 'connection'],
      },
    );
    expect(parse(html).cells).toEqual([
      'INV-1',
      'O’Brien <Ltd>',
      '1,234,567.500',
      'KWD',
      '2026-11-30 23:59:59',
      '',
      'main',
    ]);
  });

  it('writes minor units under a header that says so', () => {
    const { html } = printed([link], { columns: ['amount'], amounts: 'minor' });
    expect(html).toContain('Amount (minor units)');
    expect(parse(html).cells).toEqual(['1,234,567,500']);
  });

  it('is a mirror in Arabic, where figures and dates keep their direction', () => {
    const { html } = printed([link], { language: 'ar', columns: ['amount', 'checkedAt', 'reference'] });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<td class="figure"><bdi dir="ltr">1,234,567.500</bdi></td>');
    expect(html).toContain('<bdi dir="ltr">2026-11-20 18:04:05</bdi>');
    expect(html).toContain('<td><bdi>INV-1</bdi></td>');
  });

  it('counts what it had to leave out', () => {
    expect(printed([{ ...link, customerName: 'a\u0000b\u0001' }]).stripped).toEqual({
      strippedCharacters: 2,
    });
  });

  it('names the fonts of the letters that are there, so that they are there when it is printed', () => {
    expect(printed([link]).html).not.toContain('noto-arabic-400.woff2');
    expect(printed([{ ...link, customerName: 'أحمد' }]).html).toContain('noto-arabic-400.woff2');
    expect(printed([{ ...link, customerName: 'Nováková Šárka' }]).html).toContain('inter-ext-400.woff2');
  });
});
