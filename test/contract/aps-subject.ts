import { startPracticeGateway, type PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import { createApsProvider, type ApsOptions } from '../../main/providers/aps/aps-provider';
import { sleep } from '../../main/providers/http/sleep';
import type { ConnectOptions, HeldLink, ProviderSubject } from './describe-provider';

/** Short waits, so that the suite is quick; the rules are the usual ones. */
const quickRetries = { maxTries: 4, firstWaitMs: 20, longestWaitMs: 80, longestRetryAfterMs: 2_000 };

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
    setFaults: gateway.setFaults,
    requests: gateway.requests,
    forgetRequests: gateway.forgetRequests,
    stop: gateway.stop,
  };
}
