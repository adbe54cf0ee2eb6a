import { describe, expect, it } from 'vitest';
import { noCounts, noNews, type SyncRun } from '#domain/sync-run';
import { createSyncsStore, followSyncs } from '../../../../renderer/stores/syncs-store';
import { createFakeBridge } from '../../../support/renderer/fake-bridge';

const run = (id: string, part: Partial<SyncRun> = {}): SyncRun => ({
  id,
  connectionId: 'network',
  mode: 'incremental',
  state: 'running',
  startedAt: 10,
  counts: noCounts,
  digest: noNews,
  ...part,
});

/** A store that follows main, at a clock the test sets. */
function followed(answers: Parameters<typeof createFakeBridge>[0] = {}) {
  const bridge = createFakeBridge(answers);
  const clock = { at: 0 };
  const store = createSyncsStore(bridge, () => clock.at);
  followSyncs(bridge, store, () => clock.at);
  const tell = (told: SyncRun, at = clock.at) => {
    clock.at = at;
    bridge.emit('sync:changed', { run: told });
  };
  return { bridge, store, tell, of: (id = 'network') => store.getState().syncs[id] };
}

describe('the syncs store', () => {
  it('knows the newest run of a connection, and the newest that came to its end', async () => {
    const ended = run('a', { state: 'finished', startedAt: 5 });
    const { store, of } = followed({ 'sync:list': () => [run('b', { state: 'paused' }), ended] });
    await store.getState().read();
    expect(of()).toMatchObject({ latest: { id: 'b' }, finished: { id: 'a' } });
    // What ended before this window was open is no news.
    expect(store.getState().fresh).toEqual([]);
  });

  it('tells the end of a run that it saw running, until that is put away', () => {
    const { store, tell } = followed();
    tell(run('a'));
    tell(run('a', { state: 'finished' }));
    tell(run('a', { state: 'finished' }));
    expect(store.getState().fresh).toEqual(['a']);
    store.getState().dismiss('a');
    expect(store.getState().fresh).toEqual([]);
  });

  it('does not let an older run stand in for the latest', () => {
    const { tell, of } = followed();
    tell(run('b', { startedAt: 20 }));
    tell(run('a', { state: 'cancelled', startedAt: 10 }));
    expect(of()?.latest.id).toBe('b');
  });

  it('keeps the news of the last finished run while another is under way', () => {
    const { tell, of } = followed();
    tell(run('a', { state: 'finished', digest: { ...noNews, paid: 5 } }));
    tell(run('b', { startedAt: 20 }));
    expect(of()).toMatchObject({ latest: { id: 'b' }, finished: { id: 'a', digest: { paid: 5 } } });
  });

  it('notes the course of a run, and begins anew with the next one', () => {
    const { tell, of } = followed();
    tell(run('a', { counts: { ...noCounts, listed: 100 } }), 1000);
    tell(run('a', { counts: { ...noCounts, listed: 300 } }), 3000);
    expect(of()?.pace).toEqual([
      { at: 1000, done: 100 },
      { at: 3000, done: 300 },
    ]);
    tell(run('b', { startedAt: 20 }), 4000);
    expect(of()?.pace).toEqual([{ at: 4000, done: 0 }]);
    tell(run('b', { startedAt: 20, state: 'paused' }), 5000);
    expect(of()?.pace).toEqual([]);
  });

  it('takes what main answers to a move, and lets a refusal through', async () => {
    const paused = run('a', { state: 'paused' });
    const { store, of, bridge } = followed({
      'sync:move': () => paused,
      'sync:start': () => Promise.reject(new Error('no')),
    });
    await store.getState().move('a', 'paused');
    expect(bridge.inputsOf('sync:move')).toEqual([{ runId: 'a', to: 'paused' }]);
    expect(of()?.latest).toEqual(paused);
    await expect(store.getState().start('network', 'full')).rejects.toThrow('no');
  });
});
