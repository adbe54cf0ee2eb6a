import { describe, expect, it } from 'vitest';
import type { ResolveAnswer } from '#contract/jobs';
import type { LinkDetail } from '#contract/links';
import type { BulkJob, Edit } from '#domain/bulk-job';
import {
  createEditorStore,
  followOpenEdit,
} from '../../../../../renderer/features/links/editor/editor-store';
import { createFakeBridge } from '../../../../support/renderer/fake-bridge';
import {
  sampleDetail,
  sampleEdit,
  sampleJob,
  sampleLink,
  sampleNow,
} from '../../../../support/renderer/sample-links';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const kept = { queued: 0, dropped: 0, refused: 0 };

/** A link with one edit that is where the test puts it. */
async function world(open: readonly Edit[] = [sampleEdit()], resolved: ResolveAnswer = kept) {
  let detail: LinkDetail = sampleDetail(sampleLink(), open);
  let job: BulkJob = sampleJob();
  let end: Edit = sampleEdit({ state: 'applied' });
  const bridge = createFakeBridge({
    'links:read': ({ key }) => ({ ...detail, link: { ...detail.link, key } }),
    'jobs:read': () => job,
    'jobs:move': () => job,
    'jobs:resolve': () => resolved,
    'jobs:edits': () => ({ total: 1, edits: [end] }),
  });
  const editor = createEditorStore(bridge);
  const stop = followOpenEdit(bridge, editor);
  editor.getState().go({ index: 0, key: 1 }, false);
  await settle();
  return {
    bridge,
    editor,
    stop,
    becomes: (open: Edit | undefined, link = sampleLink()) => {
      detail = sampleDetail(link, open === undefined ? [] : [open]);
    },
    endsAs: (edited: Edit) => (end = edited),
    jobBecomes: (part: Partial<BulkJob>) => {
      job = sampleJob(part);
      bridge.emit('jobs:changed', { job });
      return settle();
    },
  };
}

describe('an edit that waits', () => {
  it('is shown with its job, which says why', async () => {
    const { editor } = await world();
    expect(editor.getState().detail?.openEdits[0]?.state).toBe('queued');
    expect(editor.getState().job?.pausedBy).toBe('provider/unreachable');
  });

  it('still shows when its job cannot be read', async () => {
    const bridge = createFakeBridge({
      'links:read': () => sampleDetail(sampleLink(), [sampleEdit()]),
      'jobs:read': () => Promise.reject(new Error('gone')),
    });
    const editor = createEditorStore(bridge);
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    expect(editor.getState()).toMatchObject({ job: undefined, detail: { openEdits: [{ id: 7 }] } });
  });

  it('is sent by running its job, and says that this was tried', async () => {
    const { editor, bridge } = await world();
    await editor.getState().sendNow();
    expect(bridge.inputsOf('jobs:move')).toEqual([{ jobId: 'job', to: 'running' }]);
    expect(editor.getState()).toMatchObject({ tried: true, deciding: false });
  });

  it('is given up by itself, not with the rest of its job', async () => {
    const { editor, bridge, becomes } = await world();
    becomes(undefined);
    await editor.getState().drop();
    expect(bridge.inputsOf('jobs:drop-edit')).toEqual([{ editId: 7 }]);
    expect(editor.getState()).toMatchObject({ outcome: { kind: 'dropped' }, detail: { openEdits: [] } });
  });

  it('follows its job step by step, and tells its end with the link as it then is', async () => {
    const { editor, becomes, jobBecomes } = await world();
    becomes(sampleEdit({ state: 'sending' }));
    await jobBecomes({ state: 'running' });
    expect(editor.getState().detail?.openEdits[0]?.state).toBe('sending');
    becomes(undefined, sampleLink({ customerName: 'Layla' }));
    const seen: unknown[] = [];
    editor.subscribe(({ outcome, detail, form }) => {
      if (outcome !== undefined) seen.push([detail?.link.customerName, form?.customerName]);
    });
    await jobBecomes({ state: 'finished' });
    expect(seen).toEqual([['Layla', 'Layla']]);
    expect(editor.getState().outcome).toMatchObject({
      kind: 'answered',
      answer: { edit: { state: 'applied' } },
    });
  });

  it('tells that it failed in the end, too', async () => {
    const { editor, becomes, endsAs, jobBecomes } = await world();
    becomes(undefined);
    endsAs(sampleEdit({ state: 'failed', errorCode: 'provider/refused' }));
    await jobBecomes({ state: 'finished' });
    expect(editor.getState().outcome).toMatchObject({
      kind: 'answered',
      answer: { edit: { state: 'failed' } },
    });
  });

  it('does not tell the end of a bulk edit as that of an edit made here', async () => {
    const { editor, bridge, becomes, jobBecomes } = await world();
    await jobBecomes({ state: 'running', change: { verb: 'close' } });
    becomes(undefined);
    await jobBecomes({ state: 'finished', change: { verb: 'close' } });
    expect(bridge.inputsOf('jobs:edits')).toEqual([]);
    expect(editor.getState().outcome).toBeUndefined();
  });

  it('takes no notice of other jobs, nor of any once the panel has gone', async () => {
    const { bridge, stop, jobBecomes } = await world();
    const reads = () => bridge.inputsOf('links:read').length;
    bridge.emit('jobs:changed', { job: sampleJob({ id: 'other' }) });
    await settle();
    expect(reads()).toBe(1);
    stop();
    await jobBecomes({ state: 'running' });
    expect(reads()).toBe(1);
  });

  it('tells why it could not be sent', async () => {
    const bridge = createFakeBridge({
      'links:read': () => sampleDetail(sampleLink(), [sampleEdit()]),
      'jobs:move': () => Promise.reject(new Error('no')),
    });
    const editor = createEditorStore(bridge);
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    await editor.getState().sendNow();
    expect(editor.getState()).toMatchObject({ deciding: false, tried: false, outcome: { kind: 'failed' } });
  });
});

describe('an edit made while the provider does not answer', () => {
  it('leaves the form clean: the stored edit holds what was typed', async () => {
    const queued = sampleEdit();
    let isKept = false;
    const bridge = createFakeBridge({
      'links:read': () => sampleDetail(sampleLink(), isKept ? [queued] : []),
      'links:edit': () => {
        isKept = true;
        return { edit: queued, link: sampleLink({ pending: true }) };
      },
      'jobs:read': () => sampleJob(),
    });
    const editor = createEditorStore(bridge);
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    await editor.getState().send({ customerName: 'Layla' });
    expect(editor.getState()).toMatchObject({
      sending: false,
      form: { customerName: 'Sara Haddad' },
      detail: { openEdits: [{ state: 'queued' }] },
      outcome: { kind: 'answered' },
    });
  });

  it('keeps what was typed here when a bulk edit takes the link meanwhile', async () => {
    const { editor, becomes } = await world([]);
    editor.getState().edit({ orderText: 'Typed' });
    becomes(sampleEdit());
    await editor.getState().reread();
    expect(editor.getState().form?.orderText).toBe('Typed');
  });
});

describe('an edit in conflict', () => {
  const conflict = sampleEdit({ state: 'conflict' });

  it('is decided where it is stored; no second edit is sent', async () => {
    const { editor, bridge, becomes } = await world([conflict], { ...kept, queued: 1 });
    becomes(sampleEdit({ state: 'sending' }));
    await editor.getState().decide({ keep: 'mine' });
    expect(bridge.inputsOf('jobs:resolve')).toEqual([
      { of: { kind: 'edits', editIds: [7] }, choice: { keep: 'mine' } },
    ]);
    expect(bridge.inputsOf('links:edit')).toEqual([]);
    expect(editor.getState()).toMatchObject({
      outcome: undefined,
      detail: { openEdits: [{ state: 'sending' }] },
    });
  });

  it('tells that the values of the provider stay', async () => {
    const { editor, becomes } = await world([conflict], { ...kept, dropped: 1 });
    becomes(undefined);
    await editor.getState().decide({ keep: 'theirs' });
    expect(editor.getState().outcome).toEqual({ kind: 'theirs-kept' });
  });

  it('tells a refusal, and stays', async () => {
    const { editor } = await world([conflict], { ...kept, refused: 1 });
    await editor.getState().decide({ keep: 'mine' });
    expect(editor.getState()).toMatchObject({
      outcome: { kind: 'refused' },
      detail: { openEdits: [{ state: 'conflict' }] },
    });
  });

  it('is decided once however often the button is pressed', async () => {
    const { editor, bridge } = await world([conflict], { ...kept, queued: 1 });
    await Promise.all([
      editor.getState().decide({ keep: 'mine' }),
      editor.getState().decide({ keep: 'theirs' }),
    ]);
    expect(bridge.inputsOf('jobs:resolve')).toHaveLength(1);
  });

  it('tells nothing on the panel of another link', async () => {
    let finish = (_answer: ResolveAnswer): void => undefined;
    const bridge = createFakeBridge({
      'links:read': ({ key }) => sampleDetail(sampleLink({ key }), key === 1 ? [conflict] : []),
      'jobs:resolve': () => new Promise<ResolveAnswer>((resolve) => (finish = resolve)),
    });
    const editor = createEditorStore(bridge);
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    const decided = editor.getState().decide({ keep: 'theirs' });
    editor.getState().go({ index: 1, key: 2 }, false);
    await settle();
    finish({ ...kept, dropped: 1 });
    await decided;
    expect(editor.getState()).toMatchObject({
      row: { key: 2 },
      detail: { link: { key: 2 } },
      deciding: false,
      outcome: undefined,
    });
  });

  it('waits for an answer after a conflict came of an edit just sent: the form is clean, the edit is stored', async () => {
    let isSent = false;
    const bridge = createFakeBridge({
      'links:read': () =>
        isSent
          ? sampleDetail(sampleLink({ expiresAt: sampleNow + 1, conflict: true }), [conflict])
          : sampleDetail(),
      'links:edit': () => {
        isSent = true;
        return { edit: conflict, link: sampleLink({ expiresAt: sampleNow + 1, conflict: true }) };
      },
    });
    const editor = createEditorStore(bridge);
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    await editor.getState().send({ customerName: 'Layla' });
    expect(editor.getState()).toMatchObject({
      form: { customerName: 'Sara Haddad', expiresAt: sampleNow + 1 },
      detail: { openEdits: [{ state: 'conflict' }] },
    });
  });
});
