import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { addLinks } from '../../../main/links/add-links';
import { createLink, lookUpCreation } from '../../../main/links/create-link';
import { refreshByPolicy } from '../../../main/links/refresh-policy';
import { startPracticeGateway, type PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import type { ProviderRegistry } from '../../../main/connections/provider-registry';
import { ahrvoRegistry } from '../../support/sync/ahrvo-registry';
import { connectionTo } from '../../support/sync/listed-links';
import { openTestStore, type TestStore } from '../../support/test-store';

let gateway: PracticeGateway;
let test: TestStore;
let providers: ProviderRegistry;
let changes: number;
let abort: AbortController;
let reports: (readonly [number, number])[];

const context = () => ({
  signal: abort.signal,
  report: (done: number, total: number) => void reports.push([done, total]),
});
/** Cancels after the first batch. */
const abortSoon = (done: number) => {
  if (done > 0) abort.abort();
};
const options = () => ({
  ...{ store: test.store, providers, now: Date.now, newId: () => `id-${String((changes += 1))}` },
  onChanged: () => undefined,
});

beforeEach(async () => {
  gateway = await startPracticeGateway({ port: 0, links: 0, seed: 5, ahrvoLinks: 400 });
  test = openTestStore();
  test.methods.saveConnection({ connection: connectionTo(gateway) });
  providers = ahrvoRegistry({
    ...{ store: test.store, account: gateway.ahrvo },
    more: { retries: { maxTries: 1, firstWaitMs: 1, longestWaitMs: 1, longestRetryAfterMs: 0 } },
  });
  [changes, reports, abort] = [0, [], new AbortController()];
});
afterEach(async () => {
  test.close();
  await gateway.stop();
});

const ids = (count: number) =>
  gateway
    .ahrvoLinks()
    .slice(0, count)
    .map(({ id }) => id);

describe('adding links by their ids', () => {
  const add = (text: string) => addLinks({ connectionId: 'shop', text }, options(), context());

  it('tells of each name what became of it', async () => {
    const [first = '', second = '', third = ''] = ids(3);
    await add(third);
    const answer = await add(`${first}, ${second}\n${first};"${third}" nobody ${'x'.repeat(101)}`);
    expect(answer).toEqual({
      ...{ added: 2, known: 1, repeated: [first], failed: [], cancelled: false },
      notFound: ['x'.repeat(80), 'nobody'],
    });
    expect(test.methods.openQuery({ filter: {}, sort: [] }).total).toBe(3);
    expect(reports.at(-1)).toEqual([4, 4]);
  });

  it('ends with the failure of the whole connection, told of every name that was not asked for', async () => {
    await gateway.setFaults({ refused: { status: 401 } });
    const { failed, added } = await add(ids(120).join(' '));
    expect(added).toBe(0);
    expect(failed).toHaveLength(120);
    expect(new Set(failed.map(({ name }) => name)).size).toBe(120);
    expect(new Set(failed.map(({ code }) => code)).size).toBe(1);
    expect(gateway.requests().total).toBeLessThan(60);
  });

  it('keeps what it has found when it is cancelled', async () => {
    const controlled = { ...context(), report: abortSoon };
    const answer = await addLinks({ connectionId: 'shop', text: ids(120).join(' ') }, options(), controlled);
    expect(answer).toMatchObject({ added: 50, failed: [], cancelled: true });
  });
});

describe('a refresh by policy', () => {
  const refresh = (policy: Parameters<typeof refreshByPolicy>[0]['policy']) =>
    refreshByPolicy({ policy }, options(), context());

  it('checks all open links, those confirmed longest ago first, and goes on there after a cancel', async () => {
    await addLinks({ connectionId: 'shop', text: ids(400).join(' ') }, options(), context());
    const open = test.methods.openQuery({ filter: { statuses: ['open'] }, sort: [] }).total;
    expect(open).toBeGreaterThan(50);
    gateway.forgetRequests();
    const controlled = { ...context(), report: abortSoon };
    const first = await refreshByPolicy({ policy: { kind: 'all-open' } }, options(), controlled);
    expect(first).toMatchObject({ checked: 50, cancelled: true });
    abort = new AbortController();
    await refresh({ kind: 'all-open' });
    const asked = gateway.requests().latest.flatMap(({ ahrvoLink }) => (ahrvoLink ? [ahrvoLink.id] : []));
    expect(asked).toHaveLength(50 + open);
    expect(new Set(asked.slice(0, open)).size).toBe(open);
  });

  it('checks links of any status that were confirmed before some hours', async () => {
    await addLinks({ connectionId: 'shop', text: ids(20).join(' ') }, options(), context());
    const later = { ...options(), now: () => Date.now() + 3 * 3_600_000 };
    const policy = { kind: 'older-than', hours: 2 } as const;
    await expect(refresh(policy)).resolves.toMatchObject({ checked: 0 });
    await expect(refreshByPolicy({ policy, connectionId: 'web' }, later, context())).resolves.toMatchObject({
      checked: 0,
    });
    await expect(refreshByPolicy({ policy }, later, context())).resolves.toMatchObject({ checked: 20 });
  });
});

describe('making a link', () => {
  const draft = () => ({
    ...{ reference: 'Invoice 7', amount: { amountMinor: 12_345, currency: 'USD' } },
    expiresAt: Date.now() + 86_400_000,
  });
  const make = (more = {}) => createLink({ connectionId: 'shop', draft: { ...draft(), ...more } }, options());
  const events = () => test.methods.readAudit({ start: 0, end: 9 }).entries.map(({ event }) => event);

  it('stores and answers it, with what was sent and what became of it in the audit log', async () => {
    const row = await make();
    expect(row).toMatchObject({ reference: 'Invoice 7', status: 'open', amount: { amountMinor: 12_345 } });
    expect(gateway.ahrvoLink(row.linkId)).toMatchObject({ nickname: 'Invoice 7' });
    expect(test.methods.listCreations({})).toEqual([]);
    expect(events()).toEqual(['creation-created', 'creation-sent']);
  });

  it('refuses what the provider would, before anything is sent', async () => {
    await expect(make({ expiresAt: 5 })).rejects.toMatchObject({
      code: 'provider/refused',
      details: { field: 'expiresAt', reason: 'date-past' },
    });
    expect(gateway.requests().total).toBe(0);
    expect(events()).toEqual([]);
  });

  it('finds a link whose answer got lost', async () => {
    await gateway.setFaults({ dropAfter: { next: 1, command: 'post' } });
    await expect(make()).resolves.toMatchObject({ reference: 'Invoice 7' });
    expect(gateway.requests().creates).toBe(1);
  });

  it('keeps one of which nobody can be asked, until it is looked up', async () => {
    await gateway.setFaults({ dropAfter: { command: 'post' }, error5xx: { command: 'list' } });
    await expect(make()).rejects.toMatchObject({ code: 'provider/outcome-unknown' });
    const [creation] = test.methods.listCreations({});
    expect(creation).toMatchObject({ state: 'unknown' });
    const creationId = creation?.id ?? '';
    await expect(lookUpCreation(creationId, options())).rejects.toMatchObject({
      code: 'provider/server-error',
    });
    await gateway.setFaults({});
    await expect(lookUpCreation(creationId, options())).resolves.toMatchObject({ reference: 'Invoice 7' });
    await expect(lookUpCreation(creationId, options())).rejects.toMatchObject({ code: 'link/not-found' });
    expect(gateway.requests().creates).toBe(1);
  });

  it('looks for one of the same reference that waits, before it sends another', async () => {
    await gateway.setFaults({ dropAfter: { command: 'post' }, error5xx: { command: 'list' } });
    await expect(make()).rejects.toMatchObject({ code: 'provider/outcome-unknown' });
    await expect(make()).rejects.toMatchObject({ code: 'provider/outcome-unknown' });
    expect(test.methods.listCreations({})).toHaveLength(1);
    await gateway.setFaults({});
    await expect(make()).resolves.toMatchObject({ reference: 'Invoice 7' });
    expect(gateway.requests().creates).toBe(1);
    expect(test.methods.listCreations({})).toEqual([]);
    await expect(make({ reference: 'Invoice 8' })).resolves.toMatchObject({ reference: 'Invoice 8' });
  });

  it('settles one that waits, and sends another that asks for other money or was never made', async () => {
    await gateway.setFaults({ dropAfter: { next: 1, command: 'post' }, error5xx: { command: 'list' } });
    await expect(make()).rejects.toMatchObject({ code: 'provider/outcome-unknown' });
    await gateway.setFaults({});
    const amount = { amountMinor: 500, currency: 'USD' };
    await expect(make({ amount })).resolves.toMatchObject({ amount });
    await gateway.setFaults({ dropBefore: { next: 1, command: 'post' } });
    await expect(make({ reference: 'Invoice 9' })).rejects.toMatchObject({
      code: 'provider/outcome-unknown',
    });
    await expect(make({ reference: 'Invoice 9' })).resolves.toMatchObject({ reference: 'Invoice 9' });
    expect(gateway.ahrvoLinks()).toHaveLength(403);
    expect(test.methods.listCreations({})).toEqual([]);
  });

  it('settles one that was never made', async () => {
    await gateway.setFaults({ dropBefore: { command: 'post' } });
    await expect(make()).rejects.toMatchObject({ code: 'provider/outcome-unknown' });
    const [creation] = test.methods.listCreations({});
    await expect(lookUpCreation(creation?.id ?? '', options())).resolves.toBeNull();
    expect(test.methods.listCreations({})).toEqual([]);
    expect(events()[0]).toBe('creation-not-made');
  });
});
