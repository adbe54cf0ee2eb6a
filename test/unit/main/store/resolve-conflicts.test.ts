import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ConflictChoice } from '#domain/bulk-job';
import { baseOf } from '#domain/link-patch';
import type { PaymentLink } from '#domain/payment-link';
import { aLink, anAhrvoConnection, tempStore, type TempStore } from '../../../support/store/temp-store';

const now = 1_760_000_000_000;
const ours = 1_900_000_000_000;
const theirs = 1_850_000_000_000;
const base = baseOf(aLink());
const oursAmount = { amountMinor: 5, currency: 'KWD' };

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  const links = [1, 2, 3].map((number) => aLink({ number }));
  store.methods.upsertLinks({ links, source: 'import' });
  start('job', 1, 2);
  clash(1, 1);
});
afterEach(() => store.dispose());

const start = (id: string, ...linkKeys: number[]) => {
  const edits = linkKeys.map((linkKey) => ({
    linkKey,
    patch: { expiresAt: ours, amount: oursAmount },
    base,
    changes: [{ field: 'expiresAt' as const, before: base.expiresAt, after: ours }],
  }));
  store.methods.createJob({ id, change: { verb: 'edit' }, at: 1, edits });
  store.methods.moveJob({ jobId: id, to: 'running', at: 1 });
};
/** The edit was sent once, and what the link has become by then is another. */
const clash = (editId: number, number: number, more: Partial<PaymentLink> = {}) => {
  store.methods.stepEdit({ editId, from: 'queued', to: 'sending', at: 2, sends: true });
  const link = aLink({ number, expiresAt: theirs, checkedAt: now, ...more });
  store.methods.stepEdit({
    editId,
    from: 'sending',
    to: 'conflict',
    at: 3,
    errorCode: 'link/changed-since',
    provider: { code: '1', text: 'x' },
    after: { status: link.status, expiresAt: theirs },
    link,
  });
};
const resolve = (choice: ConflictChoice, ...editIds: number[]) =>
  store.methods.resolveConflicts({ of: { kind: 'edits', editIds }, choice, now });
const resolveJob = (choice: ConflictChoice) =>
  store.methods.resolveConflicts({ of: { kind: 'job', jobId: 'job' }, choice, now });
const edit = (id: number) =>
  store.methods.readEdits({ start: 0, end: 99 }).edits.find((each) => each.id === id);
const lastEntry = () => store.methods.readAudit({ start: 0, end: 1 }).entries[0];
const nothing = { queued: 0, dropped: 0, refused: 0, jobIds: [], droppedIn: [] };

describe('a conflict that is decided', () => {
  it('for ours is queued, made anew against what the link is now', () => {
    expect(resolve({ keep: 'mine' }, 1)).toEqual({ ...nothing, queued: 1, jobIds: ['job'] });
    const decided = edit(1);
    expect(decided).toMatchObject({
      state: 'queued',
      patch: { expiresAt: ours, amount: oursAmount },
      base: { status: 'open', expiresAt: theirs, amount: aLink().amount },
      changes: [
        { field: 'expiresAt', before: theirs, after: ours },
        { field: 'amount', before: aLink().amount, after: oursAmount },
      ],
      tries: 1,
      updatedAt: now,
    });
    for (const gone of ['errorCode', 'provider', 'after']) expect(decided).not.toHaveProperty(gone);
    expect(store.methods.readLinks({ keys: [1] })).toMatchObject([{ pending: true, conflict: false }]);
  });

  it('for some fields sends these alone', () => {
    expect(resolve({ keep: 'fields', mine: ['amount'] }, 1)).toMatchObject({ queued: 1 });
    expect(edit(1)?.patch).toEqual({ amount: oursAmount });
    expect(edit(1)?.changes.map(({ field }) => field)).toEqual(['amount']);
  });

  it('for theirs is given up, and keeps what was asked', () => {
    expect(resolve({ keep: 'theirs' }, 1)).toEqual({ ...nothing, dropped: 1, droppedIn: ['job'] });
    expect(edit(1)).toMatchObject({
      state: 'skipped',
      patch: { expiresAt: ours },
      after: { expiresAt: theirs },
    });
    expect(store.methods.readLinks({ keys: [1] })).toMatchObject([{ pending: false, conflict: false }]);
  });

  it('for ours is given up when the link has become that by now', () => {
    const link = aLink({ expiresAt: ours, amount: oursAmount, checkedAt: now + 1 });
    store.methods.upsertLinks({ links: [link], source: 'check' });
    expect(resolve({ keep: 'mine' }, 1)).toEqual({ ...nothing, dropped: 1, droppedIn: ['job'] });
  });

  it('stays when what the link has become does not allow it', () => {
    const link = aLink({ status: 'paid', checkedAt: now + 1 });
    store.methods.upsertLinks({ links: [link], source: 'check' });
    const before = lastEntry();
    expect(resolve({ keep: 'mine' }, 1)).toEqual({ ...nothing, refused: 1 });
    expect(edit(1)).toMatchObject({ state: 'conflict', base });
    expect(lastEntry()).toEqual(before);
  });

  it('stays when the provider of its connection does not offer that', () => {
    store.methods.saveConnection({ connection: anAhrvoConnection() });
    expect(resolve({ keep: 'mine' }, 1)).toEqual({ ...nothing, refused: 1 });
  });

  it('leaves an audit entry with the choice and both bases', () => {
    resolve({ keep: 'mine' }, 1);
    expect(lastEntry()).toMatchObject({
      at: now,
      event: 'edit.resolved',
      subject: `shop/${aLink().linkId}`,
      detail: {
        jobId: 'job',
        editId: 1,
        from: 'conflict',
        to: 'queued',
        choice: { keep: 'mine' },
        base,
        newBase: { status: 'open', expiresAt: theirs },
      },
    });
    clash(2, 2);
    resolve({ keep: 'theirs' }, 2);
    expect(lastEntry()).toMatchObject({ event: 'edit.resolved', detail: { editId: 2, to: 'skipped' } });
  });

  it('is one of many: all of a job, and no other job’s', () => {
    clash(2, 2);
    start('other', 3);
    clash(3, 3);
    expect(resolveJob({ keep: 'mine' })).toEqual({ ...nothing, queued: 2, jobIds: ['job'] });
    expect(edit(3)?.state).toBe('conflict');
    expect(resolveJob({ keep: 'mine' })).toEqual(nothing);
  });

  it('passes over edits that are in no conflict, or not there', () => {
    expect(resolve({ keep: 'theirs' }, 2, 99)).toEqual(nothing);
    expect(edit(2)?.state).toBe('queued');
  });

  it('lets a finished job run again, but leaves a paused one as the user left it', () => {
    clash(2, 2);
    store.methods.moveJob({ jobId: 'job', to: 'finished', at: 5 });
    resolve({ keep: 'theirs' }, 1);
    expect(store.methods.readJob({ jobId: 'job' }).state).toBe('finished');
    expect(resolve({ keep: 'mine' }, 2).jobIds).toEqual(['job']);
    expect(store.methods.readJob({ jobId: 'job' })).toMatchObject({
      state: 'running',
      counts: { queued: 1 },
    });

    start('paused', 3);
    clash(3, 3);
    store.methods.moveJob({ jobId: 'paused', to: 'paused', at: 5 });
    expect(resolve({ keep: 'mine' }, 3).jobIds).toEqual(['paused']);
    expect(store.methods.readJob({ jobId: 'paused' }).state).toBe('paused');
  });

  it('can only be given up in a cancelled job', () => {
    store.methods.moveJob({ jobId: 'job', to: 'cancelled', at: 5 });
    expect(resolve({ keep: 'mine' }, 1)).toEqual({ ...nothing, refused: 1 });
    expect(edit(1)?.state).toBe('conflict');
    expect(resolve({ keep: 'theirs' }, 1)).toEqual({ ...nothing, dropped: 1, droppedIn: ['job'] });
    expect(edit(1)?.state).toBe('skipped');
  });
});
