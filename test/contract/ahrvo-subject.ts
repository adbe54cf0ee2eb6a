import { capabilitiesOf } from '#domain/capability';
import type { AhrvoLink } from '../../main/practice-gateway/ahrvo/ahrvo-link';
import { startPracticeGateway, type PracticeGateway } from '../../main/practice-gateway/practice-gateway';
import { createAhrvoProvider, type AhrvoOptions } from '../../main/providers/ahrvo/ahrvo-provider';
import { sleep } from '../../main/providers/http/sleep';
import { quickRetries } from './aps-subject';
import type { ConnectOptions, HeldLink, ProviderSubject, ProviderTraits } from './provider-subject';

/** How Ahrvo words things. */
export const ahrvoTraits: ProviderTraits = {
  capabilities: capabilitiesOf.ahrvo,
  commands: { read: 'get', write: 'put', create: 'post' },
  unknownLink: { linkId: 'PLnobodyKnowsThis', reference: '' },
  notFound: { code: 'NOT_FOUND', text: 'The payment link does not exist' },
  updated: '200',
  tested: '200',
  paidRefusal: 'provider/refused',
  readsAtOnce: 5,
  wrongAccounts: [
    ['a wrong user name', { secrets: { username: 'wrong' } }, 'provider/credentials-rejected'],
    ['a wrong password', { secrets: { password: 'wrong' } }, 'provider/credentials-rejected'],
  ],
};

/** The options of an adapter that talks to a practice gateway. */
export function ahrvoOptionsFor(gateway: PracticeGateway): AhrvoOptions {
  return {
    endpoint: gateway.ahrvoUrl,
    apiVersion: '2022-02-01',
    ...gateway.ahrvoAccount,
    secrets: () => Promise.resolve(gateway.ahrvo),
    fetch,
    clock: Date.now,
    random: Math.random,
    sleep,
    retries: quickRetries,
    timeouts: { readMs: 3_000, writeMs: 3_000 },
  };
}

function toHeld(link: AhrvoLink): HeldLink {
  const { amount, currency, expiresAt, nickname, items } = link;
  return {
    ...{ linkId: link.id, reference: nickname, currency, expiresAt, isClosed: link.state === 'DEACTIVATED' },
    amountMinor: amount.type === 'FIXED' ? amount.total : 0,
    customerName: '',
    orderText: items.map(({ name }) => name).join(', '),
  };
}

const stateOf = { open: 'ACTIVE', closed: 'DEACTIVATED', paid: 'COMPLETED', expired: 'EXPIRED' } as const;

/** The Ahrvo adapter against the practice gateway, over real HTTP on loopback. */
export async function startAhrvoSubject(): Promise<ProviderSubject> {
  const gateway = await startPracticeGateway({ port: 0, links: 20, seed: 7, ahrvoLinks: 730 });
  const { merchantId } = gateway.ahrvoAccount;
  const ours = () => gateway.ahrvoLinks().filter((link) => link.merchantId === merchantId);
  const untouched = ours().filter(({ amount }) => amount.type === 'FIXED');
  const usual = ahrvoOptionsFor(gateway);
  let drafts = 0;
  return {
    connect: ({ secrets, timeoutMs = 3_000, ...rest }: ConnectOptions = {}) =>
      createAhrvoProvider({
        ...usual,
        ...rest,
        timeouts: { readMs: timeoutMs, writeMs: timeoutMs },
        secrets: () => Promise.resolve({ ...gateway.ahrvo, ...secrets }),
      }),
    take: ({ status, currency }) => {
      const at = untouched.findIndex(
        (link) => link.state === stateOf[status] && (currency ?? link.currency) === link.currency,
      );
      const [link] = untouched.splice(at, at < 0 ? 0 : 1);
      if (link === undefined) throw new Error(`No untouched link is ${status}.`);
      return toHeld(link);
    },
    held: (linkId) => toHeld(gateway.ahrvoLink(linkId)!),
    ids: () => ours().map(({ id }) => id),
    draft: () => ({
      reference: `Invoice "${String((drafts += 1))}" فاتورة`,
      amount: { amountMinor: 12_500, currency: 'USD' },
      expiresAt: Date.now() + 30 * 86_400_000,
      orderText: "Men's watch #204",
    }),
    setFaults: gateway.setFaults,
    requests: gateway.requests,
    forgetRequests: gateway.forgetRequests,
    stop: gateway.stop,
  };
}
