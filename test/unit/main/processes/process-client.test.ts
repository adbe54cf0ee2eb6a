import { AppError, isAppError } from '#domain/app-error';
import { describe, expect, it } from 'vitest';

import type { ServedApi } from '../../../../main/processes/process-api';
import { createProcessClient, type ProcessClientOptions } from '../../../../main/processes/process-client';
import { serveProcess } from '../../../../main/processes/process-server';
import { manualTimers } from '../../../support/processes/manual-timers';
import { memoryProcess, type MemoryProcess } from '../../../support/processes/memory-process';

interface Api {
  double: (input: number) => number;
  refuse: (input: { readonly code: 'file/disk-full' }) => void;
  stumble: () => void;
  hang: () => void;
  work: () => string;
  announce: (input: number) => void;
  unclonable: () => unknown;
}

interface Events {
  progress: { readonly done: number };
}

function serving(seen: { aborted?: boolean } = {}): ServedApi<Api, Events> {
  return {
    double: (input) => input * 2,
    refuse: ({ code }) => {
      throw new AppError(code, { message: 'The disk is full.', field: 'file' }, new Error('ENOSPC'));
    },
    stumble: () => {
      throw new TypeError('nobody foresaw this');
    },
    hang: (_input, { signal }) =>
      new Promise(() => {
        signal.addEventListener('abort', () => (seen.aborted = true));
      }),
    work: (_input, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve('put away'));
      }),
    announce: (input, { emit }) => emit('progress', { done: input }),
    unclonable: () => () => undefined,
  };
}

function setUp(
  options: Partial<ProcessClientOptions<Api>> = {},
  make: (count: number) => MemoryProcess = () => memoryProcess(),
) {
  const timers = manualTimers();
  const started: MemoryProcess[] = [];
  const seen: { aborted?: boolean } = {};
  const ends: string[] = [];
  const client = createProcessClient<Api, Events>({
    name: 'test',
    failureCode: 'store/unavailable',
    timeoutMs: 1_000,
    timers,
    restarts: { freeTries: 1, firstRestMs: 500, longestRestMs: 2_000 },
    onEnd: (failure) => ends.push(failure),
    start: () => {
      const process = make(started.length);
      started.push(process);
      serveProcess<Api, Events>(process.port, serving(seen), { exit: (code) => process.exit(code) });
      return process.link;
    },
    ...options,
  });
  return { client, timers, started, seen, ends };
}

async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const thrown: unknown = await work.then(
    () => new Error('Expected a failure.'),
    (error: unknown) => error,
  );
  if (!isAppError(thrown)) throw thrown;
  return thrown;
}

async function dieAfterStart(call: Promise<unknown>, started: readonly MemoryProcess[]) {
  started.at(-1)?.exit(1);
  return (await failureOf(call)).details.reason;
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a call', () => {
  it('starts the process at the first one and reuses it', async () => {
    const { client, started } = setUp();
    expect(started).toHaveLength(0);
    expect(await Promise.all([client.call('double', 2), client.call('double', 21)])).toEqual([4, 42]);
    expect(started).toHaveLength(1);
  });

  it('rejects with what the function threw, cause included', async () => {
    const error = await failureOf(setUp().client.call('refuse', { code: 'file/disk-full' }));
    expect(error).toMatchObject({
      code: 'file/disk-full',
      message: 'The disk is full.',
      details: { field: 'file' },
    });
    expect(String(error.cause)).toContain('ENOSPC');
  });

  it('tells an unforeseen error as unexpected and keeps its trace for the log', async () => {
    const error = await failureOf(setUp().client.call('stumble', undefined));
    expect(error.code).toBe('app/unexpected');
    expect(error.message).not.toContain('nobody foresaw');
    expect(String(error.cause)).toContain('nobody foresaw this');
  });

  it('fails alone when its input or its answer cannot be cloned', async () => {
    const { client, timers } = setUp();
    const input = (() => undefined) as unknown as number;
    expect((await failureOf(client.call('double', input))).code).toBe('app/unexpected');
    expect((await failureOf(client.call('unclonable', undefined))).code).toBe('app/unexpected');
    expect(await client.call('double', 1)).toBe(2);
    expect(timers.waiting()).toBe(0);
  });
});

describe('a call that passes its limit', () => {
  it('ends the process and fails with every other call that waits; the next one gets a new process', async () => {
    const { client, timers, started, ends } = setUp();
    const waiting = [client.call('hang', undefined), client.call('hang', undefined, { timeoutMs: 'none' })];
    const failures = Promise.all(waiting.map(failureOf));
    await settled();
    timers.pass(999);
    expect(started[0]?.kills()).toBe(0);
    timers.pass(1);
    expect(started[0]?.kills()).toBe(1);
    for (const { code, details } of await failures) {
      expect([code, details.reason]).toEqual(['store/unavailable', 'timeout']);
    }
    expect(await client.call('double', 4)).toBe(8);
    expect(started).toHaveLength(2);
    expect(ends).toEqual(['timeout']);
  });

  it('takes the limit of the call, then of the method, then of the client', async () => {
    const { client, timers, ends } = setUp({ methodTimeoutMs: { hang: 5_000, work: 'none' } });
    void failureOf(client.call('work', undefined));
    void failureOf(client.call('hang', undefined));
    await settled();
    timers.pass(4_999);
    expect(ends).toEqual([]);
    void failureOf(client.call('hang', undefined, { timeoutMs: 10 }));
    await settled();
    timers.pass(10);
    expect(ends).toEqual(['timeout']);
  });

  it('keeps the next call waiting until the old process is gone, so that there are never two', async () => {
    const { client, timers, started } = setUp({}, (count) => memoryProcess({ lingers: count === 0 }));
    const hung = failureOf(client.call('hang', undefined));
    await settled();
    timers.pass(1_000);
    await hung;
    const next = client.call('double', 5);
    await settled();
    expect(started).toHaveLength(1);
    started[0]?.exit(null);
    expect(await next).toBe(10);
    expect(started).toHaveLength(2);
  });

  it('gives up what waits for a process that will not go', async () => {
    const { client, timers } = setUp({}, () => memoryProcess({ lingers: true }));
    const hung = failureOf(client.call('hang', undefined));
    await settled();
    timers.pass(1_000);
    await hung;
    const next = failureOf(client.call('double', 5));
    timers.pass(1_000);
    expect((await next).details.reason).toBe('timeout');
  });
});

describe('a process that ends by itself', () => {
  it('fails the calls that wait and is started again by the next', async () => {
    const { client, started, ends } = setUp();
    expect(await client.call('double', 1)).toBe(2);
    const hung = failureOf(client.call('hang', undefined));
    started[0]?.exit(139);
    expect((await hung).details.reason).toBe('exited');
    expect(await client.call('double', 3)).toBe(6);
    expect(ends).toEqual(['exited']);
  });

  it('is given a growing rest when it dies at every start, and is fine again once it has started', async () => {
    const { client, timers, started } = setUp();
    const dieAtStart = async () => {
      const call = failureOf(client.call('double', 1));
      // In the same turn: before the process could say that it is ready.
      started.at(-1)?.exit(1);
      return (await call).details.reason;
    };
    expect(await dieAtStart()).toBe('not-started');
    expect(await dieAtStart()).toBe('not-started');
    const resting = await failureOf(client.call('double', 1));
    expect(resting.details).toMatchObject({ reason: 'resting', retryAfterMs: 500 });
    expect(resting.retryable).toBe(true);
    timers.pass(499);
    expect((await failureOf(client.call('double', 1))).details.retryAfterMs).toBe(1);
    expect(started).toHaveLength(2);
    timers.pass(1);
    expect(await client.call('double', 2)).toBe(4);
    expect(await dieAfterStart(client.call('hang', undefined), started)).toBe('exited');
    expect(await dieAtStart()).toBe('not-started');
    expect(await client.call('double', 2)).toBe(4);
  });

  it('is told as not started when starting throws', async () => {
    const { client } = setUp({
      start: () => {
        throw new Error('no such file');
      },
    });
    const error = await failureOf(client.call('double', 1));
    expect(error.details.reason).toBe('not-started');
    expect(String(error.cause)).toContain('no such file');
  });
});

describe('cancelling', () => {
  it('waits for the answer of a method that may have finished all the same', async () => {
    const { client } = setUp({ answersCancel: ['work'] });
    const controller = new AbortController();
    const work = client.call('work', undefined, { signal: controller.signal });
    await client.call('double', 1);
    controller.abort();
    expect(await work).toBe('put away');
  });

  it('rejects at once and aborts the signal of the function', async () => {
    const { client, seen, started } = setUp();
    const abort = new AbortController();
    const call = failureOf(client.call('hang', undefined, { signal: abort.signal }));
    await settled();
    abort.abort();
    expect((await call).code).toBe('app/cancelled');
    await settled();
    expect(seen.aborted).toBe(true);
    expect(started[0]?.kills()).toBe(0);
  });

  it('starts nothing for a signal that is aborted already', async () => {
    const { client, started } = setUp();
    const call = failureOf(client.call('double', 1, { signal: AbortSignal.abort() }));
    expect((await call).code).toBe('app/cancelled');
    expect(started).toHaveLength(0);
  });

  it('still ends a process that hangs in the cancelled call, and forgets one that answers it', async () => {
    const { client, timers, ends } = setUp();
    for (const method of ['work', 'hang'] as const) {
      const abort = new AbortController();
      const call = failureOf(client.call(method, undefined, { signal: abort.signal }));
      await settled();
      abort.abort();
      await call;
      await settled();
    }
    expect(timers.waiting()).toBe(1);
    timers.pass(1_000);
    expect(ends).toEqual(['timeout']);
  });
});

describe('an event', () => {
  it('reaches its listeners over restarts, until they leave', async () => {
    const { client, started } = setUp();
    const seen: number[] = [];
    const leave = client.on('progress', ({ done }) => seen.push(done));
    await client.call('announce', 1);
    started[0]?.exit(0);
    await client.call('announce', 2);
    leave();
    await client.call('announce', 3);
    expect(seen).toEqual([1, 2]);
  });
});

describe('stopping', () => {
  it('lets running calls finish, then refuses new ones', async () => {
    const { client, started, timers } = setUp();
    const work = client.call('work', undefined);
    await settled();
    await client.stop();
    expect(await work).toBe('put away');
    expect(started[0]?.kills()).toBe(0);
    expect((await failureOf(client.call('double', 1))).details.reason).toBe('stopped');
    expect(timers.waiting()).toBe(0);
  });

  it('ends a process that does not finish within the grace', async () => {
    const { client, timers, started } = setUp({ timeoutMs: 'none' });
    const hung = failureOf(client.call('hang', undefined));
    await settled();
    const stopping = client.stop(300);
    timers.pass(299);
    expect(started[0]?.kills()).toBe(0);
    timers.pass(1);
    await stopping;
    expect((await hung).details.reason).toBe('stopped');
    expect(started[0]?.kills()).toBe(1);
  });

  it('is done at once when nothing runs, and may be asked twice', async () => {
    const { client, started } = setUp();
    await Promise.all([client.stop(), client.stop()]);
    expect(started).toHaveLength(0);
  });

  it('takes a cancellation that comes while it stops', async () => {
    const { client } = setUp();
    const abort = new AbortController();
    const call = failureOf(client.call('work', undefined, { signal: abort.signal }));
    await settled();
    const stopping = client.stop();
    abort.abort();
    await stopping;
    expect((await call).code).toBe('app/cancelled');
  });
});
