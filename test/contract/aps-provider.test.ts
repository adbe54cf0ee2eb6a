import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPracticeGateway, type PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { createApsProvider, type ApsOptions } from '../../main/providers/aps/aps-provider';
import { shaTypes } from '#domain/provider';
import { apsOptionsFor, apsTraits, startApsSubject } from './aps-subject';
import { describeProvider } from './describe-provider';
import { failureOf } from './failure-of';

describeProvider('the APS adapter', apsTraits, startApsSubject);

describe('what the APS adapter puts on the wire', () => {
  const calm = new AbortController().signal;
  const expiresAt = Date.parse('2031-03-05T20:59:59Z');
  let gateway: PracticeGateway;
  let options: ApsOptions;

  beforeAll(async () => {
    gateway = await startPracticeGateway({ port: 0, links: 50, seed: 11, uniqueReferences: true });
    options = apsOptionsFor(gateway);
  });
  beforeEach(async () => {
    await gateway.setFaults({});
    gateway.forgetRequests();
  });
  afterAll(() => gateway.stop());

  const openLink = () => {
    const link = gateway.links().find(({ status, expiresAt: at }) => status === 'Open' && at > Date.now())!;
    return { linkId: link.id, reference: link.reference };
  };
  const lastFields = () => gateway.requests().latest.at(-1)!.fields;

  it('asks for a link with the five fields of the documented sample and no language', async () => {
    await createApsProvider(options).check(openLink(), calm);
    expect(Object.keys(lastFields()).sort()).toEqual(
      ['merchant_identifier', 'merchant_reference', 'payment_link_id', 'query_command'].sort(),
    );
  });

  it('sends only the fields that change, with language and an expiry of exactly 25 characters', async () => {
    const { linkId, reference } = openLink();
    await createApsProvider({ ...options, referencePolicy: 'omit' }).update(
      { linkId, reference },
      { expiresAt },
      calm,
    );
    expect(lastFields()).toEqual({
      service_command: 'UPDATE_PAYMENT_LINK',
      merchant_identifier: options.merchantIdentifier,
      language: 'en',
      payment_link_id: linkId,
      request_expiry_date: '2031-03-05T23:59:59+03:00',
    });
  });

  it('always sends a currency beside an amount', async () => {
    const { linkId, reference } = openLink();
    const { currency } = gateway.link(linkId)!;
    const provider = createApsProvider({ ...options, referencePolicy: 'omit' });
    await provider.update({ linkId, reference }, { amount: { amountMinor: 4000, currency } }, calm);
    expect(lastFields()).toMatchObject({ amount: '4000', currency });
  });

  it('reports a repeated reference, and gets past it with a fresh one', async () => {
    const link = openLink();
    const original = createApsProvider(options);
    const error = await failureOf(original.update(link, { expiresAt }, calm));
    expect(error).toMatchObject({
      code: 'provider/reference-refused',
      details: { provider: { code: '00066' } },
    });

    const fresh = createApsProvider({ ...options, referencePolicy: 'fresh' });
    await fresh.update(link, { expiresAt }, calm);
    expect(lastFields()['merchant_reference']).toMatch(/^[A-Za-z0-9._-]{1,40}$/);
    expect(lastFields()['merchant_reference']).not.toBe(link.reference);
  });

  it('shows the provider’s text in the language that was asked for', async () => {
    const provider = createApsProvider({ ...options, language: 'ar', referencePolicy: 'fresh' });
    const error = await failureOf(provider.update(openLink(), { expiresAt: 0 }, calm));
    expect(error.details.provider).toEqual({ code: '00100', text: 'تاريخ الانتهاء غير صحيح' });
  });

  it('asks for the secrets at each call, so that a changed phrase counts at once', async () => {
    let asked = 0;
    const provider = createApsProvider({
      ...options,
      secrets: () => {
        asked += 1;
        return options.secrets();
      },
    });
    await provider.check(openLink(), calm);
    await provider.check(openLink(), calm);
    expect(asked).toBe(2);
  });

  it('lets a failure to read the secrets through and sends nothing', async () => {
    const provider = createApsProvider({ ...options, secrets: () => Promise.reject(new Error('locked')) });
    await expect(provider.check(openLink(), calm)).rejects.toThrow('locked');
    expect(gateway.requests().total).toBe(0);
  });

  it('does not believe a link whose answer is signed wrongly', async () => {
    await gateway.setFaults({ wrongSignature: {} });
    const error = await failureOf(createApsProvider(options).check(openLink(), calm));
    expect(error.code).toBe('provider/answer-not-genuine');
  });

  it('does not know what an update did when its success is signed wrongly', async () => {
    await gateway.setFaults({ wrongSignature: {} });
    const provider = createApsProvider({ ...options, referencePolicy: 'omit' });
    const error = await failureOf(provider.update(openLink(), { expiresAt: expiresAt + 5000 }, calm));
    expect(error).toMatchObject({
      code: 'provider/outcome-unknown',
      details: { reason: 'answer-not-genuine', provider: { code: '78000' } },
    });
  });

  it('reports an unknown link by its code even when the answer is signed wrongly, and says so', async () => {
    await gateway.setFaults({ wrongSignature: {} });
    const provider = createApsProvider(options);
    const error = await failureOf(provider.check({ linkId: '123456789012345678', reference: '' }, calm));
    expect(error).toMatchObject({
      code: 'provider/link-not-found',
      details: { reason: 'answer-not-genuine' },
    });
  });

  it('finds a link by its reference when nothing else is known', async () => {
    const { linkId, reference } = openLink();
    expect((await createApsProvider(options).check({ linkId: '', reference }, calm)).linkId).toBe(linkId);
    expect(Object.keys(lastFields())).not.toContain('payment_link_id');
  });

  const draft = {
    reference: ' NEW-1 ',
    amount: { amountMinor: 12_500, currency: 'KWD' },
    expiresAt,
    customerEmail: 'a@example.com',
  };

  it('makes a link with the documented fields, and has nobody written to', async () => {
    await createApsProvider(options).create!({ draft, clientRef: 'c-1' }, calm);
    expect(lastFields()).toEqual({
      ...{ service_command: 'PAYMENT_LINK', merchant_identifier: options.merchantIdentifier, language: 'en' },
      ...{ merchant_reference: 'NEW-1', amount: '12500', currency: 'KWD', customer_email: 'a@example.com' },
      ...{ request_expiry_date: '2031-03-05T23:59:59+03:00', notification_type: 'NONE' },
    });
  });

  it('says that a reference is taken, and does not take the other link for its own', async () => {
    const provider = createApsProvider(options);
    const taken = { ...draft, reference: openLink().reference };
    const error = await failureOf(provider.create!({ draft: taken, clientRef: 'c-2' }, calm));
    expect(error).toMatchObject({
      code: 'provider/reference-refused',
      details: { provider: { code: '00066' } },
    });
    expect(await provider.findCreated!({ draft: taken, clientRef: 'c-2' }, 0, calm)).toBeUndefined();
  });

  it('does not believe that nothing was made when the answer is signed wrongly', async () => {
    await gateway.setFaults({ wrongSignature: {} });
    const unknown = { draft: { ...draft, reference: 'NEW-9' }, clientRef: 'c-9' };
    const error = await failureOf(createApsProvider(options).findCreated!(unknown, 0, calm));
    expect(error.details.reason).toBe('answer-not-genuine');
  });

  it('sends nothing without the e-mail address that APS asks for', async () => {
    const { customerEmail: _, ...without } = draft;
    const error = await failureOf(
      createApsProvider(options).create!({ draft: without, clientRef: 'c-3' }, calm),
    );
    expect(error).toMatchObject({ code: 'provider/refused', details: { field: 'customerEmail' } });
    expect(gateway.requests().total).toBe(0);
  });

  it('does not take the answer to another request for its own', async () => {
    const [first, second] = gateway.links();
    let replay: string | undefined;
    const recording = createApsProvider({
      ...options,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        const text = await response.text();
        replay ??= text;
        return new Response(replay, { status: 200 });
      },
    });
    await recording.check({ linkId: second!.id, reference: '' }, calm);
    const error = await failureOf(recording.check({ linkId: first!.id, reference: '' }, calm));
    expect(error).toMatchObject({
      code: 'provider/answer-not-genuine',
      details: { reason: 'other-request' },
    });
  });

  it('does not know what an update did when its answer is JSON but not as documented', async () => {
    const odd = createApsProvider({
      ...options,
      referencePolicy: 'omit',
      fetch: async (url, init) => {
        await fetch(url, init);
        return new Response('{"response_code":78000}', { status: 200 });
      },
    });
    const link = openLink();
    const error = await failureOf(odd.update(link, { expiresAt: expiresAt + 1000 }, calm));
    expect(error).toMatchObject({ code: 'provider/outcome-unknown', details: { reason: 'unreadable' } });
    expect(gateway.link(link.linkId)?.expiresAt).toBe(expiresAt + 1000);
    expect((await failureOf(odd.check(link, calm))).code).toBe('provider/answer-unreadable');
  });

  it.each(shaTypes)('speaks %s', async (shaType) => {
    const other = await startPracticeGateway({ port: 0, links: 5, seed: 3, shaType });
    try {
      const provider = createApsProvider(apsOptionsFor(other));
      expect((await provider.test(calm)).provider.code).toBe('12036');
      const wrong = createApsProvider({
        ...apsOptionsFor(other),
        shaType: shaType === 'SHA-256' ? 'SHA-512' : 'SHA-256',
      });
      expect((await failureOf(wrong.test(calm))).code).toBe('provider/signature-rejected');
    } finally {
      await other.stop();
    }
  });
});
