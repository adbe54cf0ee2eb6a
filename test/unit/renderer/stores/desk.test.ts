import { describe, expect, it } from 'vitest';
import type { Settings } from '#contract/settings';
import type { Bridge } from '../../../../renderer/bridge/bridge-client';
import { actionScope, createDesk, followMain } from '../../../../renderer/stores/desk';
import { allRows } from '../../../../renderer/stores/selection-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';
import { sampleAnswer, sampleSettings, sampleTotals } from '../../../support/renderer/sample-links';

const settings = sampleSettings;

const deskOver = (bridge: Bridge) => {
  let last = 0;
  return createDesk(bridge, { settings, hiddenColumns: [], newId: () => `task-${String((last += 1))}` });
};

const openBridge = () =>
  createFakeBridge({
    'links:open': () => sampleAnswer(7, { total: 1204 }),
    'links:totals': () => sampleTotals({ total: 1204 }),
  });

describe('what an action is about', () => {
  it('is nothing before a query is open', () => {
    expect(actionScope(deskOver(openBridge()))).toBeUndefined();
  });

  it('is all that match when no row is selected', async () => {
    const desk = deskOver(openBridge());
    await desk.query.getState().reopen();
    expect(actionScope(desk)).toEqual({
      kind: 'matching',
      count: 1204,
      selection: { mode: 'allExcept', handle: 7, keys: [] },
    });
  });

  it('is the selected rows by key', async () => {
    const desk = deskOver(openBridge());
    await desk.query.getState().reopen();
    desk.selection.getState().select({ mode: 'only', keys: new Set([3, 9]) });
    expect(actionScope(desk)).toEqual({
      kind: 'selected',
      count: 2,
      selection: { mode: 'only', keys: [3, 9] },
    });
  });

  it('names the newest handle for all but some, because handles change under a selection', async () => {
    let handle = 7;
    const desk = deskOver(createFakeBridge({ 'links:open': () => sampleAnswer(handle, { total: 1204 }) }));
    await desk.query.getState().reopen();
    desk.selection.getState().select({ mode: 'allExcept', keys: new Set([3]) });
    handle = 8;
    await desk.query.getState().reopen();
    expect(actionScope(desk)).toMatchObject({ count: 1203, selection: { handle: 8, keys: [3] } });
  });

  it('never becomes all of them while the rows are still being found', async () => {
    const answer = () => sampleAnswer(7, { total: 2, isComplete: false });
    const desk = deskOver(
      createFakeBridge({ 'links:open': answer, 'links:totals': () => new Promise<never>(() => undefined) }),
    );
    desk.query.getState().setSort([]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    desk.selection.getState().select({ mode: 'allExcept', keys: new Set([3, 4, 5]) });
    expect(actionScope(desk)).toMatchObject({ kind: 'selected', selection: { handle: 7, keys: [3, 4, 5] } });
  });
});

describe('the desk', () => {
  it('ends the selection when the filter changes, but not when the order does', async () => {
    const desk = deskOver(openBridge());
    const end = followMain(desk);
    await desk.query.getState().reopen();
    desk.selection.getState().select(allRows);
    desk.query.getState().setSort([{ by: 'amount', direction: 'descending' }]);
    expect(desk.selection.getState().selection).toBe(allRows);
    desk.query.getState().setFilter({ statuses: ['open'] });
    expect(desk.selection.getState().selection.keys.size).toBe(0);
    expect(desk.selection.getState().selection.mode).toBe('only');
    end();
  });

  it('opens the query again in a new zone when its filter is about days, once the zone is kept', async () => {
    const bridge = openBridge();
    const desk = deskOver(bridge);
    const end = followMain(desk);
    const names = () => bridge.calls.map(({ name }) => name).filter((name) => !/close|totals/.test(name));
    await desk.settings.getState().change({ zone: 'Asia/Tokyo' });
    desk.query.getState().setFilter({ expires: { kind: 'none' } });
    await desk.settings.getState().change({ zone: 'Asia/Dubai' });
    expect(names()).toEqual(['settings:write', 'links:open', 'settings:write']);
    desk.query.getState().setFilter({ created: { kind: 'between', from: '2026-10-01' } });
    await desk.settings.getState().change({ zone: 'Asia/Kuwait' });
    await Promise.resolve();
    expect(names().slice(-2)).toEqual(['settings:write', 'links:open']);
    end();
  });

  it('shows a task while it runs, with its progress, and forgets it however it ends', async () => {
    const bridge = openBridge();
    const desk = deskOver(bridge);
    const end = followMain(desk);
    const failing = desk.tasks.getState().run({ kind: 'refresh' }, async (taskId) => {
      bridge.emit('tasks:progress', { taskId, done: 3, total: 10 });
      expect(desk.tasks.getState().tasks).toMatchObject([
        { taskId: 'task-1', kind: 'refresh', done: 3, total: 10 },
      ]);
      return Promise.reject(new Error('stopped'));
    });
    await expect(failing).rejects.toThrow('stopped');
    bridge.emit('tasks:progress', { taskId: 'task-1', done: 4, total: 10 });
    expect(desk.tasks.getState().tasks).toEqual([]);
    end();
  });

  it('takes a setting back when main could not keep it', async () => {
    const bridge = createFakeBridge({ 'settings:write': () => Promise.reject(new Error('disk full')) });
    const desk = deskOver(bridge);
    const change = desk.settings.getState().change({ theme: 'dark' });
    expect(desk.settings.getState().settings.theme).toBe('dark');
    await expect(change).rejects.toThrow('disk full');
    expect(desk.settings.getState().settings.theme).toBe('system');
  });

  it('takes back only what could not be kept, and no answer undoes a later change', async () => {
    const answers: { readonly keep: () => void; readonly refuse: () => void }[] = [];
    const bridge = createFakeBridge({
      'settings:write': (part) =>
        new Promise((resolve, reject) => {
          answers.push({
            keep: () => resolve({ ...settings, ...(part as Partial<Settings>) }),
            refuse: () => reject(new Error('disk full')),
          });
        }),
    });
    const { settings: store } = deskOver(bridge);
    const change = store.getState().change;
    const theme = change({ theme: 'dark' });
    const density = change({ density: 'compact' });
    const themeAgain = change({ theme: 'light' });
    answers[1]?.keep();
    await density;
    expect(store.getState().settings).toMatchObject({ theme: 'light', density: 'compact' });
    answers[0]?.refuse();
    await expect(theme).rejects.toThrow('disk full');
    expect(store.getState().settings).toMatchObject({ theme: 'light', density: 'compact' });
    answers[2]?.keep();
    await themeAgain;
    expect(store.getState().settings).toMatchObject({ theme: 'light', density: 'compact' });
  });

  it('takes over the status that main announces', () => {
    const bridge = openBridge();
    const desk = deskOver(bridge);
    const end = followMain(desk);
    const status = { version: '1.0.0', platform: 'linux', store: { state: 'ready' } } as const;
    bridge.emit('app:status-changed', { status });
    expect(desk.status.getState().status).toBe(status);
    end();
  });

  it('keeps no secret of a connection that was added', async () => {
    const bridge = createFakeBridge({ 'connections:list': () => [] });
    const desk = deskOver(bridge);
    await desk.connections.getState().add({
      name: 'Shop',
      provider: 'aps',
      environment: 'sandbox',
      merchantIdentifier: 'wLQhyCRs',
      shaType: 'SHA-256',
      accessCode: 'zx0IPmPy5jp1vAz8Kpg7',
      requestPhrase: 'REQUEST-PHRASE',
      responsePhrase: 'RESPONSE-PHRASE',
    });
    expect(JSON.stringify(desk.connections.getState())).not.toMatch(/PHRASE|zx0IPm/);
  });
});
