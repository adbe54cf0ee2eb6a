import { describe, expect, it } from 'vitest';
import { previewImport } from '../../../main/import/preview-import';
import { useTempFolders } from '../temp-folder';
import { dashboardHeader, dashboardLine, dashboardSpec, now, writeCsv } from './import-files';

describe('previewImport', () => {
  const tempFolder = useTempFolders();
  const { signal } = new AbortController();

  it('shows what the first twenty rows would be stored as, and which would not', async () => {
    const lines = Array.from({ length: 50 }, (_, index) =>
      dashboardLine(`${index + 1}`, index === 1 ? { amount: 'x' } : {}),
    );
    const path = await writeCsv(await tempFolder(), [dashboardHeader, ...lines].join('\n'));
    const { rows } = await previewImport({ path, spec: dashboardSpec, now, signal });
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual({
      line: 2,
      link: {
        linkId: '1',
        reference: 'REF-1',
        customerEmail: 'ali@example.com',
        amount: { amountMinor: 12_500, currency: 'KWD' },
        status: 'open',
        providerStatus: 'Open',
        createdAt: Date.UTC(2026, 10, 1, 7),
        expiresAt: Date.UTC(2026, 11, 1, 7),
        checkedAt: dashboardSpec.exportedAt,
      },
    });
    expect(rows[1]).toEqual({
      line: 3,
      rejection: { problem: 'amount-unreadable', field: 'amount', text: 'x' },
    });
  });

  it('says which required field has no column', async () => {
    const path = await writeCsv(await tempFolder(), [dashboardHeader, dashboardLine('1')].join('\n'));
    const { status: _status, ...map } = dashboardSpec.map;
    await expect(previewImport({ path, spec: { ...dashboardSpec, map }, now, signal })).rejects.toMatchObject(
      { code: 'import/missing-column', details: { field: 'status' } },
    );
  });
});
