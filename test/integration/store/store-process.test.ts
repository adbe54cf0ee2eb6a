import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { exportColumns, usualCsv, type ExportLayout } from '#domain/export-spec';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createStoreClient, type StoreClient } from '../../../main/store/store-client';
import { bundleEntry } from '../../support/processes/bundle-entry';
import { forkLink, type ForkedLink } from '../../support/processes/fork-link';
import { aConnection, aLink, tempFolder, testKey } from '../../support/store/temp-store';
import { plainReading } from '../import/import-files';

let entry: string;
let temp: ReturnType<typeof tempFolder>;
let client: StoreClient;
let running: ForkedLink;
const file = () => path.join(temp.folder, 'links.db');

beforeAll(async () => {
  entry = await bundleEntry('store-process', 'main/store-process.ts');
});
beforeEach(async () => {
  temp = tempFolder();
  client = createStoreClient({ start: () => (running = forkLink(entry)) });
  await client.call('open', { file: file(), keyHex: testKey });
  await client.call('saveConnection', { connection: aConnection() });
});
afterEach(async () => {
  await client.stop();
  temp.dispose();
});

const header = 'Invoice ID,Merchant Reference,Amount,Currency,Status,Expiry Date\n';
const importSpec = {
  connectionId: 'shop',
  map: { linkId: 0, reference: 1, amount: 2, currency: 3, status: 4 },
  zone: 'Asia/Kuwait',
  exportedAt: 1_750_000_000_000,
  reading: plainReading,
};

function writeCsv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `2501000000000${String(10_007 + index * 13)},INV-${index},12.500,KWD,Open,\n`,
  );
  const csv = path.join(temp.folder, 'export.csv');
  writeFileSync(csv, header + lines.join(''));
  return csv;
}

describe('the store process', () => {
  it('imports a file, answers queries about it and exports it again', async () => {
    const progress: number[] = [];
    client.on('importProgress', ({ done }) => progress.push(done));
    const csv = writeCsv(5000);
    expect(await client.call('inspectImport', { path: csv, asked: {} })).toMatchObject({
      guessed: { linkId: 0 },
    });
    const summary = await client.call('runImport', { path: csv, spec: importSpec, now: 1_760_000_000_000 });
    expect(summary).toMatchObject({ rows: 5000, added: 5000, rejectedCount: 0 });
    expect(progress.at(-1)).toBe(5000);

    const sort = [{ by: 'reference', direction: 'ascending' }] as const;
    const opened = await client.call('openQuery', { filter: { words: ['inv-49'] }, sort });
    expect(opened).toMatchObject({ total: 111, cached: 5000 });
    const target = path.join(temp.folder, 'out.csv');
    const selection = { mode: 'allExcept', handle: opened.handle, keys: [] } as const;
    const held = await client.call('holdSelection', { selection, sort });
    expect(held.total).toBe(111);
    const receipt = await client.call('runExport', {
      target,
      held: held.handle,
      version: '1.0.0',
      spec: {
        format: 'csv',
        scope: 'matching',
        filter: { words: ['inv-49'] },
        columns: ['reference', 'amount', 'connection'],
        zone: 'Asia/Kuwait',
        amounts: 'major',
        language: 'en',
        csv: { ...usualCsv, bom: false },
        xml: { values: 'elements' },
      },
    });
    expect(receipt).toMatchObject({
      rows: 111,
      summaryFileName: 'out.csv.summary.json',
      summary: {
        filterText: 'inv-49',
        sums: [{ currency: 'KWD', count: 111, totalMinor: '1387500' }],
      },
    });
    expect(readFileSync(target, 'utf8').split('\r\n')[1]).toBe('"INV-49",12.500,"Shop"');
  });

  it('stores nothing of an import that is cancelled', async () => {
    const abort = new AbortController();
    const csv = writeCsv(60_000);
    client.on('importProgress', () => abort.abort());
    const call = { path: csv, spec: importSpec, now: 1_760_000_000_000 };
    await expect(client.call('runImport', call, { signal: abort.signal })).rejects.toMatchObject({
      code: 'app/cancelled',
    });
    expect(await client.call('openQuery', { filter: {}, sort: [] })).toMatchObject({ cached: 0 });
  });

  it('answers queries while an export is written, and leaves nothing of one that is cancelled', async () => {
    const csv = writeCsv(5_000);
    await client.call('runImport', { path: csv, spec: importSpec, now: 1_760_000_000_000 });
    const exportTo = async (target: string, options: { readonly signal?: AbortSignal } = {}) => {
      const { handle: held } = await client.call('holdSelection', { selection: { mode: 'all' }, sort: [] });
      const spec: ExportLayout = {
        ...{ format: 'xml', scope: 'all', filter: {}, columns: exportColumns, zone: 'UTC', amounts: 'major' },
        ...{ language: 'en', csv: usualCsv, xml: { values: 'elements' } },
      };
      return client.call('runExport', { spec, held, target, version: '1.0.0' }, options);
    };
    const order: string[] = [];
    const target = path.join(temp.folder, 'all.xml');
    const begun = Promise.withResolvers<undefined>();
    const end = client.on('exportProgress', () => begun.resolve(undefined));
    const exporting = exportTo(target).then(({ rows }) => order.push(`export of ${rows}`));
    await begun.promise;
    await client.call('openQuery', { filter: {}, sort: [] });
    order.push('query');
    await exporting;
    end();
    expect(order).toEqual(['query', 'export of 5000']);

    const abort = new AbortController();
    client.on('exportProgress', () => abort.abort());
    const cancelled = exportTo(path.join(temp.folder, 'cancelled.xml'), { signal: abort.signal });
    await expect(cancelled).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(readdirSync(temp.folder).filter((name) => name.includes('cancelled'))).toEqual([]);
  });

  it('answers queries while an import is stored, keeps writes waiting, and can still cancel it', async () => {
    const abort = new AbortController();
    const call = { path: writeCsv(20_000), spec: importSpec, now: 1_760_000_000_000 };
    const importing = client.call('runImport', call, { signal: abort.signal });
    importing.catch(() => undefined);
    // All rows are read; from now on they are stored.
    await new Promise<void>((resolve) => {
      client.on('importProgress', ({ total }) => {
        if (total > 0) resolve();
      });
    });
    const written = client.call('upsertLinks', { links: [aLink()], source: 'check' });
    let isWritten = false;
    void written.then(() => (isWritten = true));
    expect(await client.call('expireOverdue', { now: 1_900_000_000_000 })).toBe(0);
    expect(await client.call('openQuery', { filter: {}, sort: [] })).toMatchObject({ cached: 0 });
    expect(isWritten).toBe(false);
    abort.abort();
    await expect(importing).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(await written).toMatchObject({ added: 1 });
    expect(await client.call('openQuery', { filter: {}, sort: [] })).toMatchObject({ cached: 1 });
  });

  it('plans many rows while queries and writes go on, and tells how far it is', async () => {
    const links = Array.from({ length: 10_000 }, (_, index) => aLink({ number: index + 1 }));
    await client.call('upsertLinks', { links, source: 'import' });
    const { handle } = await client.call('openQuery', { filter: {}, sort: [] });
    const done: number[] = [];
    client.on('planProgress', (progress) => done.push(progress.done));
    const selection = { mode: 'allExcept', handle, keys: [1] } as const;
    const state = { isPlanned: false };
    const planning = client
      .call('planJob', {
        planId: 'plan',
        of: { kind: 'selection', selection, change: { verb: 'close' } },
        now: 1_760_000_000_000,
      })
      .finally(() => (state.isPlanned = true));
    let answers = 0;
    while (!state.isPlanned) {
      await client.call('readRange', { handle, start: 5000, end: 5050 });
      await client.call('writeSetting', { name: 'answers', value: answers });
      answers += 1;
    }
    expect(answers).toBeGreaterThan(5);
    expect(await planning).toMatchObject({ total: 9_999, willChange: 9_999 });
    expect(done.at(-1)).toBe(9_999);
    expect(await client.call('readPlanRows', { planId: 'plan', start: 9_998, end: 9_999 })).toMatchObject({
      total: 9_999,
      rows: [{ linkKey: 10_000, verdict: 'change' }],
    });
    await client.call('moveJob', { jobId: 'plan', to: 'running', at: 1_760_000_000_001 });
    expect((await client.call('countEdits', {})).queued).toBe(9_999);
  });

  it('keeps nothing of a plan that is cancelled, or of one that was being made when it was killed', async () => {
    const links = Array.from({ length: 10_000 }, (_, index) => aLink({ number: index + 1 }));
    await client.call('upsertLinks', { links, source: 'import' });
    const selection = { mode: 'only', keys: links.map((_, index) => index + 1) } as const;
    const plan = (planId: string, signal?: AbortSignal) =>
      client.call(
        'planJob',
        { planId, of: { kind: 'selection', selection, change: { verb: 'close' } }, now: 1 },
        signal === undefined ? {} : { signal },
      );
    const abort = new AbortController();
    const stop = client.on('planProgress', () => abort.abort());
    await expect(plan('cancelled', abort.signal)).rejects.toMatchObject({ code: 'app/cancelled' });
    stop();

    const killed = expect(plan('killed')).rejects.toMatchObject({ code: 'store/unavailable' });
    await new Promise<void>((resolve) => client.on('planProgress', () => resolve()));
    running.kill();
    await killed;
    await client.call('open', { file: file(), keyHex: testKey });
    expect(await client.call('listJobs', {})).toEqual([]);
    for (const planId of ['cancelled', 'killed']) {
      await expect(client.call('readPlan', { planId })).rejects.toMatchObject({ code: 'plan/not-found' });
      await expect(client.call('moveJob', { jobId: planId, to: 'running', at: 1 })).rejects.toMatchObject({
        code: 'job/not-found',
      });
    }
    await client.call('dropPlans', {});
    // The name is free again: nothing is left of it.
    expect(await plan('killed')).toMatchObject({ total: 10_000 });
  });

  it('tells failures by their code', async () => {
    await expect(client.call('readJob', { jobId: 'none' })).rejects.toMatchObject({ code: 'job/not-found' });
    await expect(client.call('readRange', { handle: 9, start: 0, end: 1 })).rejects.toMatchObject({
      code: 'store/result-closed',
      retryable: true,
    });
  });

  it('comes back with everything stored after it was killed, once it is opened again', async () => {
    await client.call('upsertLinks', { links: [aLink()], source: 'import' });
    const gone = new Promise<void>((resolve) => running.onExit(() => resolve()));
    running.kill();
    await gone;
    await expect(client.call('listConnections', {})).rejects.toMatchObject({
      code: 'store/unavailable',
      details: { reason: 'not-open' },
    });
    await client.call('open', { file: file(), keyHex: testKey });
    expect(await client.call('openQuery', { filter: {}, sort: [] })).toMatchObject({ total: 1 });
  });
});
