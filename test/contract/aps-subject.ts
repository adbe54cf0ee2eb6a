import { startPracticeGateway, type PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import { createApsProvider, type ApsOptions } from '../../main/providers/aps/aps-provider';
import { sleep } from '../../main/providers/http/sleep';
import { capabilitiesOf } from '#domain/capability';
import type { ConnectOptions, HeldLink, ProviderSubject, ProviderTraits } from './provider-subject';

/** How APS words things. */
export const apsTraits: ProviderTraits = {
  capabilities: capabilitiesOf.aps,
  commands: { read: 'check', write: 'update', create: 'create' },
  unknownLink: { linkId: '123456789012345678', reference: '' },
  notFound: { code: '12036', text: 'Order not found' },
  updated: '78000',
  tested: '12036',
  paidRefusal: 'provider/link-already-paid',
  readsAtOnce: 3,
  wrongAccounts: [
    ['a wrong request phrase', { secrets: { requestPhrase: 'wrong' } }, 'provider/signature-rejected'],
    ['a wrong response phrase', { secrets: { responsePhrase: 'wrong' } }, 'provider/answer-not-genuine'],
    ['a wrong access code', { secrets: { accessCode: 'wrong' } }, 'provider/credentials-rejected'],
    ['a wrong merchant identifier', { merchantIdentifier: 'wrong' }, 'provider/credentials-rejected'],
  ],
};

/** Short waits, so that the suite is quick; the rules are the usual ones. */
export const quickRetries = { maxTries: 4, firstWaitMs: 20, longestWaitMs: 80, longestRetryAfterMs: 2_000 };

/** The options of an adapter that talks to a practice gateway. */
export function apsOptionsFor(gateway: PracticeGateway): ApsOptions {
  const { merchantIdentifier, shaType, ...secrets } = gateway.credentials;
  return {
    endpoint: gateway.apsUrl,
    merchantIdentifier,
    shaType,
    secrets: () => Promise.resolve(secrets),
    fetch,
    clock: Date.now,
    random: Math.random,
    sleep,
    zone: 'Asia/Kuwait',
    language: 'en',
    referencePolicy: 'original',
    retries: quickRetries,
    timeoutMs: 3_000,
  };
}

function toHeld(link: GatewayLink): HeldLink {
  return {
    linkId: link.id,
    reference: link.reference,
    amountMinor: link.amountMinor,
    currency: link.currency,
    expiresAt: link.expiresAt,
    isClosed: link.status === 'Closed',
    customerName: link.customerName,
    orderText: link.orderText,
  };
}

function statusOf(link: GatewayLink) {
  if (link.status === 'Open') return link.expiresAt > Date.now() ? 'open' : 'expired';
  return link.status === 'Paid' ? 'paid' : 'closed';
}

/** The APS adapter against the practice gateway, over real HTTP on loopback. */
export async function startApsSubject(): Promise<ProviderSubject> {
  const gateway = await startPracticeGateway({ port: 0, links: 400, seed: 7 });
  const untouched = [...gateway.links()];
  const usual = apsOptionsFor(gateway);
  let drafts = 0;
  const { accessCode, requestPhrase, responsePhrase } = gateway.credentials;
  return {
    connect: ({ secrets, ...rest }: ConnectOptions = {}) =>
      createApsProvider({
        ...usual,
        ...rest,
        secrets: () => Promise.resolve({ accessCode, requestPhrase, responsePhrase, ...secrets }),
      }),
    take: ({ status, currency }) => {
      const at = untouched.findIndex(
        (link) => statusOf(link) === status && (currency ?? link.currency) === link.currency,
      );
      const [link] = untouched.splice(at, at < 0 ? 0 : 1);
      if (link === undefined) throw new Error(`No untouched link is ${status}.`);
      return toHeld(link);
    },
    held: (linkId) => toHeld(gateway.link(linkId)!),
    ids: () => gateway.links().map(({ id }) => id),
    draft: () => ({
      reference: `NEW-${String((drafts += 1))}.${String(Date.now())}`,
      amount: { amountMinor: 12_500, currency: 'KWD' },
      expiresAt: Date.now() + 30 * 86_400_000,
      customerEmail: 'noura.haddad@example.com',
      customerName: 'نورة حداد',
      orderText: "Men's watch #204",
    }),
    setFaults: gateway.setFaults,
    requests: gateway.requests,
    forgetRequests: gateway.forgetRequests,
    stop: gateway.stop,
  };
}
