import { afterEach, describe, expect, it } from 'vitest';
import {
  startPracticeGateway,
  type GatewayOptions,
  type PracticeGateway,
} from '../../../../main/practice-gateway/practice-gateway';

interface Answer {
  readonly status: number;
  readonly body: {
    readonly _embedded?: {
      readonly payment_links: readonly Record<string, unknown>[];
      readonly errors: readonly Record<string, unknown>[];
    };
    readonly page?: Record<string, unknown>;
  } & Record<string, unknown>;
}

let gateway: PracticeGateway;
const open = async (more: Partial<GatewayOptions> = {}) => {
  gateway = await startPracticeGateway({ port: 0, links: 200, seed: 7, ahrvoLinks: 250, ...more });
};
afterEach(() => gateway.stop());

async function ask(
  path: string,
  { method = 'GET', body, ...headers }: { method?: string; body?: unknown; [header: string]: unknown } = {},
): Promise<Answer> {
  const { username, password } = gateway.ahrvo;
  const response = await fetch(`${gateway.ahrvoUrl}${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      ...(headers as Record<string, string>),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

const list = (query: string, version = '2022-02-01') =>
  ask(`/payment_links${query}`, { 'finix-version': version });
const rowsOf = ({ body }: Answer) => body._embedded!.payment_links;
const errorOf = ({ status, body }: Answer) => {
  const [error] = body._embedded!.errors;
  return { status, code: error!['code'], field: error!['field'] };
};
const inState = (state: string) => gateway.ahrvoLinks().find((link) => link.state === state)!;

describe('GET /payment_links', () => {
  it('has the fields of the documented sample', async () => {
    await open();
    const [row] = rowsOf(await list('?limit=1'));
    expect(Object.keys(row!)).toEqual(
      expect.arrayContaining([
        ...['id', 'created_at', 'updated_at', 'link_url', 'link_expires_at', 'merchant_id', 'application_id'],
        ...['nickname', 'payment_frequency', 'is_multiple_use', 'state', 'allowed_payment_methods'],
        ...['amount_details', 'items', 'tags', '_links'],
      ]),
    );
  });

  it('answers five links unless told, and a hundred at most', async () => {
    await open();
    expect(rowsOf(await list(''))).toHaveLength(5);
    expect(rowsOf(await list('?limit=250'))).toHaveLength(100);
  });

  it('tells a cursor from version 2022-02-01 on, and offsets otherwise', async () => {
    await open();
    const cursor = await list('?limit=100');
    expect(cursor.body.page).toEqual({ limit: 100, next_cursor: rowsOf(cursor).at(-1)!['id'] });
    expect((await list('?limit=100', '')).body.page).toEqual({ offset: 0, limit: 100, count: 250 });
    expect((await list('?limit=100', '2018-01-01')).body.page).toEqual({ offset: 0, limit: 100, count: 250 });
    expect((await list('?limit=100&offset=200', '')).body.page).toEqual({
      offset: 200,
      limit: 100,
      count: 250,
    });
  });

  it('goes on behind a cursor, which is null at the end', async () => {
    await open();
    const first = await list('?limit=100');
    const second = await list(`?limit=100&after_cursor=${String(first.body.page!['next_cursor'])}`);
    const third = await list(`?limit=100&after_cursor=${String(second.body.page!['next_cursor'])}`);
    expect(third.body.page!['next_cursor']).toBeNull();
    const ids = [first, second, third].flatMap(rowsOf).map((row) => row['id']);
    expect(ids).toEqual(gateway.ahrvoLinks().map(({ id }) => id));
  });

  it('filters by state, merchant and moment of change', async () => {
    await open();
    const links = gateway.ahrvoLinks();
    const closed = links.filter(({ state }) => state === 'DEACTIVATED');
    expect(rowsOf(await list('?limit=100&state=DEACTIVATED'))).toHaveLength(closed.length);
    const { merchantId } = gateway.ahrvoAccount;
    const others = links.filter((link) => link.merchantId !== merchantId);
    expect(others.length).toBeGreaterThan(0);
    const counted = await list(`?merchant_id=${merchantId}`, '');
    expect(counted.body.page!['count']).toBe(links.length - others.length);
    const since = [...links].sort((a, b) => b.updatedAt - a.updatedAt)[20]!.updatedAt;
    const gte = new Date(since).toISOString().slice(0, 19);
    expect(rowsOf(await list(`?limit=100&updated_at.gte=${gte}`))).toHaveLength(
      links.filter(({ updatedAt }) => updatedAt >= since).length,
    );
  });

  it('reaches ten thousand links by offset and no more', async () => {
    await open({ ahrvoLinks: 10_100 });
    expect(rowsOf(await list('?limit=100&offset=9900', ''))).toHaveLength(100);
    expect(rowsOf(await list('?limit=100&offset=9990', ''))).toHaveLength(10);
    expect(errorOf(await list('?limit=100&offset=10000', ''))).toMatchObject({
      status: 422,
      field: 'offset',
    });
  });

  it('starts with a hundred thousand links in a moment, the same ones every time', async () => {
    const startedAt = performance.now();
    const madeAt = Date.parse('2026-11-30T00:00:00Z');
    await open({ ahrvoLinks: 100_000, madeAt });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    const plain = async () => rowsOf(await list('?limit=100')).map(({ _links, ...row }) => row);
    const first = await plain();
    await gateway.stop();
    await open({ ahrvoLinks: 100_000, madeAt });
    expect(await plain()).toEqual(first);
  });

  it('has every kind of link', async () => {
    await open({ ahrvoLinks: 2_000 });
    const links = gateway.ahrvoLinks();
    expect(new Set(links.map(({ state }) => state)).size).toBe(4);
    expect(links.some(({ amount }) => amount.type === 'MIN_MAX')).toBe(true);
    expect(links.some(({ isMultipleUse }) => isMultipleUse)).toBe(true);
    expect(links.some(({ buyer }) => buyer === null)).toBe(true);
    expect(links.some(({ buyer }) => buyer?.['first_name'] !== undefined)).toBe(true);
    expect(links.some(({ buyer }) => /\p{Script=Arabic}/u.test(String(buyer?.['name'])))).toBe(true);
    expect(links.every(({ updatedAt, createdAt }) => updatedAt >= createdAt && updatedAt <= Date.now())).toBe(
      true,
    );
    const dollars = links.filter(({ currency }) => currency === 'USD' || currency === 'CAD');
    expect(dollars.length).toBeGreaterThan(1_400);
  });

  it('shares a dozen open links with APS: the same reference and the same money', async () => {
    await open();
    const isTwin = (link: ReturnType<PracticeGateway['links']>[number]) =>
      gateway
        .ahrvoLinks()
        .some(
          ({ nickname, amount, currency, state }) =>
            state === 'ACTIVE' &&
            nickname === link.reference &&
            currency === link.currency &&
            amount.type === 'FIXED' &&
            amount.total === link.amountMinor,
        );
    expect(gateway.links().filter((link) => link.status === 'Open' && isTwin(link))).toHaveLength(12);
  });
});

describe('one link', () => {
  it('is answered richer than in a list', async () => {
    await open();
    const { id } = inState('ACTIVE');
    const { body } = await ask(`/payment_links/${id}`);
    expect(body).toMatchObject({ id, additional_details: {}, branding: {} });
  });

  it('takes the documented fields and changes nothing else', async () => {
    await open();
    const before = inState('ACTIVE');
    const change = { nickname: 'New', state: 'DEACTIVATED', tags: { a: 'b' } };
    const { status, body } = await ask(`/payment_links/${before.id}`, { method: 'PUT', body: change });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...change, id: before.id });
    const after = gateway.ahrvoLink(before.id)!;
    expect(after).toEqual({ ...before, ...change, updatedAt: after.updatedAt });
    expect(after.updatedAt).toBeGreaterThanOrEqual(before.updatedAt);
    await ask(`/payment_links/${before.id}`, { method: 'PUT', body: { state: 'ACTIVE' } });
    expect(gateway.ahrvoLink(before.id)?.state).toBe('ACTIVE');
  });

  it.each([
    ['a field that is not documented', { link_expires_at: '2030-01-01T00:00:00Z' }, 'link_expires_at'],
    ['an amount', { amount_details: {} }, 'amount_details'],
    ['another state', { state: 'COMPLETED' }, 'state'],
    ['an empty nickname', { nickname: ' ' }, 'nickname'],
    ['tags that are no text', { tags: { a: 1 } }, 'tags'],
    ['a tag that is too long', { tags: { a: 'x'.repeat(501) } }, 'tags'],
    ['too many tags', { tags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, 'x'])) }, 'tags'],
  ])('refuses %s', async (_, body, field) => {
    await open();
    const before = inState('ACTIVE');
    const answer = await ask(`/payment_links/${before.id}`, { method: 'PUT', body });
    expect(errorOf(answer)).toEqual({ status: 422, code: 'INVALID_FIELD', field });
    expect(gateway.ahrvoLink(before.id)).toEqual(before);
  });

  it.each(['COMPLETED', 'EXPIRED'])(
    'does not change the state of a %s link, but its labels',
    async (state) => {
      await open();
      const { id } = inState(state);
      const refused = await ask(`/payment_links/${id}`, { method: 'PUT', body: { state: 'ACTIVE' } });
      expect(errorOf(refused)).toMatchObject({ status: 422, code: 'UNPROCESSABLE_ENTITY' });
      await ask(`/payment_links/${id}`, { method: 'PUT', body: { nickname: 'Other' } });
      expect(gateway.ahrvoLink(id)?.nickname).toBe('Other');
    },
  );

  it('expires when its time has come', async () => {
    let now = Date.parse('2026-11-30T00:00:00Z');
    await open({ now: () => now });
    const link = inState('ACTIVE');
    now = link.expiresAt;
    expect(gateway.ahrvoLink(link.id)).toMatchObject({ state: 'EXPIRED', updatedAt: link.expiresAt });
    const { body } = await ask(`/payment_links/${link.id}`);
    expect(body['state']).toBe('EXPIRED');
  });
});

describe('POST /payment_links', () => {
  const bodyFor = (more: object = {}) => ({
    merchant_id: gateway.ahrvoAccount.merchantId,
    application_id: gateway.ahrvoAccount.applicationId,
    payment_frequency: 'ONE_TIME',
    nickname: 'Invoice 1',
    allowed_payment_methods: ['PAYMENT_CARD'],
    amount_details: { amount_type: 'FIXED', total_amount: 500, currency: 'USD' },
    ...more,
  });
  const post = (body: object) => ask('/payment_links', { method: 'POST', body });

  it('makes a link, which is the first of the list from then on', async () => {
    await open();
    const { status, body } = await post(bodyFor({ additional_details: { expiration_in_minutes: 60 } }));
    expect(status).toBe(201);
    const id = String(body['id']);
    const [newest] = rowsOf(await list('?limit=1'));
    expect(newest).toMatchObject({ id, state: 'ACTIVE', nickname: 'Invoice 1' });
    const link = gateway.ahrvoLink(id)!;
    expect(link.expiresAt - link.createdAt).toBe(3_600_000);
    const behind = await list(`?limit=1&after_cursor=${id}`);
    expect(rowsOf(behind)[0]?.['id']).toBe(gateway.ahrvoLinks()[1]?.id);
  });

  it.each([
    ['nickname', { nickname: undefined }],
    ['merchant_id', { merchant_id: undefined }],
    [
      'amount_details.total_amount',
      { amount_details: { amount_type: 'FIXED', total_amount: 1.5, currency: 'USD' } },
    ],
    [
      'amount_details.currency',
      { amount_details: { amount_type: 'FIXED', total_amount: 5, currency: 'XX' } },
    ],
    ['additional_details.expiration_in_minutes', { additional_details: { expiration_in_minutes: -1 } }],
    ['payment_frequency', { payment_frequency: 'NEVER' }],
  ])('refuses a wrong %s', async (field, more) => {
    await open();
    expect(errorOf(await post(bodyFor(more)))).toMatchObject({ status: 422, field });
    expect(gateway.ahrvoLinks()).toHaveLength(250);
  });

  it('refuses somebody else’s merchant', async () => {
    await open();
    expect(errorOf(await post(bodyFor({ merchant_id: 'MUother' })))).toMatchObject({
      status: 403,
      code: 'FORBIDDEN',
    });
  });
});

describe('who may ask, and for what', () => {
  it('refuses wrong credentials', async () => {
    await open();
    const answer = await ask('/payment_links', { authorization: 'Basic eDp5' });
    expect(errorOf(answer)).toMatchObject({ status: 401, code: 'UNKNOWN' });
  });

  it.each([
    ['GET', '/payment_links/PLnobody', 404],
    ['GET', '/merchants', 404],
    ['POST', '/payment_links/PLnobody', 405],
    ['DELETE', '/payment_links/PLnobody', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    await open();
    expect((await ask(path, { method })).status).toBe(status);
  });

  it('refuses as a fault says', async () => {
    await open({ faults: { refused: { status: 409 } } });
    expect(errorOf(await list(''))).toMatchObject({ status: 409, code: 'CONFLICT' });
  });

  it('counts and logs what was asked, and how the link stood after it', async () => {
    await open();
    const { id } = inState('ACTIVE');
    await list('?limit=7');
    await ask(`/payment_links/${id}`, { method: 'PUT', body: { state: 'DEACTIVATED' } });
    expect(gateway.requests()).toMatchObject({ total: 2, lists: 1, updates: 1, checks: 0, creates: 0 });
    expect(gateway.requests().latest).toMatchObject([
      { command: 'list', fields: { limit: '7' }, code: '200', isDone: false },
      { command: 'put', fields: { id }, code: '200', isDone: true, ahrvoLink: { id, state: 'DEACTIVATED' } },
    ]);
  });
});
