import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  csvDelimiters,
  csvLineEnds,
  csvQuotes,
  decimalSigns,
  exportColumns,
  isReadableCsv,
  usualCsv,
  type CsvOptions,
  type ExportSpec,
} from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import { restoreFormula } from '../../../main/files/formula';
import { runExport } from '../../../main/export/run-export';
import { useTempFolders } from '../temp-folder';
import { exportedAt, nastyRows, sourceOf, specOf } from './nasty-rows';

const dialects: readonly CsvOptions[] = csvDelimiters
  .flatMap((delimiter) => csvQuotes.map((quotes) => ({ delimiter, quotes })))
  .flatMap((part) => csvLineEnds.map((lineEnd) => ({ ...part, lineEnd })))
  .flatMap((part) => decimalSigns.map((decimal) => ({ ...part, decimal, bom: decimal === '.' })))
  .filter(isReadableCsv);

describe('the options of a CSV file', () => {
  const tempFolder = useTempFolders();

  async function exported(changes: Partial<ExportSpec>, rows: readonly LinkRow[] = nastyRows) {
    const target = path.join(await tempFolder(), 'links.csv');
    const { summary } = await runExport({
      spec: specOf(changes),
      target,
      source: sourceOf(rows),
      now: exportedAt,
      version: '1.0.0',
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    return { text: await readFile(target, 'utf8'), summary };
  }

  /** Cells as another library reads them. */
  function cellsOf(text: string, { delimiter }: CsvOptions): string[][] {
    return parse(text, { bom: true, delimiter, relax_column_count: false });
  }

  it.each(dialects)(
    'never change a value: $delimiter, quotes $quotes, $lineEnd, decimal $decimal',
    async (csv) => {
      const usual = cellsOf((await exported({})).text, usualCsv);
      const amountAt = exportColumns.indexOf('amount');
      const expected = usual.map((row, line) =>
        row.map((cell, column) => (line > 0 && column === amountAt ? cell.replace('.', csv.decimal) : cell)),
      );
      expect(cellsOf((await exported({ csv })).text, csv)).toEqual(expected);
    },
  );

  it.each([
    ['text', '"INV-0001",1234.500,2026-10-01T09:30:00+03:00,3'],
    ['needed', 'INV-0001,1234.500,2026-10-01T09:30:00+03:00,3'],
    ['all', '"INV-0001","1234.500","2026-10-01T09:30:00+03:00","3"'],
  ] as const)('put quotes around %s', async (quotes, line) => {
    const columns = ['reference', 'amount', 'createdAt', 'attempts'] as const;
    const { text } = await exported({ columns, csv: { ...usualCsv, quotes } });
    expect(text.split('\r\n')[1]).toBe(line);
  });

  it('end lines with a line feed alone if asked, but for those inside of a value', async () => {
    const csv = { ...usualCsv, lineEnd: 'lf' } as const;
    const { text } = await exported({ columns: ['linkId', 'amount'], csv });
    expect(text).not.toContain('\r');
    expect(text.split('\n')).toHaveLength(nastyRows.length + 2);
  });

  it('write amounts with a comma, and other numbers and times as they are', async () => {
    const csv = { ...usualCsv, delimiter: ';', decimal: ',', bom: false } as const;
    const { text } = await exported({ columns: ['amount', 'attempts', 'createdAt'], csv });
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'Amount;Attempts;Created at',
      '1234,500;3;2026-10-01T09:30:00+03:00',
    ]);
  });

  it('keep blanks at the edges of a value in quotes, which readers trim otherwise', async () => {
    const csv = { ...usualCsv, quotes: 'needed' } as const;
    const rows = nastyRows.slice(0, 1).map((row) => ({ ...row, orderText: ' a', customerName: 'b ' }));
    const { text } = await exported({ columns: ['orderText', 'customerName'], csv }, rows);
    expect(text.split('\r\n')[1]).toBe('" a","b "');
  });
});

describe('formulas in a CSV file', () => {
  const tempFolder = useTempFolders();

  it('are defused in text, counted, and restored; nothing else gets an apostrophe', async () => {
    const start = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '＝',
      '＋',
      '－',
      '＠',
      "'",
      ' ',
      '0',
      'a',
      'ب',
    );
    const text = fc.tuple(start, fc.string()).map(([first, rest]) => first + rest);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const target = path.join(await tempFolder(), 'links.csv');
        const rows = texts.map((orderText): LinkRow => ({ ...nastyRows[0]!, orderText }));
        const { summary } = await runExport({
          spec: specOf({ columns: ['orderText', 'amount'] }),
          ...{ target, source: sourceOf(rows), now: exportedAt, version: '1.0.0' },
          ...{ signal: new AbortController().signal, onProgress: () => undefined },
        });
        const [, ...read]: string[][] = parse(await readFile(target, 'utf8'), { bom: true });
        const cells = read.map(([cell = '']) => cell);
        expect(cells.map(restoreFormula)).toEqual(texts);
        expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell))).toEqual([]);
        expect(summary.defusedCells).toBe(cells.filter((cell, index) => cell !== texts[index]).length);
      }),
      { numRuns: 40 },
    );
  });

  it('leave negative numbers alone', async () => {
    const target = path.join(await tempFolder(), 'links.csv');
    const rows = [{ ...nastyRows[0]!, amount: { amountMinor: -5, currency: 'KWD' } }];
    const { summary } = await runExport({
      spec: specOf({ columns: ['amount', 'currency'] }),
      ...{ target, source: sourceOf(rows), now: exportedAt, version: '1.0.0' },
      ...{ signal: new AbortController().signal, onProgress: () => undefined },
    });
    expect((await readFile(target, 'utf8')).split('\r\n')[1]).toBe('-0.005,"KWD"');
    expect(summary.defusedCells).toBe(0);
  });
});
