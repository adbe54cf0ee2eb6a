import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { editStates, noEdits, type EditState } from '#domain/edit-state';
import type { JobState } from '#domain/job-state';
import type { EditStep, NewEdit } from '../../../../main/store/store-api';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
  const links = [1, 2, 3].map((number) => aLink({ number }));
  store.methods.upsertLinks({ links, source: 'import' });
});
afterEach(() => store.dispose());

const newEdit = (linkKey: number): NewEdit => ({
  linkKey,
  patch: { expiresAt: 1_900_000_000_000, amount: { amountMinor: 5, currency: 'KWD' } },
  base: { status: 'open', expiresAt: 1_800_000_000_000, amount: { amountMinor: 12_500, currency: 'KWD' } },
  changes: [
    { field: 'expiresAt', before: 1_800_000_000_000, after: 1_900_000_000_000 },
    { field: 'customerName', before: undefined, after: 'Sara' },
  ],
});
const change = { verb: 'set-expiry', expiry: { kind: 'plus-days', days: 3, zone: 'Asia/Kuwait' } } as const;
const create = (...keys: number[]) =>
  store.methods.createJob({ id: 'job', change, at: 10, edits: keys.map(newEdit) });
const move = (to: JobState, more = {}) => store.methods.moveJob({ jobId: 'job', to, at: 20, ...more });
const step = (from: EditState, to: EditState, more: Partial<EditStep> = {}) =>
  store.methods.stepEdit({ editId: 1, from, to, at: 30, ...more });
const states = () =>
  store.methods.readEdits({ jobId: 'job', start: 0, end: 99 }).edits.map(({ state }) => state);
const entries = () => store.methods.readAudit({ start: 0, end: 99 }).entries;
/** Steps of edits alone: the job's own moves are audited too. */
const auditedSteps = () => entries().filter(({ event }) => event.startsWith('edit.'));
const withCode = (code: string, reason?: string): unknown => {
  const details: unknown = expect.objectContaining({ reason });
  return expect.objectContaining(reason === undefined ? { code } : { code, details });
};

describe('a new job', () => {
  it('holds its edits with what they are about', () => {
    const job = { id: 'job', change, state: 'planned', createdAt: 10, counts: { ...noEdits, planned: 2 } };
    expect(create(2, 1)).toEqual(job);
    expect(store.methods.readJob({ jobId: 'job' })).toEqual(job);
    expect(store.methods.nextEdits({ jobId: 'job', state: 'planned', limit: 1 })).toEqual([
      {
        ...newEdit(2),
        id: 1,
        jobId: 'job',
        connectionId: 'shop',
        linkId: aLink({ number: 2 }).linkId,
        reference: 'INV-2',
        state: 'planned',
        tries: 0,
        updatedAt: 10,
      },
    ]);
  });

  it('is not stored at all when one of its links does not exist', () => {
    expect(() => create(1, 2, 99)).toThrow(withCode('link/not-found'));
    expect(store.methods.listJobs({})).toEqual([]);
  });

  it('needs something to do', () => {
    expect(() => create()).toThrow(withCode('job/nothing-to-do'));
  });
});

describe('a job that goes on by itself', () => {
  it('is only one that waits for its provider: the user’s own pause stays', () => {
    create(1);
    const byItself = () =>
      store.methods.moveJob({ jobId: 'job', to: 'running', at: 40, byItself: true }).state;
    move('running');
    store.methods.moveJob({ jobId: 'job', to: 'paused', at: 30, pausedBy: 'provider/unreachable' });
    expect(byItself()).toBe('running');
    store.methods.moveJob({ jobId: 'job', to: 'paused', at: 30, pausedBy: 'provider/signature-rejected' });
    expect(byItself()).toBe('paused');
    store.methods.moveJob({ jobId: 'job', to: 'paused', at: 30 });
    expect(byItself()).toBe('paused');
    move('cancelled');
    expect(byItself()).toBe('cancelled');
  });
});

describe('moving a job', () => {
  it('queues what was planned when it starts, and skips what was not sent when it is cancelled', () => {
    create(1, 2, 3);
    expect(move('running').counts).toEqual({ ...noEdits, queued: 3 });
    step('queued', 'sending');
    expect(move('cancelled')).toMatchObject({
      state: 'cancelled',
      finishedAt: 20,
      counts: { ...noEdits, sending: 1, skipped: 2 },
    });
  });

  it('remembers why it pauses until it runs again', () => {
    create(1);
    move('running');
    expect(move('paused', { pausedBy: 'provider/unreachable' })).toMatchObject({
      pausedBy: 'provider/unreachable',
    });
    expect(move('running')).not.toHaveProperty('pausedBy');
  });

  it('keeps the pause of the user, whatever reason the runner tells a moment later', () => {
    create(1);
    move('running');
    move('paused');
    expect(move('paused', { pausedBy: 'provider/unreachable' })).not.toHaveProperty('pausedBy');
  });

  it('finishes only when every edit has settled', () => {
    create(1);
    move('running');
    expect(() => move('finished')).toThrow(withCode('app/unexpected', 'job-move-refused'));
    step('queued', 'failed');
    expect(move('finished')).toMatchObject({ state: 'finished', finishedAt: 20 });
  });

  it('never brings a cancelled job back', () => {
    create(1);
    expect(move('cancelled').counts).toEqual({ ...noEdits, skipped: 1 });
    expect(() => move('running')).toThrow(withCode('app/unexpected', 'job-move-refused'));
    expect(store.methods.retryFailed({ jobId: 'job', at: 40 })).toBe(0);
  });

  it('skips, when a cancelled job is cancelled once more, what was under way and came back unsent', () => {
    create(1);
    move('running');
    step('queued', 'sending');
    move('cancelled');
    step('sending', 'queued', { errorCode: 'provider/unreachable' });
    expect(move('cancelled').counts).toEqual({ ...noEdits, skipped: 1 });
  });

  it('is started once, and dated then', () => {
    create(1);
    expect(move('running')).toMatchObject({ startedAt: 20 });
    move('paused');
    expect(move('running', { at: 99 })).toMatchObject({ createdAt: 10, startedAt: 20 });
  });

  it('leaves an audit entry of every move, but none of a move to where it is already', () => {
    create(1, 2);
    move('running');
    move('running');
    for (let times = 0; times < 3; times += 1) move('paused', { pausedBy: 'provider/unreachable' });
    move('paused', { pausedBy: 'provider/timeout' });
    move('running');
    move('cancelled');
    expect(entries().map(({ event, subject }) => `${event} ${subject}`)).toEqual([
      'job.cancelled job',
      'job.running job',
      'job.paused job',
      'job.paused job',
      'job.started job',
    ]);
    const details = entries().map(({ detail }) => detail);
    expect(details.at(-1)).toMatchObject({ change, from: 'planned', queued: 2, counts: { queued: 2 } });
    expect(details.at(-2)).toMatchObject({ pausedBy: 'provider/unreachable' });
    expect(details[0]).toMatchObject({ skipped: 2, counts: { skipped: 2 } });
  });

  it('skips what another job has taken since it was planned, and starts only if something is left', () => {
    create(1, 2);
    const later = { id: 'later', change, at: 11 };
    store.methods.createJob({ ...later, edits: [1, 2, 3].map(newEdit) });
    store.methods.createJob({ ...later, id: 'last', edits: [newEdit(1)] });
    move('running');
    step('queued', 'conflict', { editId: 2 });
    const started = store.methods.moveJob({ jobId: 'later', to: 'running', at: 20 });
    expect(started.counts).toEqual({ ...noEdits, skipped: 2, queued: 1 });
    expect(store.methods.readEdits({ jobId: 'later', start: 0, end: 1 }).edits).toMatchObject([
      { state: 'skipped', errorCode: 'link/changed-since', updatedAt: 20 },
    ]);
    expect(entries()[0]).toMatchObject({
      event: 'job.started',
      detail: { skipped: 2, skippedEdits: [3, 4], queued: 1 },
    });
    const startLast = () => store.methods.moveJob({ jobId: 'last', to: 'running', at: 20 });
    expect(startLast).toThrow(withCode('job/nothing-to-do'));
    expect(store.methods.readJob({ jobId: 'last' }).counts.planned).toBe(1);
    step('queued', 'failed', { editId: 1 });
    expect(startLast().counts.queued).toBe(1);
  });

  it('leaves neither a move nor an entry when it is refused', () => {
    create(1);
    expect(() => move('finished')).toThrow(withCode('app/unexpected', 'job-move-refused'));
    expect(entries()).toEqual([]);
  });

  it('lists jobs newest first, and by state', () => {
    create(1);
    store.methods.createJob({ id: 'later', change: { verb: 'edit' }, at: 11, edits: [newEdit(2)] });
    move('running');
    const ids = (wanted?: JobState[]) =>
      store.methods.listJobs(wanted === undefined ? {} : { states: wanted }).map(({ id }) => id);
    expect([ids(), ids(['running', 'paused']), ids([])]).toEqual([['later', 'job'], ['job'], []]);
  });

  it('refuses a job nobody stored', () => {
    for (const call of [
      () => move('running'),
      () => store.methods.readJob({ jobId: 'job' }),
      () => store.methods.nextEdits({ jobId: 'job', state: 'queued', limit: 1 }),
      () => store.methods.readEdits({ jobId: 'job', start: 0, end: 1 }),
      () => store.methods.retryFailed({ jobId: 'job', at: 1 }),
      () =>
        store.methods.resolveConflicts({
          of: { kind: 'job', jobId: 'job' },
          choice: { keep: 'mine' },
          now: 1,
        }),
    ]) {
      expect(call).toThrow(withCode('job/not-found'));
    }
  });
});

describe('a step of an edit', () => {
  beforeEach(() => {
    create(1, 2);
    move('running');
  });

  it('stores the edit, its link and an audit entry together', () => {
    step('queued', 'sending', { sends: true, at: 29 });
    const link = aLink({ expiresAt: 1_900_000_000_000, checkedAt: 1_760_000_000_000 });
    const after = { status: 'open', expiresAt: 1_900_000_000_000 } as const;
    const provider = { code: '12000', text: 'Success' };
    expect(step('sending', 'applied', { provider, after, link })).toMatchObject({
      state: 'applied',
      tries: 1,
      sentAt: 29,
      updatedAt: 30,
      provider,
      after,
    });
    expect(store.methods.readLinks({ keys: [1] })[0]?.expiresAt).toBe(1_900_000_000_000);
    expect(store.methods.readHistory({ key: 1 })[0]).toMatchObject({ source: 'edit' });
    expect(auditedSteps().map(({ event }) => event)).toEqual(['edit.applied', 'edit.sending']);
  });

  it('is refused from a state the edit is not in, and then nothing is stored', () => {
    step('queued', 'sending');
    const link = aLink({ status: 'paid', checkedAt: 1_760_000_000_000 });
    expect(() => step('queued', 'sending', { link })).toThrow(withCode('app/unexpected', 'edit-moved'));
    expect(auditedSteps()).toHaveLength(1);
    expect(store.methods.readLinks({ keys: [1] })[0]?.status).toBe('open');
  });

  it('is refused when the queue knows no such step', () => {
    for (const to of editStates.filter(
      (state) => !['sending', 'conflict', 'failed', 'skipped'].includes(state),
    )) {
      expect(() => step('queued', to)).toThrow(withCode('app/unexpected'));
    }
    expect(states()).toEqual(['queued', 'queued']);
  });

  it('is refused with the link of another edit', () => {
    expect(() => step('queued', 'conflict', { link: aLink({ number: 2 }) })).toThrow(
      withCode('app/unexpected'),
    );
    expect(states()).toEqual(['queued', 'queued']);
  });

  it('keeps the answer of the last try until the next one is sent', () => {
    step('queued', 'sending', { sends: true });
    step('sending', 'unknown', {
      errorCode: 'provider/outcome-unknown',
      provider: { code: '00', text: 'x' },
    });
    expect(step('unknown', 'queued')).toMatchObject({ tries: 1, provider: { code: '00', text: 'x' } });
    const again = step('queued', 'sending', { sends: true });
    expect(again.tries).toBe(2);
    expect(again).not.toHaveProperty('provider');
    expect(again).not.toHaveProperty('errorCode');
  });

  it('leaves an audit trail of what was asked and answered', () => {
    step('queued', 'failed', { errorCode: 'provider/refused', provider: { code: '00117', text: 'No' } });
    const [entry] = auditedSteps();
    expect(entry).toMatchObject({
      at: 30,
      actor: 'tester',
      event: 'edit.failed',
      subject: `shop/${aLink().linkId}`,
    });
    expect(entry?.detail).toMatchObject({
      jobId: 'job',
      editId: 1,
      from: 'queued',
      to: 'failed',
      errorCode: 'provider/refused',
      provider: { code: '00117', text: 'No' },
      changes: [{ field: 'expiresAt' }, { field: 'customerName' }],
    });
  });
});

describe('reading edits', () => {
  beforeEach(() => {
    create(1, 2, 3);
    move('running');
    step('queued', 'failed', { errorCode: 'provider/refused' });
  });

  it('goes on after an edit, oldest first', () => {
    const next = (more: object) =>
      store.methods.nextEdits({ jobId: 'job', state: 'queued', limit: 1, ...more }).map(({ id }) => id);
    expect([next({}), next({ afterId: 2 }), next({ afterId: 3 })]).toEqual([[2], [3], []]);
  });

  it('pages through all or some states', () => {
    const page = (start: number, end: number, wanted?: EditState[]) => {
      const { total, edits } = store.methods.readEdits({
        jobId: 'job',
        start,
        end,
        ...(wanted === undefined ? {} : { states: wanted }),
      });
      return [total, edits.map(({ id }) => id)];
    };
    expect(page(1, 3)).toEqual([3, [2, 3]]);
    expect(page(1, 9, ['queued', 'applied'])).toEqual([2, [3]]);
    expect(page(0, 9, [])).toEqual([0, []]);
  });

  it('puts failed edits back to queued without their error', () => {
    expect(store.methods.retryFailed({ jobId: 'job', at: 50 })).toBe(1);
    const [first] = store.methods.nextEdits({ jobId: 'job', state: 'queued', limit: 1 });
    expect(first).toMatchObject({ id: 1, updatedAt: 50 });
    expect(first).not.toHaveProperty('errorCode');
    expect(entries()[0]).toMatchObject({ event: 'job.retried', subject: 'job', detail: { queued: 1 } });
  });

  it('lets a finished job run again together with the edits it retries, or not at all', () => {
    for (const editId of [2, 3]) step('queued', 'failed', { editId });
    move('finished');
    expect(store.methods.retryFailed({ jobId: 'job', at: 50 })).toBe(3);
    expect(store.methods.readJob({ jobId: 'job' })).toMatchObject({
      state: 'running',
      counts: { queued: 3 },
    });
    expect(store.methods.retryFailed({ jobId: 'job', at: 51 })).toBe(0);
    expect(entries().filter(({ event }) => event === 'job.retried')).toHaveLength(1);
  });

  it('retries no edit whose link has another one under way by now', () => {
    store.methods.createJob({ id: 'other', change, at: 11, edits: [newEdit(1)] });
    store.methods.moveJob({ jobId: 'other', to: 'running', at: 40 });
    expect(store.methods.retryFailed({ jobId: 'job', at: 50 })).toBe(0);
    step('queued', 'failed', { editId: 4 });
    expect(store.methods.retryFailed({ jobId: 'job', at: 51 })).toBe(1);
    expect(store.methods.retryFailed({ jobId: 'other', at: 52 })).toBe(0);
  });

  it('names those it left failed to the audit log', () => {
    store.methods.createJob({ id: 'other', change, at: 11, edits: [newEdit(1)] });
    store.methods.moveJob({ jobId: 'other', to: 'running', at: 40 });
    step('queued', 'failed', { editId: 2 });
    expect(store.methods.retryFailed({ jobId: 'job', at: 50 })).toBe(1);
    expect(entries()[0]).toMatchObject({ event: 'job.retried', detail: { queued: 1, leftFailed: [1] } });
  });

  it('keeps to one connection, and names the connections there is something to do for', () => {
    store.methods.upsertLinks({ links: [aLink({ connectionId: 'web' })], source: 'import' });
    const edits = [1, 4, 2].map(newEdit);
    store.methods.createJob({ id: 'both', change, at: 1, edits });
    const lane = (connectionId: string, afterId = 0) =>
      store.methods
        .nextEdits({ jobId: 'both', state: 'planned', limit: 9, connectionId, afterId })
        .map(({ linkKey }) => linkKey);
    expect([lane('shop'), lane('web'), lane('shop', 4), lane('gone')]).toEqual([[1, 2], [4], [2], []]);
    const connections = (...states: EditState[]) => store.methods.connectionsOfJob({ jobId: 'both', states });
    expect(connections('planned', 'queued')).toEqual(['shop', 'web']);
    expect(connections('queued')).toEqual([]);
    store.methods.moveJob({ jobId: 'both', to: 'running', at: 2 });
    step('queued', 'failed', { editId: 5 });
    expect([connections('queued'), connections('failed')]).toEqual([['shop'], ['web']]);
  });

  it('refuses a stored text that is not what it should be', () => {
    store.raw().exec(`UPDATE edit SET patch = '{"expiresAt":"tomorrow"}' WHERE id = 2`);
    expect(() => store.methods.nextEdits({ jobId: 'job', state: 'queued', limit: 9 })).toThrow(
      withCode('store/unavailable', 'corrupt'),
    );
  });
});
