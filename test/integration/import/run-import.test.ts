import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import type { ImportSpec } from '#domain/import-map';
import { inspectImport } from '../../../main/import/inspect-import';
import { runImport } from '../../../main/import/run-import';
import { useTempFolders } from '../temp-folder';
import {
  createMemorySink,
  dashboardHeader,
  dashboardLine,
  dashboardSpec,
  requestFor,
  writeCsv,
} from './import-files';

describe('runImport', () => {
  const tempFolder = useTempFolders();

  async function importText(content: string | Uint8Array, spec: ImportSpec = dashboardSpec) {
    const sink = createMemorySink();
    const file = await writeCsv(await tempFolder(), content);
    const { reading } = await inspectImport({ path: file, asked: {} }, new AbortController().signal);
    const summary = await runImport(requestFor(file, sink, { spec: { ...spec, reading } }));
    return { sink, summary };
  }

  it('stores the rows of a dashboard export', async () => {
    const lines = Array.from({ length: 4_500 }, (_, index) =>
      dashboardLine(String(169_996_200_023_290_001n + BigInt(index))),
    );
    const { sink, summary } = await importText([dashboardHeader, ...lines, ''].join('\n'));
    expect(summary).toEqual({
      rows: 4_500,
      added: 4_500,
      changed: 0,
      unchanged: 0,
      older: 0,
      rejectedCount: 0,
      rejected: [],
    });
    expect(sink.batches).toEqual([2_000, 2_000, 500]);
    expect(sink.stored.map(({ linkId }) => linkId)).toEqual(lines.map((line) => line.split(',')[0]));
    expect(sink.stored[0]).toEqual({
      connectionId: 'main',
      linkId: '169996200023290001',
      reference: 'REF-169996200023290001',
      customerEmail: 'ali@example.com',
      amount: { amountMinor: 12_500, currency: 'KWD' },
      status: 'open',
      providerStatus: 'Open',
      createdAt: Date.UTC(2026, 10, 1, 7),
      expiresAt: Date.UTC(2026, 11, 1, 7),
      checkedAt: dashboardSpec.exportedAt,
    });
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16 as Excel writes it', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(',', '\t'))],
    ['CR LF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR only', (text: string) => Buffer.from(text.replaceAll('\n', '\r'))],
    ['no line end at its end', (text: string) => Buffer.from(text.trimEnd())],
    ['blank lines', (text: string) => Buffer.from(text.replaceAll('\n', '\n\n,,,,\n'))],
  ])('reads a file with %s', async (_, write) => {
    const text = [dashboardHeader, dashboardLine('1', { reference: 'فاتورة' }), dashboardLine('2'), ''].join(
      '\n',
    );
    const { sink, summary } = await importText(write(text));
    expect(summary).toMatchObject({ rows: 2, added: 2, rejectedCount: 0 });
    expect(sink.stored.map(({ reference }) => reference)).toEqual(['فاتورة', 'REF-2']);
    expect(sink.stored[1]?.expiresAt).toBe(Date.UTC(2026, 11, 1, 7));
  });

  it('reads characters that fall on the border of two reads', async () => {
    const name = 'ع'.repeat(50);
    const lines = Array.from({ length: 9_000 }, (_, index) =>
      dashboardLine(`a${index}`, { reference: `${name}${index}` }),
    );
    const { sink, summary } = await importText([dashboardHeader, ...lines].join('\r\n'));
    expect(summary.rejectedCount).toBe(0);
    expect(sink.stored.every(({ reference }, index) => reference === `${name}${index}`)).toBe(true);
  });

  it('lists what it does not take, with the line where each row starts', async () => {
    const { sink, summary } = await importText(
      [
        dashboardHeader,
        dashboardLine('1', { reference: '"two\r\nlines, one\ncell"' }),
        '',
        dashboardLine('2', { amount: '1.2345' }),
        dashboardLine('1'),
        dashboardLine('1.69996E+17'),
        dashboardLine('3', { reference: '"a ""quoted"" word"' }),
        dashboardLine('4', { status: '' }),
        '5,only',
      ].join('\n'),
    );
    expect(sink.stored.map(({ linkId, reference }) => [linkId, reference])).toEqual([
      ['1', 'two\r\nlines, one\ncell'],
      ['3', 'a "quoted" word'],
    ]);
    expect(summary.rows).toBe(7);
    expect(summary.rejected).toEqual([
      { line: 6, problem: 'amount-too-precise', field: 'amount', text: '1.2345' },
      { line: 7, problem: 'id-repeated', field: 'linkId', text: '1' },
      { line: 8, problem: 'id-damaged', field: 'linkId', text: '1.69996E+17' },
      { line: 10, problem: 'status-missing', field: 'status', text: '4' },
      { line: 11, problem: 'columns-missing', field: 'amount', text: '5 | only' },
    ]);
  });

  it('takes a later row when the first one with its id was not good', async () => {
    const { sink } = await importText(
      [dashboardHeader, dashboardLine('1', { amount: 'x' }), dashboardLine('1')].join('\n'),
    );
    expect(sink.stored).toHaveLength(1);
  });

  it('refuses ids that a spreadsheet rounded, and takes a genuine round one', async () => {
    const rounded = await importText([dashboardHeader, dashboardLine('169996200023293000')].join('\n'));
    expect(rounded.summary.rejected).toMatchObject([{ problem: 'id-damaged' }]);
    const ids = Array.from({ length: 30 }, (_, index) => `1699962000232939${10 + index}`);
    const genuine = await importText(
      [dashboardHeader, ...ids.map((id) => dashboardLine(id)), dashboardLine('169996200023293000')].join(
        '\n',
      ),
    );
    expect(genuine.summary.rejectedCount).toBe(0);
  });

  it('counts all rejected rows and lists a hundred', async () => {
    const lines = Array.from({ length: 250 }, (_, index) => dashboardLine(`${index}`, { amount: 'x' }));
    const { summary } = await importText([dashboardHeader, ...lines].join('\n'));
    expect(summary.rejectedCount).toBe(250);
    expect(summary.rejected).toHaveLength(100);
  });

  it('does not trust a row whose quotes do not match', async () => {
    const broken = dashboardLine('2', { reference: '"a"b "c"' });
    const { sink, summary } = await importText(
      [dashboardHeader, dashboardLine('1'), broken, dashboardLine('3'), ''].join('\n'),
    );
    expect(sink.stored.map(({ linkId }) => linkId)).toEqual(['1', '3']);
    expect(summary.rejected).toMatchObject([{ line: 3, problem: 'columns-missing' }]);
  });

  it.each([
    [
      'an open quote',
      [dashboardHeader, dashboardLine('1'), dashboardLine('2', { reference: '"open' })].join('\n'),
      'open-quote',
    ],
    [
      'an open quote before megabytes of rows',
      [
        dashboardHeader,
        '"1',
        ...Array.from({ length: 40_000 }, (_, index) => dashboardLine(`${index}`)),
      ].join('\n'),
      'open-quote',
    ],
    ['nothing in it', '', 'empty'],
    ['an image in it', Buffer.from('\u0089PNG\u0000\u0000'), 'not-text'],
  ])('refuses a file with %s as a whole', async (_, content, reason) => {
    const sink = createMemorySink();
    const file = await writeCsv(await tempFolder(), content);
    await expect(runImport(requestFor(file, sink))).rejects.toMatchObject({
      code: 'import/unreadable',
      details: { reason },
    });
    expect(sink.stored).toEqual([]);
    expect(sink.isDiscarded).toBe(true);
  });

  it('refuses a file that is not in the encoding it is read in', async () => {
    const sink = createMemorySink();
    const content = Buffer.from(`${dashboardHeader}\n1,\xc7\xe1,`, 'latin1');
    const file = await writeCsv(await tempFolder(), content);
    await expect(runImport(requestFor(file, sink))).rejects.toMatchObject({ code: 'import/wrong-encoding' });
    expect(sink.isDiscarded).toBe(true);
  });

  it('refuses a cell without end', async () => {
    const sink = createMemorySink();
    const text = [dashboardHeader, dashboardLine('1', { reference: 'x'.repeat(10_001) })].join('\n');
    const file = await writeCsv(await tempFolder(), text);
    await expect(runImport(requestFor(file, sink))).rejects.toMatchObject({ code: 'import/cell-too-long' });
    expect(sink.stored).toEqual([]);
  });

  it.each([
    ['a required field is not mapped', { linkId: 0, amount: 3, currency: 4 }],
    ['a field is mapped beyond the last column', { ...dashboardSpec.map, url: 8 }],
  ])('refuses to start when %s', async (_, map) => {
    const sink = createMemorySink();
    const file = await writeCsv(await tempFolder(), [dashboardHeader, dashboardLine('1')].join('\n'));
    const spec = { ...dashboardSpec, map };
    await expect(runImport(requestFor(file, sink, { spec }))).rejects.toMatchObject({
      code: 'import/missing-column',
    });
  });

  it('says that the file is gone', async () => {
    const file = path.join(await tempFolder(), 'gone.csv');
    await expect(runImport(requestFor(file, createMemorySink()))).rejects.toMatchObject({
      code: 'file/not-found',
    });
  });

  it('stores nothing when it is cancelled half way', async () => {
    const sink = createMemorySink();
    const controller = new AbortController();
    const lines = Array.from({ length: 20_000 }, (_, index) => dashboardLine(`${index}`));
    const file = await writeCsv(await tempFolder(), [dashboardHeader, ...lines].join('\n'));
    const request = requestFor(file, sink, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(runImport(request)).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(sink.stored).toEqual([]);
    expect(sink.isDiscarded).toBe(true);
  });

  it('stores nothing when it is cancelled after the last row', async () => {
    const sink = createMemorySink();
    const controller = new AbortController();
    sink.stage = () => controller.abort();
    const file = await writeCsv(await tempFolder(), [dashboardHeader, dashboardLine('1')].join('\n'));
    const commit = sink.commit.bind(sink);
    let commits = 0;
    sink.commit = (watch) => {
      commits += 1;
      return commit(watch);
    };
    await expect(runImport(requestFor(file, sink, { signal: controller.signal }))).rejects.toMatchObject({
      code: 'app/cancelled',
    });
    expect(commits).toBe(0);
  });

  it('passes on what the sink says, after having it forget', async () => {
    const sink = createMemorySink();
    sink.commit = () => {
      throw new Error('database is full');
    };
    const file = await writeCsv(await tempFolder(), [dashboardHeader, dashboardLine('1')].join('\n'));
    await expect(runImport(requestFor(file, sink))).rejects.toThrow('database is full');
    expect(sink.isDiscarded).toBe(true);
  });

  it('ends its progress with all rows', async () => {
    const told: { done: number; total: number }[] = [];
    const file = await writeCsv(await tempFolder(), [dashboardHeader, dashboardLine('1')].join('\n'));
    await runImport(requestFor(file, createMemorySink(), { onProgress: (progress) => told.push(progress) }));
    expect(told).toEqual([
      { done: 1, total: 0 },
      { done: 1, total: 1 },
    ]);
  });

  it('tells how much of the file is stored, and lets that be cancelled', async () => {
    const told: { done: number; total: number }[] = [];
    const controller = new AbortController();
    const sink = createMemorySink();
    sink.commit = async ({ signal, onStored }) => {
      // Progress is passed on ten times a second.
      await new Promise((resolve) => setTimeout(resolve, 120));
      onStored(1);
      controller.abort();
      expect(signal.aborted).toBe(true);
      throw new AppError('app/cancelled');
    };
    const lines = [
      dashboardHeader,
      dashboardLine('1'),
      dashboardLine('2'),
      dashboardLine('3', { amount: 'x' }),
    ];
    const file = await writeCsv(await tempFolder(), lines.join('\n'));
    const onProgress = (progress: { done: number; total: number }) => told.push(progress);
    await expect(
      runImport(requestFor(file, sink, { signal: controller.signal, onProgress })),
    ).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(told.at(-1)).toEqual({ done: 2, total: 3 });
    expect(sink.isDiscarded).toBe(true);
  });
});
