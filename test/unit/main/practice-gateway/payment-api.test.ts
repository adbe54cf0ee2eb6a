import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayLink } from '../../../../main/practice-gateway/gateway-link';
import {
  startPracticeGateway,
  type PracticeGateway,
} from '../../../../main/practice-gateway/practice-gateway';
import { isSignedBy, signatureOf } from '../../../../main/providers/aps/signature';

type Fields = Record<string, string>;

let gateway: PracticeGateway;
let open: GatewayLink;

beforeAll(async () => {
  gateway = await startPracticeGateway({ port: 0, links: 400, seed: 7 });
});
beforeEach(() => {
  open = find((link) => link.status === 'Open' && link.expiresAt > Date.now());
});
afterAll(() => gateway.stop());

function find(wanted: (link: GatewayLink) => boolean): GatewayLink {
  const link = gateway.links().find(wanted);
  if (link === undefined) throw new Error('The seed has no such link.');
  return link;
}

async function post(body: string, type = 'application/json'): Promise<{ status: number; answer: Fields }> {
  const response = await fetch(gateway.apsUrl, { method: 'POST', headers: { 'content-type': type }, body });
  return { status: response.status, answer: (await response.json()) as Fields };
}

function signed(fields: Fields): Fields {
  const { shaType, requestPhrase } = gateway.credentials;
  return { ...fields, signature: signatureOf(fields, { shaType, phrase: requestPhrase }) };
}

async function ask(fields: Fields): Promise<Fields> {
  const { status, answer } = await post(JSON.stringify(signed(fields)));
  expect(status).toBe(200);
  return answer;
}

/** A change of `undefined` leaves a field out. */
function build(base: Fields, change: Record<string, string | undefined>): Fields {
  const entries = Object.entries({ ...base, ...change });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function checkOf(link: GatewayLink, change: Record<string, string | undefined> = {}): Fields {
  const { accessCode, merchantIdentifier } = gateway.credentials;
  return build(
    {
      query_command: 'CHECK_PAYMENT_LINK_STATUS',
      access_code: accessCode,
      merchant_identifier: merchantIdentifier,
      merchant_reference: link.reference,
      payment_link_id: link.id,
    },
    change,
  );
}

function updateOf(link: GatewayLink, change: Record<string, string | undefined> = {}): Fields {
  const base = checkOf(link, { query_command: undefined, service_command: 'UPDATE_PAYMENT_LINK' });
  return build({ ...base, language: 'en' }, change);
}

function isGenuine(answer: Fields): boolean {
  const { shaType, responsePhrase } = gateway.credentials;
  return isSignedBy(answer, { shaType, phrase: responsePhrase });
}

describe('CHECK_PAYMENT_LINK_STATUS', () => {
  it('answers exactly the fields of the documented sample, signed with the response phrase', async () => {
    const answer = await ask(checkOf(open));
    expect(Object.keys(answer).sort()).toEqual(
      [
        'access_code',
        'amount',
        'currency',
        'language',
        'merchant_identifier',
        'merchant_reference',
        'payment_link_id',
        'payment_link_status',
        'query_command',
        'request_expiry_date',
        'response_code',
        'response_message',
        'signature',
        'status',
        'user_attempts_count',
      ].sort(),
    );
    expect(answer).toMatchObject({ response_code: '12000', status: '12', payment_link_status: 'Open' });
    expect(answer['request_expiry_date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(isGenuine(answer)).toBe(true);
  });

  it('finds a link by the merchant’s identifier and reference alone', async () => {
    const answer = await ask(checkOf(open, { payment_link_id: undefined }));
    expect(answer['payment_link_id']).toBe(open.id);
  });

  it('answers 12036 with the status of success for a link it does not know', async () => {
    const answer = await ask(checkOf(open, { payment_link_id: '111111111111111111' }));
    expect(answer).toMatchObject({
      response_code: '12036',
      status: '12',
      response_message: 'Order not found',
    });
    expect(isGenuine(answer)).toBe(true);
  });
});

describe('UPDATE_PAYMENT_LINK', () => {
  const later = '2031-01-31T23:59:59+03:00';

  it('accepts the documented sample, which has no language, and echoes it with the customer’s link', async () => {
    const link = find(({ status, currency }) => status === 'Closed' && currency === 'AED');
    const request = updateOf(link, {
      language: undefined,
      payment_link_status: 'Open',
      customer_name: 'TEST',
      currency: 'AED',
      amount: '408800',
    });
    const answer = await ask(request);
    expect(answer).toMatchObject({
      ...request,
      response_code: '78000',
      status: '78',
      response_message: 'Success',
      payment_link: link.url,
    });
    expect(gateway.link(link.id)).toMatchObject({
      amountMinor: 408_800,
      customerName: 'TEST',
      status: 'Open',
    });
  });

  it('keeps an expiry as the instant it names', async () => {
    await ask(updateOf(open, { request_expiry_date: later }));
    expect(gateway.link(open.id)?.expiresAt).toBe(Date.parse('2031-01-31T20:59:59Z'));
  });

  it('answers texts HTML-encoded and signs them so', async () => {
    const answer = await ask(updateOf(open, { customer_name: "Siobhán O'Brien" }));
    expect(answer['customer_name']).toBe('Siobhán O&#39;Brien');
    expect(isGenuine(answer)).toBe(true);
    expect(gateway.link(open.id)?.customerName).toBe("Siobhán O'Brien");
  });

  it.each([
    ['a missing access code', { access_code: undefined }, '00001', 'Missing parameter: access_code'],
    [
      'no way to find the link',
      { payment_link_id: undefined, merchant_reference: undefined },
      '00001',
      'Missing parameter: merchant_reference',
    ],
    ['an amount without currency', { amount: '100' }, '00001', 'Missing parameter: currency'],
    ['an unknown field', { response_format: 'JSON' }, '00027', 'Invalid extra parameters: response_format'],
    ['an empty value', { customer_name: '' }, '00002', 'Invalid parameter format: customer_name'],
    ['a name with digits', { customer_name: 'R2D2' }, '00002', 'Invalid parameter format: customer_name'],
    [
      'a name that is too long',
      { customer_name: 'x'.repeat(41) },
      '00032',
      'Invalid parameter length: customer_name',
    ],
    [
      'an expiry with Z',
      { request_expiry_date: '2031-01-31T23:59:59Z' },
      '00002',
      'Invalid parameter format: request_expiry_date',
    ],
    [
      'an expiry with a fraction',
      { request_expiry_date: '2031-01-31T23:59:59.000Z' },
      '00002',
      'Invalid parameter format: request_expiry_date',
    ],
    [
      'an impossible date',
      { request_expiry_date: '2031-02-31T23:59:59+03:00' },
      '00002',
      'Invalid parameter format: request_expiry_date',
    ],
    ['a past expiry', { request_expiry_date: '2020-01-31T23:59:59+03:00' }, '00100', 'Invalid expiry date'],
    ['a decimal amount', { amount: '10.50', currency: 'KWD' }, '00005', 'Invalid amount: amount'],
    ['a zero amount', { amount: '0', currency: 'KWD' }, '00005', 'Invalid amount: amount'],
    [
      'an amount of eleven digits',
      { amount: '12345678901', currency: 'KWD' },
      '00032',
      'Invalid parameter length: amount',
    ],
    ['another currency', { amount: '100', currency: 'EUR' }, '00013', 'Invalid currency'],
    [
      'another status',
      { payment_link_status: 'Paid' },
      '00033',
      'Parameter value not allowed: payment_link_status',
    ],
    ['another language', { language: 'fr' }, '00033', 'Parameter value not allowed: language'],
    ['another command', { service_command: 'PURCHASE' }, '00004', 'Invalid command'],
    ['an unknown link', { payment_link_id: '111111111111111111' }, '79036', 'Order not found'],
  ])('refuses %s and changes nothing', async (_, change, code, text) => {
    const before = gateway.link(open.id);
    const answer = await ask(updateOf(open, change));
    expect([answer['response_code'], answer['response_message']]).toEqual([code, text]);
    expect(answer['status']).toBe(code.slice(0, 2));
    expect(isGenuine(answer)).toBe(true);
    expect(gateway.link(open.id)).toEqual(before);
  });

  it('refuses to touch a paid link, or to open an open one', async () => {
    const paid = find(({ status }) => status === 'Paid');
    const refused = await ask(updateOf(paid, { request_expiry_date: later }));
    expect(refused['response_code']).toBe('79125');
    const again = await ask(updateOf(open, { payment_link_status: 'Open' }));
    expect(again['response_code']).toBe('79150');
  });

  it('refuses in the language of the request', async () => {
    const answer = await ask(updateOf(open, { language: 'ar', amount: '0', currency: 'KWD' }));
    expect(answer['response_message']).toBe('مبلغ غير صحيح: amount');
  });
});

describe('PAYMENT_LINK', () => {
  const createOf = (change: Record<string, string | undefined> = {}): Fields =>
    build(
      {
        service_command: 'PAYMENT_LINK',
        access_code: gateway.credentials.accessCode,
        merchant_identifier: gateway.credentials.merchantIdentifier,
        merchant_reference: 'NEW-1',
        amount: '125000',
        currency: 'AED',
        language: 'en',
        customer_email: 'customer@example.com',
        request_expiry_date: '2031-07-22T15:36:55+03:00',
        notification_type: 'NONE',
      },
      change,
    );

  it('makes an open link, echoes the request, and can be checked from then on', async () => {
    const request = createOf({ customer_name: 'Noura Haddad', order_description: 'Watch #204' });
    const answer = await ask(request);
    expect(answer).toMatchObject({
      ...request,
      response_code: '48000',
      status: '48',
      response_message: 'Success',
    });
    expect(answer['payment_link']).toMatch(/^https:\/\/sbcheckout\.payfort\.com\/[0-9a-f]{16}$/);
    expect(answer['payment_link_id']).toMatch(/^\d{18}$/);
    expect(isGenuine(answer)).toBe(true);
    const link = gateway.link(answer['payment_link_id'] ?? '')!;
    expect(link).toMatchObject({
      ...{ status: 'Open', reference: 'NEW-1', amountMinor: 125_000, currency: 'AED', attempts: 0 },
      ...{ customerName: 'Noura Haddad', orderText: 'Watch #204', customerEmail: 'customer@example.com' },
      expiresAt: Date.parse('2031-07-22T12:36:55Z'),
    });
    const check = await ask(checkOf(link, { payment_link_id: undefined }));
    expect(check['payment_link_id']).toBe(link.id);
  });

  it.each([
    ['a reference used before', () => ({ merchant_reference: open.reference }), '00066'],
    ['no e-mail address', () => ({ customer_email: undefined }), '00001'],
    ['no kind of notification', () => ({ notification_type: undefined }), '00001'],
    ['no language', () => ({ language: undefined }), '00001'],
    ['a text message without a number', () => ({ notification_type: 'EMAIL,SMS' }), '00001'],
    ['another kind of notification', () => ({ notification_type: 'PIGEON' }), '00033'],
    ['a wrong e-mail address', () => ({ customer_email: 'a b' }), '00002'],
    ['an unknown field', () => ({ nickname: 'x' }), '00027'],
    ['a past expiry', () => ({ request_expiry_date: '2020-01-31T23:59:59+03:00' }), '00100'],
    ['a long reference', () => ({ merchant_reference: 'x'.repeat(41) }), '00032'],
  ])('refuses %s and makes nothing', async (_, change, code) => {
    const before = gateway.links().length;
    const answer = await ask(createOf({ merchant_reference: 'NEW-2', ...change() }));
    expect(answer['response_code']).toBe(code);
    expect(gateway.links()).toHaveLength(before);
  });
});

describe('who may ask', () => {
  it('refuses a signature made with anything but the request phrase', async () => {
    const fields = checkOf(open);
    const { shaType, responsePhrase } = gateway.credentials;
    const wrong = { ...fields, signature: signatureOf(fields, { shaType, phrase: responsePhrase }) };
    const { answer } = await post(JSON.stringify(wrong));
    expect(answer).toMatchObject({ response_code: '00008', response_message: 'Signature mismatch' });
    expect(isGenuine(answer)).toBe(true);
  });

  it.each([
    ['access_code', '00010'],
    ['merchant_identifier', '00009'],
  ])('cannot sign an answer to a wrong %s', async (field, code) => {
    const answer = await ask(checkOf(open, { [field]: 'unknown' }));
    expect(answer['response_code']).toBe(code);
    expect(isGenuine(answer)).toBe(false);
  });

  it.each([
    ['text', 'hello', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['nested fields', '{"a":{}}', 'application/json'],
    ['a form', 'query_command=CHECK_PAYMENT_LINK_STATUS', 'application/x-www-form-urlencoded'],
  ])('takes flat JSON only, not %s', async (_, body, type) => {
    const { status, answer } = await post(body, type);
    expect(status).toBe(200);
    expect(answer['response_code']).toBe('00073');
  });

  it('refuses a reference that was used before, once that is switched on', async () => {
    const strict = await startPracticeGateway({ port: 0, links: 60, seed: 7, uniqueReferences: true });
    try {
      const request = signed(updateOf(open, { customer_name: 'A B' }));
      const response = await fetch(strict.apsUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      expect(await response.json()).toMatchObject({ response_code: '00066' });
    } finally {
      await strict.stop();
    }
  });

  it('logs no access code and no signature', async () => {
    gateway.forgetRequests();
    await ask(checkOf(open));
    const log = JSON.stringify(gateway.requests());
    expect(log).toContain(open.id);
    expect(log).not.toContain(gateway.credentials.accessCode);
    expect(log).not.toContain('signature');
  });
});
