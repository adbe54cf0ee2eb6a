import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePlan } from '../../../main/export/write-plan';
import { createPlanFileRows } from '../../../main/store/plan-file-rows';
import type { PlanSource, TableFormat } from '../../../main/store/store-api';
import { WriteTurns } from '../../../main/store/write-turns';
import { aConnection, aLink, tempStore, type TempStore } from '../../support/store/temp-store';
import { useTempFolders } from '../temp-folder';
import { readTable, written } from './table-files';

const tempFolder = useTempFolders();
const kuwait: TableFormat = { language: 'en', zone: 'Asia/Kuwait' };

const now = Date.UTC(2026, 10, 20, 15, 0);
const expiry = Date.UTC(2026, 11, 31, 20, 59, 59);
const waiting = {
  turns: new WriteTurns(),
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  store.methods.saveConnection({ connection: aConnection({ id: 'shop', name: '=Shop, "A"' }) });
});
afterEach(() => store.dispose());

function plan(keys: readonly number[], planId = 'plan') {
  const change = { verb: 'set-expiry', expiry: { kind: 'absolute', at: expiry } } as const;
  const of: PlanSource = { kind: 'selection', selection: { mode: 'only', keys }, change };
  return store.planner.plan({ planId, of, now }, waiting);
}

async function exported(format = kuwait, planId = 'plan') {
  const target = path.join(await tempFolder(), 'plan.csv');
  const source = createPlanFileRows(store, planId);
  const receipt = await written(source, (request) => writePlan({ ...request, format }), target);
  return { receipt, ...(await readTable(target)) };
}

describe('the file of a plan', () => {
  beforeEach(async () => {
    const links = [
      aLink({ number: 1, expiresAt: Date.UTC(2026, 10, 30, 20, 59, 59) }),
      aLink({ number: 2, status: 'paid', providerStatus: 'Paid' }),
      aLink({ number: 3, expiresAt: expiry, reference: '-1+2\n"x" \u202bمرجع\u202c' }),
      aLink({ number: 4, expiresAt: Date.UTC(2026, 10, 25) }),
    ];
    store.methods.upsertLinks({ links, source: 'import' });
    await plan([4, 1, 2, 3]);
  });

  it('has every row in the order of the selection, with what would happen to it or why nothing does', async () => {
    const { rows, receipt } = await exported();
    expect(receipt.rows).toBe(4);
    const plannedAs = { 'Plan ID': 'plan', 'Planned at (Asia/Kuwait)': '2026-11-20T18:00:00+03:00' };
    const link = (number: number) => ({
      'Merchant reference': `INV-${String(number)}`,
      'Payment link ID': aLink({ number }).linkId,
      Connection: `'=Shop, "A"`,
      ...plannedAs,
    });
    const change = {
      Plan: 'Will change',
      Reason: '',
      Change: 'Set expiry',
      Then: '2026-12-31T23:59:59+03:00',
    };
    const nothing = { Change: '', Now: '', Then: '' };
    expect(rows).toEqual([
      { ...link(4), ...change, Now: '2026-11-25T03:00:00+03:00' },
      { ...link(1), ...change, Now: '2026-11-30T23:59:59+03:00' },
      { ...link(2), ...nothing, Plan: 'Not allowed', Reason: 'Already paid' },
      {
        ...link(3),
        ...nothing,
        Plan: 'No change',
        Reason: '',
        'Merchant reference': `'-1+2\n"x" \u202bمرجع\u202c`,
      },
    ]);
  });

  it('tells rows that changed at the provider since, with what would have been done', async () => {
    store.methods.upsertLinks({
      links: [aLink({ number: 1, expiresAt: Date.UTC(2026, 11, 1), checkedAt: 1_760_000_000_000 })],
      source: 'check',
    });
    await store.planner.rejudge('plan', waiting.turns);
    const { rows } = await exported();
    expect(rows[1]).toMatchObject({
      'Merchant reference': 'INV-1',
      Plan: 'Changed at the provider since',
      Change: 'Set expiry',
      Then: '2026-12-31T23:59:59+03:00',
    });
  });

  it('is in Arabic where the desk is', async () => {
    const { headers, rows } = await exported({ language: 'ar', zone: 'Africa/Cairo' });
    expect(headers).toEqual([
      'المرجع',
      'معرّف الرابط',
      'الاتصال',
      'الخطة',
      'السبب',
      'التعديل',
      'الآن',
      'بعد التعديل',
      'معرّف الخطة',
      'وقت التخطيط (Africa/Cairo)',
    ]);
    expect(rows[2]).toMatchObject({ الخطة: 'غير مسموح', السبب: 'مدفوع' });
  });

  it('is not written of a plan that is gone', async () => {
    await store.planner.drop('plan', waiting.turns);
    await expect(exported()).rejects.toMatchObject({ code: 'plan/not-found' });
  });
});

describe('the file of a long plan', () => {
  it('has each row once, page after page', async () => {
    const links = Array.from({ length: 4_500 }, (_, index) =>
      aLink({ number: index + 1, ...(index % 3 === 0 ? { status: 'paid' as const } : {}) }),
    );
    store.methods.upsertLinks({ links, source: 'import' });
    const keys = links.map((_, index) => links.length - index);
    await plan(keys);
    const { rows } = await exported();
    expect(rows.map((row) => row['Merchant reference'])).toEqual(keys.map((key) => `INV-${String(key)}`));
    expect(rows.filter((row) => row['Plan'] === 'Not allowed')).toHaveLength(1_500);
  });
});
