import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAudit } from '../../../main/export/write-audit';
import { createAuditRows } from '../../../main/store/audit-rows';
import { openForTampering } from '../../support/store/tampered-log';
import { tempStore, type TempStore } from '../../support/store/temp-store';
import { useTempFolders } from '../temp-folder';
import { readTable, restored, written } from './table-files';

const tempFolder = useTempFolders();

let store: TempStore;
beforeEach(() => {
  store = tempStore();
});
afterEach(() => store.dispose());

const append = (subject: string, detail: unknown, at = Date.UTC(2026, 10, 20, 15, 4, 5, 678)) =>
  store.methods.appendAudit({ at, event: 'test.happened', subject, detail });

async function exported(language: 'en' | 'ar' = 'en') {
  const target = path.join(await tempFolder(), 'audit.csv');
  const format = { language, zone: 'Asia/Kuwait' } as const;
  const receipt = await written(
    createAuditRows(store),
    (request) => writeAudit({ ...request, format }),
    target,
  );
  return { receipt, ...(await readTable(target)) };
}

/** The hashes of a file's rows, by nothing but what its description says. */
function recompute(rows: readonly Readonly<Record<string, string>>[]): string[] {
  let before = '0'.repeat(64);
  return rows.map((row) => {
    const { 'Detail (JSON)': detail = '', Number: sequence = '', ...rest } = restored(row);
    const text = (header: string) => JSON.stringify(rest[header]);
    const at = String(Date.parse(rest['Time (UTC)'] ?? ''));
    before = createHash('sha256')
      .update(
        `${before}{"actor":${text('User')},"at":${at},"detail":${detail},"event":${text('Event')},` +
          `"sequence":${sequence},"subject":${text('Subject')}}`,
      )
      .digest('hex');
    return before;
  });
}

describe('the file of the audit log', () => {
  it('holds every entry as it is stored, oldest first', async () => {
    append('shop/1', { to: 'applied', after: { status: 'open' } });
    append('shop/2', null);
    const { rows } = await exported();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      Number: '1',
      'Time (UTC)': '2026-11-20T15:04:05.678Z',
      User: 'tester',
      Event: 'test.happened',
      Subject: 'shop/1',
      'Detail (JSON)': '{"after":{"status":"open"},"to":"applied"}',
      'Hash (SHA-256)': store.methods.readAudit({ start: 1, end: 2 }).entries[0]?.hash,
    });
  });

  it('can be verified by who has the file alone', async () => {
    for (const nasty of ['=1+1', '-2', '@x', "'=y", '\t=tab', 'a"b,\r\nc\nd', '\u202bعربي\u202c', '', ' '])
      append(nasty, nasty);
    append('numbers', -17.25);
    append('page', { text: Array.from({ length: 50 }, (_, index) => index) });
    const { rows } = await exported();
    expect(recompute(rows)).toEqual(rows.map((row) => row['Hash (SHA-256)']));
    expect(recompute(rows).at(-1)).toBe(store.methods.verifyAudit({}).head);
    const changed = rows.map((row, index) => (index === 3 ? { ...row, Subject: 'other' } : row));
    expect(recompute(changed)[3]).not.toBe(rows[3]?.['Hash (SHA-256)']);
  });

  it('has each entry once, over many pages', async () => {
    for (let at = 1; at <= 4_001; at += 1) append(String(at), at, at);
    const { rows, receipt } = await exported();
    expect(receipt.rows).toBe(4_001);
    expect(rows.map((row) => row['Number'])).toEqual(rows.map((_, index) => String(index + 1)));
  });

  it('is in Arabic where the desk is', async () => {
    append('shop/1', null);
    const { headers } = await exported('ar');
    expect(headers).toEqual([
      'الرقم',
      'الوقت (UTC)',
      'المستخدم',
      'الحدث',
      'الموضوع',
      'التفاصيل (JSON)',
      'البصمة (SHA-256)',
    ]);
  });

  it('is written of a log that was tampered with too, as it stands', async () => {
    for (const subject of ['a', 'b', 'c']) append(subject, null);
    const raw = openForTampering(store.file);
    raw.exec(`
      DELETE FROM audit WHERE sequence = 2;
      UPDATE audit SET at = 9007199254740991, detail = '{' WHERE sequence = 3;
      INSERT INTO audit VALUES (-4, 1, 'x', 'x', 'x', 'null', 'x')`);
    raw.close();
    const { rows } = await exported();
    expect(rows.map((row) => [row['Number'], row['Time (UTC)'], row['Detail (JSON)']])).toEqual([
      ['-4', '1970-01-01T00:00:00.001Z', 'null'],
      ['1', '2026-11-20T15:04:05.678Z', 'null'],
      ['3', '9007199254740991', '{'],
    ]);
  });
});
