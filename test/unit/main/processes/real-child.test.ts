import { isAppError } from '#domain/app-error';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';

import { createProcessClient, type ProcessClient } from '../../../../main/processes/process-client';
import { bundleEntry } from '../../../support/processes/bundle-entry';
import { forkLink } from '../../../support/processes/fork-link';

import type { ChildApi, ChildEvents } from './child-entry';

let entry: string;
let client: ProcessClient<ChildApi, ChildEvents> | undefined;

beforeAll(async () => {
  entry = await bundleEntry('process-child', 'test/unit/main/processes/child-entry.ts');
}, 30_000);

afterEach(async () => {
  await client?.stop(200);
});

function startClient(): ProcessClient<ChildApi, ChildEvents> {
  client = createProcessClient<ChildApi, ChildEvents>({
    name: 'child',
    failureCode: 'store/unavailable',
    timeoutMs: 5_000,
    start: () => forkLink(entry),
  });
  return client;
}

async function reasonOf(work: Promise<unknown>): Promise<string | undefined> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  return isAppError(thrown) ? (thrown.details.reason ?? thrown.code) : `no AppError: ${String(thrown)}`;
}

it('carries plain data both ways unchanged', async () => {
  const value = {
    text: 'عبارة',
    list: [1, null, { deep: true }],
    bytes: new Uint8Array([1, 2]),
    none: undefined,
  };
  expect(await startClient().call('echo', value)).toEqual(value);
});

it('ends a process that spins and ignores SIGTERM, and calls a new one', async () => {
  const { call } = startClient();
  const first = await call('pid', undefined);
  expect(await reasonOf(call('spin', undefined, { timeoutMs: 200 }))).toBe('timeout');
  expect(await call('pid', undefined)).not.toBe(first);
  expect(() => process.kill(first, 0)).toThrow('ESRCH');
});

it('tells a crash and calls a new process', async () => {
  const { call } = startClient();
  expect(await reasonOf(call('crash', 3))).toBe('exited');
  expect(await call('echo', 'again')).toBe('again');
});

it('cancels across the process and hears its events', async () => {
  const { call, on } = startClient();
  const said: string[] = [];
  on('said', (text) => said.push(text));
  await call('announce', 'hello');
  const abort = new AbortController();
  const cancelled = reasonOf(call('untilCancelled', undefined, { signal: abort.signal }));
  // A call that is cancelled before its turn is not begun at all.
  await vi.waitFor(() => expect(said).toContain('begun'));
  abort.abort();
  expect(await cancelled).toBe('app/cancelled');
  await call('echo', 'after');
  expect(said).toEqual(['hello', 'begun', 'cancelled']);
});

it('stops a process that ends when asked', async () => {
  const { call, stop } = startClient();
  const pid = await call('pid', undefined);
  await stop();
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

it('tells a process that cannot start, and rests it after that', async () => {
  client = createProcessClient<ChildApi, ChildEvents>({
    name: 'child',
    failureCode: 'store/unavailable',
    timeoutMs: 5_000,
    start: () => forkLink('/nowhere/entry.mjs', { quiet: true }),
  });
  const { call } = client;
  expect(await reasonOf(call('pid', undefined))).toBe('not-started');
  expect(await reasonOf(call('pid', undefined))).toBe('not-started');
  expect(await reasonOf(call('pid', undefined))).toBe('resting');
});
