import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EditState } from '#domain/edit-state';
import { baseOf, type FieldChange } from '#domain/link-patch';
import { writeResult } from '../../../main/export/write-result';
import { createResultRows } from '../../../main/store/result-rows';
import type { EditFilter, EditStep, TableFormat } from '../../../main/store/store-api';
import { aConnection, aLink, tempStore, type TempStore } from '../../support/store/temp-store';
import { useTempFolders } from '../temp-folder';
import { readTable, restored, written } from './table-files';

const tempFolder = useTempFolders();
const kuwait: TableFormat = { language: 'en', zone: 'Asia/Kuwait' };

const before = Date.UTC(2026, 10, 30, 20, 59, 59);
const after = Date.UTC(2026, 11, 31, 20, 59, 59);
const sentAt = Date.UTC(2026, 10, 20, 15, 4, 5);
const kwd = (amountMinor: number) => ({ amountMinor, currency: 'KWD' });

/** Texts that break files: formulas, quotes, line ends, directions. */
const nasty = {
  connection: '=HYPERLINK("http://x";"Shop")',
  reference: '@ref, "quoted"\r\nsecond line',
  providerText: "-2+3+cmd|' /C calc'!A0 \u202bمرفوض\u202c\tend",
};

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  store.methods.saveConnection({ connection: aConnection({ id: 'shop', name: nasty.connection }) });
  const links = [1, 2, 3, 4, 5].map((number) =>
    aLink({ number, reference: number === 2 ? nasty.reference : `INV-${String(number)}` }),
  );
  store.methods.upsertLinks({ links, source: 'import' });
  const several: readonly FieldChange[] = [
    { field: 'expiresAt', before, after },
    { field: 'amount', before: kwd(12_500), after: kwd(99_001) },
    { field: 'orderText', before: undefined, after: 'Spring' },
  ];
  const changes: readonly (readonly FieldChange[])[] = [
    [{ field: 'expiresAt', before, after }],
    several,
    [{ field: 'status', before: 'open', after: 'closed' }],
    [{ field: 'status', before: 'closed', after: 'open' }],
    [{ field: 'orderText', before: undefined, after: '=1+1' }],
  ];
  store.methods.createJob({
    id: 'job',
    change: { verb: 'edit' },
    at: 10,
    edits: changes.map((each, index) => ({
      linkKey: index + 1,
      patch: {},
      base: baseOf(aLink()),
      changes: each,
    })),
  });
  store.methods.moveJob({ jobId: 'job', to: 'running', at: 20 });
  step(1, 'queued', 'sending', { sends: true });
  step(1, 'sending', 'applied', {
    at: sentAt + 1_000,
    provider: { code: '44000', text: 'Success' },
    after: { status: 'open', expiresAt: after, amount: kwd(12_500) },
  });
  step(2, 'queued', 'sending', { sends: true });
  step(2, 'sending', 'failed', {
    at: sentAt + 2_000,
    errorCode: 'provider/amount-refused',
    provider: { code: '00117', text: nasty.providerText },
    after: { status: 'paid' },
  });
  step(3, 'queued', 'sending', { sends: true });
  step(3, 'sending', 'unknown', { errorCode: 'provider/timeout' });
});
afterEach(() => store.dispose());

const step = (editId: number, from: EditState, to: EditState, more: Partial<EditStep> = {}) =>
  store.methods.stepEdit({ editId, from, to, at: sentAt, ...more });

async function exported(format = kuwait, filter: EditFilter = {}) {
  const target = path.join(await tempFolder(), 'result.csv');
  const source = createResultRows(store, { jobId: 'job', ...filter });
  const receipt = await written(source, (request) => writeResult({ ...request, format }), target);
  return { receipt, target, ...(await readTable(target)) };
}

describe('the file of a job’s result', () => {
  it('has a row for every edit, with what was asked, what came of it, and what the provider says now', async () => {
    const { rows } = await exported();
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual({
      'Merchant reference': 'INV-1',
      'Payment link ID': aLink({ number: 1 }).linkId,
      Connection: `'${nasty.connection}`,
      Change: 'Set expiry',
      Before: '2026-11-30T23:59:59+03:00',
      'Asked for': '2026-12-31T23:59:59+03:00',
      Outcome: 'Applied',
      'Status at the provider': 'Open',
      'Expiry at the provider (Asia/Kuwait)': '2026-12-31T23:59:59+03:00',
      'Amount at the provider': '12.500',
      Currency: 'KWD',
      'Provider code': '44000',
      'Provider message': 'Success',
      'Error code': '',
      Error: '',
      'Times sent': '1',
      'Sent at (Asia/Kuwait)': '2026-11-20T18:04:05+03:00',
      'Settled at (Asia/Kuwait)': '2026-11-20T18:04:06+03:00',
    });
  });

  it('keeps several fields of one edit in one row, each on a line of its cell with its name', async () => {
    const { rows } = await exported();
    expect(rows[1]).toMatchObject({
      Change: 'Set expiry, Set amount, Set order description',
      Before: 'Expires at: 2026-11-30T23:59:59+03:00\nAmount: 12.500 KWD\nOrder description: –',
      'Asked for': 'Expires at: 2026-12-31T23:59:59+03:00\nAmount: 99.001 KWD\nOrder description: Spring',
      Outcome: 'Failed',
      'Status at the provider': 'Paid',
      'Expiry at the provider (Asia/Kuwait)': '',
      'Amount at the provider': '',
      Currency: '',
      'Error code': 'provider/amount-refused',
      Error: 'The provider refused the amount',
    });
  });

  it('says of an edit that is still open that it is not settled', async () => {
    const { rows } = await exported();
    expect(rows[2]).toMatchObject({
      Change: 'Close',
      Before: 'Open',
      'Asked for': 'Closed',
      Outcome: 'Sent, outcome not known',
      'Settled at (Asia/Kuwait)': '',
      'Times sent': '1',
    });
    expect(rows[3]).toMatchObject({
      Change: 'Reopen',
      Before: 'Closed',
      Outcome: 'Waiting to be sent',
      'Sent at (Asia/Kuwait)': '',
      'Times sent': '0',
    });
  });

  it('defuses formulas and leaves every other character as it was', async () => {
    const { rows, text } = await exported();
    expect(rows[1]).toMatchObject({
      'Merchant reference': `'${nasty.reference}`,
      'Provider message': `'${nasty.providerText}`,
      'Provider code': '00117',
    });
    expect(rows[4]).toMatchObject({ Before: '', 'Asked for': "'=1+1" });
    expect(restored(rows[1] ?? {})).toMatchObject({
      'Merchant reference': nasty.reference,
      Connection: nasty.connection,
    });
    expect(text.startsWith('\ufeff"Merchant reference",')).toBe(true);
    // Text is quoted, so that ids and leading zeros stay; numbers and times are not.
    expect(text).toContain('"44000","Success","","",1,2026-11-20T18:04:05+03:00');
  });

  it('is in Arabic where the desk is', async () => {
    const { headers, rows } = await exported({ language: 'ar', zone: 'Africa/Cairo' });
    expect(headers).toContain('وقت الإرسال (Africa/Cairo)');
    expect(rows[1]).toMatchObject({
      النتيجة: 'فشل',
      الخطأ: 'رفض المزوّد المبلغ',
      التعديل: 'تعيين تاريخ الانتهاء، تعيين المبلغ، تعيين وصف الطلب',
      'وقت الإرسال (Africa/Cairo)': '2026-11-20T17:04:05+02:00',
    });
  });

  it('holds the edits a filter shows, as the list on screen does', async () => {
    for (const filter of [
      { states: ['failed', 'applied'] },
      { search: 'REF' },
      { search: '00117' },
      { states: ['queued'], search: 'inv-5' },
    ] satisfies EditFilter[]) {
      const { rows } = await exported(kuwait, filter);
      const { edits } = store.methods.readEdits({ jobId: 'job', ...filter, start: 0, end: 99 });
      expect(rows.map((row) => row['Payment link ID'])).toEqual(edits.map(({ linkId }) => linkId));
      expect(rows.length).toBeGreaterThan(0);
    }
    await expect(exported(kuwait, { search: 'nowhere' })).rejects.toMatchObject({ code: 'export/no-rows' });
    await expect(exported(kuwait, { jobId: 'none' })).rejects.toMatchObject({ code: 'job/not-found' });
  });

  it('is of one moment, and answers what proves it', async () => {
    const target = path.join(await tempFolder(), 'result.csv');
    const source = createResultRows(store, { jobId: 'job' });
    step(4, 'queued', 'skipped');
    const receipt = await written(source, (request) => writeResult({ ...request, format: kuwait }), target);
    const content = await readFile(target);
    expect(receipt).toEqual({
      rows: 5,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect((await readTable(target)).rows[3]).toMatchObject({ Outcome: 'Waiting to be sent' });
  });
});

describe('the file of a job of 100,000 edits', () => {
  /** Memory in use after a full collection, in MB. */
  function memory(): number {
    setFlagsFromString('--expose-gc');
    // A new context has the function that this one was started without; the cast names what the flag adds.
    const collect = runInNewContext('gc') as () => void;
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1_048_576;
  }

  it('is written without holding more than a few pages of it', async () => {
    const raw = store.raw();
    raw.exec(`
      WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 100000)
      INSERT INTO edit (job_id, link_key, connection_id, link_id, reference, state, patch, base, changes, updated_at)
      SELECT 'job', 1, 'shop', '169996200023' || (100000 + n), 'INV-' || n, 'applied', patch, base, changes, 9
      FROM edit, number WHERE id = 1`);
    const target = path.join(await tempFolder(), 'large.csv');
    const source = createResultRows(store, { jobId: 'job' });
    const atStart = memory();
    let most = 0;
    let pages = 0;
    const watched = {
      ...source,
      *rows(signal: AbortSignal) {
        for (const page of source.rows(signal)) {
          if ((pages += 1) % 10 === 0) most = Math.max(most, memory());
          yield page;
        }
      },
    };
    const receipt = await written(watched, (request) => writeResult({ ...request, format: kuwait }), target);
    expect(receipt.rows).toBe(100_005);
    expect(receipt.bytes).toBeGreaterThan(15_000_000);
    expect(pages).toBe(51);
    expect(most - atStart).toBeLessThan(10);
  });
});
