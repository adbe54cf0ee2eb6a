import { describe, expect, it } from 'vitest';
import type { ConnectionReach } from '#contract/connections';
import { AppError } from '#domain/app-error';
import { Reach } from '../../../../main/connections/reach';
import { fakeTime } from '../providers/http/fake-time';

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('woken'));
    });
  });
}

/** A connection whose tests end as `answer` says, on a clock that stands still. */
function subject() {
  const time = fakeTime();
  const seen = { tests: [] as number[], changes: [] as ConnectionReach[], back: [] as string[] };
  const state: { answer: AppError | undefined } = { answer: new AppError('provider/unreachable') };
  const test = () => {
    seen.tests.push(time.clock());
    return state.answer === undefined
      ? Promise.resolve({ latencyMs: 1, provider: { code: '12036', text: '' } })
      : Promise.reject(state.answer);
  };
  const reach = new Reach({
    providerOf: () => Promise.resolve({ test }),
    onChange: (change) => seen.changes.push(change),
    onBack: (connectionId) => seen.back.push(connectionId),
    now: time.clock,
    sleep: (ms, signal) => Promise.race([time.sleep(ms), aborted(signal)]),
  });
  const startedAt = time.clock();
  return { time, seen, state, reach, testedAfter: () => seen.tests.map((at) => at - startedAt) };
}

describe('Reach', () => {
  it('tells of a provider that cannot be reached, once, and tests it in growing waits up to a minute', async () => {
    const { time, seen, reach, testedAfter } = subject();
    reach.note('shop', 'unreachable');
    reach.note('shop', 'unreachable');
    expect(reach.unreachable()).toEqual([{ connectionId: 'shop', isReachable: false, since: time.clock() }]);
    for (let second = 0; second < 190; second += 1) await time.move(1000);
    expect(testedAfter()).toEqual([2000, 6000, 14_000, 30_000, 62_000, 122_000, 182_000]);
    expect(seen.changes).toHaveLength(1);
    expect(seen.back).toEqual([]);
  });

  it('tells that it is back and tests no more', async () => {
    const { time, seen, state, reach } = subject();
    reach.note('shop', 'unreachable');
    await time.move(2000);
    state.answer = undefined;
    for (let second = 0; second < 60; second += 1) await time.move(1000);
    expect(seen.back).toEqual(['shop']);
    expect(seen.changes.map(({ isReachable }) => isReachable)).toEqual([false, true]);
    expect(seen.tests).toHaveLength(2);
    expect(reach.unreachable()).toEqual([]);
  });

  it('takes a refusal for an answer, a web page in between for none', async () => {
    const { time, seen, state, reach } = subject();
    reach.note('shop', 'unreachable');
    state.answer = new AppError('provider/answer-unreadable');
    await time.move(2000);
    expect(seen.back).toEqual([]);
    state.answer = new AppError('provider/signature-rejected');
    await time.move(4000);
    expect(seen.back).toEqual(['shop']);
  });

  it('learns from any call that it is back', async () => {
    const { time, seen, reach } = subject();
    reach.note('shop', 'unreachable');
    reach.note('shop', 'answered');
    expect(seen.back).toEqual(['shop']);
    await time.move(60_000);
    expect(seen.tests).toEqual([]);
  });

  it('tries now when it is asked to', async () => {
    const { time, seen, state, reach } = subject();
    reach.note('shop', 'unreachable');
    await time.move(2000);
    await time.move(4000);
    state.answer = undefined;
    reach.tryNow();
    await time.settle();
    expect(seen.back).toEqual(['shop']);
  });

  it('watches a connection that is reachable, too, without telling that it is not', async () => {
    const { time, seen, state, reach } = subject();
    reach.watch('shop');
    state.answer = new AppError('provider/server-error', { reason: 'http-503' });
    await time.move(2000);
    state.answer = undefined;
    await time.move(4000);
    expect(seen.back).toEqual(['shop']);
    expect(seen.changes).toEqual([]);
  });

  it('does not take an answer to somebody else for the end of a wait: two jobs would wake each other for ever', async () => {
    const { time, seen, state, reach, testedAfter } = subject();
    state.answer = undefined;
    reach.watch('shop');
    reach.note('shop', 'answered');
    expect(seen.back).toEqual([]);
    await time.move(2000);
    expect(seen.back).toEqual(['shop']);
    expect(testedAfter()).toEqual([2000]);
  });

  it('forgets a connection that was removed while a call of it was under way', async () => {
    const { time, seen, state, reach } = subject();
    reach.forget('shop');
    reach.note('shop', 'unreachable');
    state.answer = new AppError('connection/not-found');
    await time.move(2000);
    expect(reach.unreachable()).toEqual([]);
    expect(seen.changes.map(({ isReachable }) => isReachable)).toEqual([false, true]);
    await time.move(60_000);
    expect(seen.tests).toHaveLength(1);
    expect(seen.back).toEqual([]);
  });

  it('goes on with longer waits when it fails again at once', async () => {
    const { time, state, reach, testedAfter } = subject();
    state.answer = undefined;
    for (let round = 0; round < 3; round += 1) {
      reach.watch('shop');
      for (let second = 0; second < 10; second += 1) await time.move(1000);
    }
    expect(testedAfter()).toEqual([2000, 14_000, 28_000]);
  });

  it('leaves a provider alone for as long as it asks', async () => {
    const { time, state, reach, testedAfter } = subject();
    state.answer = new AppError('provider/rate-limited', { retryAfterMs: 90_000 });
    reach.watch('shop');
    for (let second = 0; second < 100; second += 1) await time.move(1000);
    expect(testedAfter()).toEqual([2000, 92_000]);
  });

  it('tests nothing any more once it is stopped, or the connection is gone', async () => {
    for (const end of ['stop', 'forget'] as const) {
      const { time, seen, reach } = subject();
      reach.note('shop', 'unreachable');
      if (end === 'stop') reach.stop();
      else reach.forget('shop');
      await time.move(60_000);
      expect(seen.tests).toEqual([]);
    }
  });
});
