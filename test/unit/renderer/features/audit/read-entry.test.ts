import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '#contract/audit';
import { readEntry } from '../../../../../renderer/features/audit/read-entry';

const entryOf = (part: Partial<AuditEntry> = {}): AuditEntry => ({
  sequence: 1,
  at: 0,
  actor: 'sara',
  event: 'edit.applied',
  subject: 'shop/150236490700089046',
  detail: {},
  hash: 'f'.repeat(64),
  ...part,
});

describe('readEntry', () => {
  it('names the link, the job or the connection an entry is about', () => {
    expect(readEntry(entryOf()).subject).toEqual({
      kind: 'link',
      connectionId: 'shop',
      linkId: '150236490700089046',
    });
    expect(readEntry(entryOf({ event: 'job.started', subject: 'j-1' })).subject).toEqual({
      kind: 'job',
      jobId: 'j-1',
    });
    const added = entryOf({ event: 'connection-added', subject: 'shop', detail: { name: 'Shop' } });
    expect(readEntry(added)).toMatchObject({ subject: { kind: 'connection' }, name: 'Shop' });
  });

  it('keeps the subject of what it does not know as it stands', () => {
    expect(readEntry(entryOf({ event: 'moon.landed', subject: 'a/b' })).subject).toEqual({
      kind: 'other',
      text: 'a/b',
    });
    expect(readEntry(entryOf({ subject: 'no-slash' })).subject).toEqual({ kind: 'other', text: 'no-slash' });
  });

  it('reads the fields before and after, amounts as money', () => {
    const changes = [
      { field: 'expiresAt', before: 1, after: 2 },
      {
        field: 'amount',
        before: { amountMinor: 12_500, currency: 'KWD' },
        after: { amountMinor: 1, currency: 'KWD' },
      },
      { field: 'orderText', after: 'New' },
    ];
    expect(readEntry(entryOf({ detail: { changes } })).changes).toEqual([
      ...changes.slice(0, 2),
      { field: 'orderText', before: undefined, after: 'New' },
    ]);
  });

  it('reads what the provider said and why', () => {
    const detail = { provider: { code: '00117', text: 'Refused' }, errorCode: 'provider/refused' };
    expect(readEntry(entryOf({ detail }))).toMatchObject(detail);
    expect(
      readEntry(entryOf({ event: 'job.paused', detail: { pausedBy: 'provider/timeout' } })).errorCode,
    ).toBe('provider/timeout');
  });

  it('reads what a job does to how many links, and how a conflict was decided', () => {
    const detail = { change: { verb: 'close' }, counts: { queued: 3, applied: 2 } };
    expect(readEntry(entryOf({ event: 'job.started', detail })).job).toEqual({ verb: 'close', links: 5 });
    expect(readEntry(entryOf({ detail: { change: { verb: 'close' } } })).job).toEqual({
      verb: 'close',
      links: undefined,
    });
    const decided = entryOf({ event: 'edit.resolved', detail: { choice: { keep: 'theirs' } } });
    expect(readEntry(decided).decision).toBe('theirs');
  });

  it.each([
    undefined,
    null,
    'text',
    7,
    [],
    { changes: 'none' },
    { changes: [null, 3, {}, { field: 9 }] },
    { provider: [], errorCode: 4, name: {}, change: 'close', choice: { keep: 1 } },
  ])('takes nothing for granted: %j', (detail) => {
    expect(readEntry(entryOf({ detail }))).toMatchObject({
      changes: [],
      provider: undefined,
      errorCode: undefined,
      name: undefined,
      job: undefined,
      decision: undefined,
    });
  });

  it('shows a value of an unknown shape as it was written', () => {
    const changes = [{ field: 'amount', before: { amountMinor: 1.5, currency: 'KWD' }, after: true }];
    expect(readEntry(entryOf({ detail: { changes } })).changes).toEqual([
      { field: 'amount', before: '{"amountMinor":1.5,"currency":"KWD"}', after: 'true' },
    ]);
  });
});
