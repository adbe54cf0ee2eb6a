import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayLink } from '../../../../main/practice-gateway/gateway-link';
import {
  startPracticeGateway,
  type PracticeGateway,
} from '../../../../main/practice-gateway/practice-gateway';
import type { LoggedRequest } from '../../../../main/practice-gateway/request-log';
import { createApsProvider } from '../../../../main/providers/aps/aps-provider';
import type { PaymentProvider } from '../../../../main/providers/payment-provider';
import { apsOptionsFor } from '../../../contract/aps-subject';

const calm = new AbortController().signal;
const day = 86_400_000;
let gateway: PracticeGateway;
let provider: PaymentProvider;
let link: GatewayLink;
let seen: LoggedRequest[];

beforeEach(async () => {
  seen = [];
  gateway = await startPracticeGateway({
    port: 0,
    links: 20,
    seed: 7,
    onRequest: (request) => seen.push(request),
  });
  provider = createApsProvider(apsOptionsFor(gateway));
  const open = gateway.links().find(({ status, expiresAt }) => status === 'Open' && expiresAt > Date.now());
  if (open === undefined) throw new Error('The seed has no open link.');
  link = open;
});
afterEach(() => gateway.stop());

const name = () => ({ linkId: link.id, reference: link.reference });

describe('the practice gateway', () => {
  it('refuses everything of an inactive account, signed, and does nothing', async () => {
    await gateway.setFaults({ refused: {} });
    await expect(provider.check(name(), calm)).rejects.toMatchObject({
      code: 'provider/credentials-rejected',
      details: { provider: { code: '00015' } },
    });
    await expect(provider.update(name(), { status: 'closed' }, calm)).rejects.toMatchObject({
      code: 'provider/credentials-rejected',
    });
    expect(gateway.link(link.id)).toEqual(link);
  });

  it('refuses with the reply it is told', async () => {
    await gateway.setFaults({ refused: { reply: 'invalidExpiry' } });
    await expect(provider.update(name(), { status: 'closed' }, calm)).rejects.toMatchObject({
      code: 'provider/expiry-refused',
    });
  });

  it('lets a customer pay right before an update, which is refused then', async () => {
    await gateway.setFaults({ changedBefore: { command: 'update' } });
    const update = provider.update(name(), { expiresAt: link.expiresAt + day }, calm);
    await expect(update).rejects.toMatchObject({ code: 'provider/link-already-paid' });
    expect(gateway.link(link.id)).toEqual({ ...link, status: 'Paid' });
  });

  it('lets somebody close or extend a link right before it is asked for', async () => {
    await gateway.setFaults({ changedBefore: { to: 'closed', next: 1 } });
    expect((await provider.check(name(), calm)).status).toBe('closed');
    await gateway.setFaults({ changedBefore: { to: 'later', next: 1 } });
    expect((await provider.check(name(), calm)).expiresAt).toBe(link.expiresAt + day);
  });

  it('answers success for an update that it does not do', async () => {
    await gateway.setFaults({ ignored: {} });
    const { provider: said } = await provider.update(name(), { status: 'closed' }, calm);
    expect(said.code).toBe('78000');
    expect(gateway.link(link.id)).toEqual(link);
    expect(seen).toMatchObject([{ command: 'update', code: '78000', struck: ['ignored'], isDone: false }]);
  });

  it('tells of every request what it was called, what was done and how the link stood after it', async () => {
    const labelled = createApsProvider({
      ...apsOptionsFor(gateway),
      fetch: (url, init) => {
        const headers = new Headers(init.headers);
        headers.set('x-practice-label', `call ${String(seen.length)}`);
        return fetch(url, { ...init, headers });
      },
    });
    await labelled.check(name(), calm);
    await gateway.setFaults({ dropAfter: {} });
    await expect(labelled.update(name(), { status: 'closed' }, calm)).rejects.toThrow();
    expect(seen).toMatchObject([
      { number: 1, label: 'call 0', command: 'check', isDone: false, struck: [], link },
      { number: 2, label: 'call 1', command: 'update', isDone: true, struck: ['dropAfter'] },
    ]);
    expect(seen[1]?.link).toEqual({ ...link, status: 'Closed' });
    expect(gateway.requests().underWay).toBe(0);
  });

  it('draws no fault of a link twice because other faults were set between', async () => {
    const struckOf = async (count: number) => {
      const told: boolean[] = [];
      for (let at = 0; at < count; at += 1) {
        await provider.check(name(), calm);
        told.push(seen.at(-1)?.struck.includes('latency') === true);
      }
      return told;
    };
    await gateway.setFaults({ latency: { rate: 0.5, ms: 1 } });
    const first = await struckOf(12);
    await gateway.setFaults({});
    await gateway.setFaults({ latency: { rate: 0.5, ms: 1 } });
    expect(await struckOf(12)).not.toEqual(first);
  });
});
