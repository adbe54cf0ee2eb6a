import { afterEach, describe, expect, it } from 'vitest';
import {
  startPracticeGateway,
  type GatewayOptions,
  type PracticeGateway,
} from '../../main/practice-gateway/practice-gateway';
import { createAhrvoProvider, type AhrvoOptions } from '../../main/providers/ahrvo/ahrvo-provider';
import { ahrvoOptionsFor, ahrvoTraits, startAhrvoSubject } from './ahrvo-subject';
import { describeProvider } from './describe-provider';
import { failureOf } from './failure-of';

describeProvider('the Ahrvo adapter', ahrvoTraits, startAhrvoSubject);

const calm = new AbortController().signal;
let gateway: PracticeGateway;

async function open(more: Partial<GatewayOptions> = {}, options: Partial<AhrvoOptions> = {}) {
  gateway = await startPracticeGateway({ port: 0, links: 20, seed: 7, ahrvoLinks: 345, ...more });
  return createAhrvoProvider({ ...ahrvoOptionsFor(gateway), merchantId: undefined, ...options });
}

describe('what the Ahrvo adapter puts on the wire', () => {
  afterEach(() => gateway.stop());

  /** Headers and addresses of every request. */
  async function openRecorded(options: Partial<AhrvoOptions> = {}) {
    const seen: { url: string; headers: Headers; init: RequestInit }[] = [];
    const provider = await open(
      {},
      {
        fetch: (url, init) => {
          seen.push({ url, headers: new Headers(init.headers), init });
          return fetch(url, init);
        },
        ...options,
      },
    );
    return { provider, seen };
  }

  it('sends the version of the connection, or none', async () => {
    const { provider, seen } = await openRecorded();
    await provider.list!({}, undefined, calm);
    expect(seen[0]?.headers.get('finix-version')).toBe('2022-02-01');
    await gateway.stop();
    const without = await openRecorded({ apiVersion: '' });
    await without.provider.list!({}, undefined, calm);
    expect(without.seen[0]?.headers.has('finix-version')).toBe(false);
  });

  it('asks for a hundred links at a time and for a moment in whole seconds of UTC', async () => {
    const { provider, seen } = await openRecorded({ merchantId: 'MU1' });
    await provider.list!({ updatedSince: Date.parse('2026-11-30T10:20:30.999Z') }, undefined, calm);
    expect(Object.fromEntries(new URL(seen[0]!.url).searchParams)).toEqual({
      limit: '100',
      merchant_id: 'MU1',
      'updated_at.gte': '2026-11-30T10:20:30',
    });
  });

  it('takes an address with slashes at its end', async () => {
    const provider = await open();
    const slashed = createAhrvoProvider({ ...ahrvoOptionsFor(gateway), endpoint: `${gateway.ahrvoUrl}//` });
    expect((await slashed.test(calm)).provider).toEqual((await provider.test(calm)).provider);
  });

  it('sends the changed fields only', async () => {
    const { provider } = await openRecorded();
    const link = gateway.ahrvoLinks().find(({ state }) => state === 'ACTIVE')!;
    const name = { linkId: link.id, reference: '' };
    await provider.update(name, { status: 'closed' }, calm);
    expect(gateway.requests().latest.at(-1)?.fields['body']).toBe('{"state":"DEACTIVATED"}');
    await provider.update(name, { tags: 'b: 2\na: x:y', reference: ' Invoice 7 ' }, calm);
    const body: unknown = JSON.parse(gateway.requests().latest.at(-1)!.fields['body']!);
    expect(body).toEqual({ nickname: 'Invoice 7', tags: { a: 'x:y', b: '2' } });
  });

  it('makes a link that names its merchant, its request and its life in minutes', async () => {
    await open();
    const draft = {
      ...{ reference: 'Invoice 1', amount: { amountMinor: 500, currency: 'USD' }, orderText: 'Watch' },
      expiresAt: Date.now() + 90_500,
    };
    await createAhrvoProvider(ahrvoOptionsFor(gateway)).create!({ draft, clientRef: 'desk-1' }, calm);
    expect(JSON.parse(gateway.requests().latest.at(-1)!.fields['body']!)).toEqual({
      merchant_id: gateway.ahrvoAccount.merchantId,
      application_id: gateway.ahrvoAccount.applicationId,
      payment_frequency: 'ONE_TIME',
      is_multiple_use: false,
      nickname: 'Invoice 1',
      allowed_payment_methods: ['PAYMENT_CARD'],
      amount_details: { amount_type: 'FIXED', total_amount: 500, currency: 'USD' },
      items: [{ name: 'Watch', quantity: 1, price_details: { sale_amount: 500, currency: 'USD' } }],
      additional_details: { expiration_in_minutes: 2 },
      tags: { client_ref: 'desk-1' },
    });
  });

  it('makes nothing for an account that names no merchant', async () => {
    const provider = await open();
    const draft = {
      reference: 'x',
      amount: { amountMinor: 1, currency: 'USD' },
      expiresAt: Date.now() + 1e7,
    };
    const error = await failureOf(provider.create!({ draft, clientRef: 'c' }, calm));
    expect(error).toMatchObject({ code: 'provider/refused', details: { field: 'merchantId' } });
    expect(gateway.requests().total).toBe(0);
  });

  it('finds what it made among a list that knows no dates, or says that it has not looked everywhere', async () => {
    await open({ ahrvoLinks: 12_000, faults: { ignoresFilters: {} } });
    const provider = createAhrvoProvider(ahrvoOptionsFor(gateway));
    const draft = {
      reference: 'x',
      amount: { amountMinor: 1, currency: 'USD' },
      expiresAt: Date.now() + 1e7,
    };
    const request = { draft, clientRef: 'desk-7' };
    const made = await provider.create!(request, calm);
    expect((await provider.findCreated!(request, Date.now(), calm))?.linkId).toBe(made.linkId);
    const never = provider.findCreated!({ draft, clientRef: 'desk-8' }, Date.now(), calm);
    expect(await failureOf(never)).toMatchObject({
      code: 'provider/outcome-unknown',
      details: { reason: 'list-not-searched' },
    });
  }, 60_000);

  it('follows no redirect with a password', async () => {
    let calls = 0;
    const provider = await open(
      {},
      {
        fetch: (url, init) => {
          calls += 1;
          expect(init.redirect).toBe('manual');
          return Promise.resolve(new Response(null, { status: 302, headers: { location: url } }));
        },
      },
    );
    expect((await failureOf(provider.test(calm))).code).toBe('provider/answer-unreadable');
    expect(calls).toBe(1);
  });

  it('lets no error tell user name, password or what is made of them', async () => {
    const provider = await open();
    const { username, password } = gateway.ahrvo;
    const token = Buffer.from(`${username}:${password}`).toString('base64');
    for (const faults of [
      { refused: { status: 401 } },
      { error5xx: {} },
      { dropBefore: {} },
      { offline: {} },
    ]) {
      await gateway.setFaults(faults);
      const error = await failureOf(provider.test(calm));
      const told = JSON.stringify([error.message, error.details, String(error.cause)]);
      expect([username, password, token].filter((secret) => told.includes(secret))).toEqual([]);
    }
  });

  it('logs nothing secret at the other side', async () => {
    const provider = await open();
    await provider.test(calm);
    const log = JSON.stringify(gateway.requests());
    expect(log).toContain('limit');
    expect(log).not.toContain(gateway.ahrvo.password);
    expect(log).not.toContain('Basic');
  });

  it.each(['.', '..', ''])('asks for no link that is called "%s"', async (linkId) => {
    const provider = await open();
    const error = await failureOf(provider.check({ linkId, reference: 'x' }, calm));
    expect(error.code).toBe('provider/link-not-found');
    expect(gateway.requests().total).toBe(0);
  });

  it('keeps an id in its place in the path', async () => {
    const { provider, seen } = await openRecorded();
    await failureOf(provider.check({ linkId: 'a/../b?c=d#e', reference: '' }, calm));
    expect(seen[0]?.url).toBe(`${gateway.ahrvoUrl}/payment_links/a%2F..%2Fb%3Fc%3Dd%23e`);
  });

  it('does not take the answer about another link for its own', async () => {
    await open();
    const [first, second] = gateway.ahrvoLinks();
    const provider = createAhrvoProvider({
      ...ahrvoOptionsFor(gateway),
      fetch: (url, init) => fetch(url.replace(first!.id, second!.id), init),
    });
    const error = await failureOf(provider.check({ linkId: first!.id, reference: '' }, calm));
    expect(error).toMatchObject({
      code: 'provider/answer-not-genuine',
      details: { reason: 'other-request' },
    });
  });

  it('keeps reads and writes apart: a slow list does not hold up an edit', async () => {
    const provider = await open({ faults: { latency: { ms: 1_500, command: 'list' } } });
    const link = gateway.ahrvoLinks().find(({ state }) => state === 'ACTIVE')!;
    const lists = Array.from({ length: 6 }, () => provider.list!({}, undefined, calm));
    const startedAt = performance.now();
    await provider.update({ linkId: link.id, reference: '' }, { status: 'closed' }, calm);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await Promise.all(lists);
  });
});
