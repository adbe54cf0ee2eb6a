import { describe, expect, it, vi } from 'vitest';

import { serveProcess, type ServeOptions } from '../../../../main/processes/process-server';
import { memoryProcess } from '../../../support/processes/memory-process';

interface Api {
  read: () => string;
  finish: () => void;
}

function setUp(options: ServeOptions = {}, onStopNote?: string) {
  const child = memoryProcess();
  const order: string[] = [];
  const answers: unknown[] = [];
  child.link.onMessage((message) => answers.push(message));
  serveProcess<Api>(
    child.port,
    {
      read: () => {
        order.push('read');
        return 'text';
      },
      finish: (_input, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            order.push('finished');
            resolve();
          });
        }),
    },
    {
      exit: (code) => order.push(`exit ${String(code)}`),
      onStop: () => {
        if (onStopNote !== undefined) order.push(onStopNote);
      },
      ...options,
    },
  );
  return { child, order, answers };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const call = (id: number, method: string) => ({ kind: 'call', id, method, input: undefined });

describe('serveProcess', () => {
  it.each(['constructor', '__proto__', 'toString', 'write'])('has no method %s', async (method) => {
    const { child, answers } = setUp();
    child.link.post(call(1, method));
    await settled();
    expect(answers).toContainEqual(expect.objectContaining({ kind: 'failure', id: 1 }));
  });

  it.each([undefined, null, 'stop', 7, {}, { kind: 'call' }, { kind: 'call', id: 'x', method: 'read' }])(
    'passes over %j, which is no message',
    async (message) => {
      const { child, answers, order } = setUp();
      child.link.post(message);
      await settled();
      expect(answers).toEqual([{ kind: 'ready' }]);
      expect(order).toEqual([]);
    },
  );

  it('runs no call before it is ready, and says so first', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { child, answers, order } = setUp({ onReady: () => promise });
    child.link.post(call(1, 'read'));
    await settled();
    expect(order).toEqual([]);
    resolve(undefined);
    await settled();
    expect(answers).toEqual([{ kind: 'ready' }, { kind: 'answer', id: 1, value: 'text' }]);
  });

  it('ends with code 1 and answers nothing when getting ready fails', async () => {
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { child, answers, order } = setUp({
      onReady: () => Promise.reject(new Error('broken on purpose')),
    });
    child.link.post(call(1, 'read'));
    await settled();
    expect(order).toEqual(['exit 1']);
    expect(String(stderr.mock.calls[0]?.[0])).toContain('broken on purpose');
    stderr.mockRestore();
    expect(answers).toEqual([]);
  });

  it('does not begin a call that was cancelled before its turn', async () => {
    const { child, order, answers } = setUp();
    child.link.post(call(1, 'read'));
    child.link.post({ kind: 'cancel', id: 1 });
    await settled();
    expect(order).toEqual([]);
    expect(JSON.stringify(answers)).toContain('app/cancelled');
  });

  it('aborts and awaits running calls, then tidies up, then ends', async () => {
    const { child, order } = setUp({}, 'tidied');
    child.link.post(call(1, 'finish'));
    await settled();
    child.link.post({ kind: 'stop' });
    await settled();
    expect(order).toEqual(['finished', 'tidied', 'exit 0']);
  });
});
