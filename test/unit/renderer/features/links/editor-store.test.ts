import { describe, expect, it } from 'vitest';
import type { EditAnswer, LinkDetail } from '#contract/links';
import { createEditorStore } from '../../../../../renderer/features/links/editor/editor-store';
import { createFakeBridge } from '../../../../support/renderer/fake-bridge';
import { sampleDetail, sampleEdit, sampleLink } from '../../../../support/renderer/sample-links';

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A provider with one link that changes as the test says. */
function world(edit?: () => Promise<EditAnswer>) {
  let detail: LinkDetail = sampleDetail();
  const bridge = createFakeBridge({
    'links:read': ({ key }) => ({ ...detail, link: { ...detail.link, key } }),
    ...(edit === undefined ? {} : { 'links:edit': edit }),
  });
  const change = (part: Parameters<typeof sampleLink>[0]) => {
    detail = sampleDetail(sampleLink(part));
  };
  return { bridge, change, editor: createEditorStore(bridge) };
}

const answerOf = (state: EditAnswer['edit']['state'], link = sampleLink()): EditAnswer => ({
  link,
  edit: sampleEdit({ state }),
});

describe('the link editor', () => {
  it('reads the link it is sent to and fills the form', async () => {
    const { editor } = world();
    expect(editor.getState().go({ index: 4, key: 9 }, false)).toBe(true);
    await settle();
    expect(editor.getState().form).toMatchObject({ status: 'open', amount: '12.500', orderText: '' });
    expect(editor.getState().detail?.link.key).toBe(9);
  });

  it('shows the last of several links walked over, not the slowest', async () => {
    const { editor } = world();
    for (const key of [1, 2, 3]) editor.getState().go({ index: key, key }, false);
    await settle();
    expect(editor.getState().detail?.link.key).toBe(3);
  });

  it('asks before it leaves unsent changes, and goes on only when they are discarded', async () => {
    const { editor } = world();
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    expect(editor.getState().go({ index: 1, key: 2 }, true)).toBe(false);
    expect(editor.getState().asked).toEqual({ index: 1, key: 2 });
    editor.getState().stay();
    expect(editor.getState()).toMatchObject({ asked: undefined, row: { key: 1 } });
    editor.getState().go(null, true);
    expect(editor.getState().asked).toBeNull();
    editor.getState().discardAndGo();
    expect(editor.getState().row).toBeUndefined();
  });

  it('follows the cache while the form is clean, and keeps unsent changes otherwise', async () => {
    const { editor, change } = world();
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    change({ customerName: 'Renamed elsewhere' });
    await editor.getState().reread();
    expect(editor.getState().form?.customerName).toBe('Renamed elsewhere');
    editor.getState().edit({ customerName: 'Mine' });
    change({ customerName: 'Again elsewhere' });
    await editor.getState().reread();
    expect(editor.getState().form?.customerName).toBe('Mine');
  });

  it('keeps what is typed while the link is being read again', async () => {
    const { editor, change } = world();
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    change({ orderText: 'Changed elsewhere' });
    const reading = editor.getState().reread();
    editor.getState().edit({ customerName: 'Typed meanwhile' });
    await reading;
    expect(editor.getState().form).toMatchObject({
      customerName: 'Typed meanwhile',
      orderText: 'Changed elsewhere',
    });
  });

  it('stays with a link whose edit is on its way: leaving could not take the edit back', async () => {
    let finish = (_answer: EditAnswer): void => undefined;
    const { editor } = world(() => new Promise<EditAnswer>((resolve) => (finish = resolve)));
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    const sent = editor.getState().send({ customerName: 'Layla' });
    expect(editor.getState().go({ index: 1, key: 2 }, true)).toBe(false);
    expect(editor.getState().asked).toBeUndefined();
    editor.getState().discardAndGo();
    finish(answerOf('applied'));
    await sent;
    await settle();
    expect(editor.getState()).toMatchObject({ row: { key: 1 }, detail: { link: { key: 1 } } });
  });

  it('is never seen with an outcome before the form holds what the provider now says', async () => {
    const { editor, change } = world(() => {
      change({ customerName: 'Layla' });
      return Promise.resolve(answerOf('applied'));
    });
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    const names: (string | undefined)[] = [];
    editor.subscribe(({ outcome, detail }) => {
      if (outcome !== undefined) names.push(detail?.link.customerName);
    });
    await editor.getState().send({ customerName: 'Layla' });
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names)).toEqual(new Set(['Layla']));
  });

  it('shows what the provider says after an edit, and is clean again', async () => {
    const { editor, change } = world(() => {
      change({ customerName: 'Layla' });
      return Promise.resolve(answerOf('applied'));
    });
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    await editor.getState().send({ customerName: 'Layla' });
    expect(editor.getState()).toMatchObject({ sending: false, outcome: { kind: 'answered' } });
    expect(editor.getState().detail?.link.customerName).toBe('Layla');
    expect(editor.getState().form?.customerName).toBe('Layla');
  });

  it('holds what the provider took even when the link cannot be read again, so that nothing is sent twice', async () => {
    let canRead = true;
    const taken = sampleLink({ customerName: 'Layla' });
    const bridge = createFakeBridge({
      'links:read': () => (canRead ? sampleDetail() : Promise.reject(new Error('store busy'))),
      'links:edit': () => answerOf('applied', taken),
    });
    const editor = createEditorStore(bridge);
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    canRead = false;
    await editor.getState().send({ customerName: 'Layla' });
    expect(editor.getState()).toMatchObject({
      sending: false,
      outcome: { kind: 'answered' },
      detail: { link: { customerName: 'Layla' } },
      form: { customerName: 'Layla' },
    });
  });

  it('keeps what was refused in the form', async () => {
    const { editor } = world(() => Promise.resolve(answerOf('failed')));
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    editor.getState().edit({ customerName: 'Layla' });
    await editor.getState().send({ customerName: 'Layla' });
    expect(editor.getState().form?.customerName).toBe('Layla');
  });

  it('lets nothing change while an edit is on its way', async () => {
    let finish = (_answer: EditAnswer): void => undefined;
    const { editor } = world(() => new Promise<EditAnswer>((resolve) => (finish = resolve)));
    editor.getState().go({ index: 0, key: 1 }, false);
    await settle();
    const sent = editor.getState().send({ customerName: 'Layla' });
    editor.getState().edit({ customerName: 'Too late' });
    expect(editor.getState().form?.customerName).toBe('Sara Haddad');
    expect(editor.getState().go({ index: 1, key: 2 }, false)).toBe(false);
    await settle();
    finish(answerOf('applied'));
    await sent;
    expect(editor.getState().row?.key).toBe(1);
  });
});
