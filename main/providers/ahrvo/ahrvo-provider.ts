import { AppError } from '#domain/app-error';
import { capabilitiesOf } from '#domain/capability';
import type { Instant } from '#domain/instant';
import type { AhrvoSecrets } from '#domain/provider';
import { usualRetries, type RetryPolicy } from '../http/judge-retry';
import type { Fetch } from '../http/send-request';
import type { Sleep } from '../http/sleep';
import type { ThrottleOptions } from '../http/throttle';
import type { PaymentProvider } from '../payment-provider';
import { createAsk, type Ask } from './ask';
import { createFindCreated } from './find-created';
import { toPlace } from './place';
import { createReadPage } from './read-page';
import { checkLetter, createLetter, listLetter, updateLetter } from './requests';
import { toCheckedLink } from './to-domain';
import { parseLink, parseList, readRow } from './wire';

export interface AhrvoOptions {
  /** The address before `/payment_links`; a slash at its end does no harm. */
  readonly endpoint: string;
  /** What `Finix-Version` says; empty sends no such header. */
  readonly apiVersion: string;
  /** Lists are of this merchant's links only, and new links are made for it. */
  readonly merchantId?: string | undefined;
  readonly applicationId?: string | undefined;
  /** How new links can be paid; cards only unless told: a bank payment may fail days after its link says that it is paid. */
  readonly paymentMethods?: readonly string[];
  /** Asked once per call; nothing of it outlives the call here. */
  readonly secrets: () => Promise<AhrvoSecrets>;
  readonly fetch: Fetch;
  readonly clock: () => Instant;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly sleep: Sleep;
  readonly throttles?: { readonly reads: ThrottleOptions; readonly writes: ThrottleOptions };
  readonly retries?: RetryPolicy;
  /** For one try. Finix speaks of answers that take five minutes; usually they take less than a second. */
  readonly timeouts?: { readonly readMs: number; readonly writeMs: number };
}

/** Their published limits are far higher for some and lower for others: this is careful. */
const usualThrottles = { reads: { maxInFlight: 5 }, writes: { maxInFlight: 2 } } as const;
const usualTimeouts = { readMs: 30_000, writeMs: 60_000 } as const;

function createCheck({ clock }: AhrvoOptions, ask: Ask): PaymentProvider['check'] {
  return async ({ linkId }, signal) => {
    if (linkId === '')
      throw new AppError('provider/link-not-found', { message: 'Links are found by id only.' });
    const askedAt = clock();
    const wire = parseLink((await ask(checkLetter(linkId), signal)).body);
    if (wire.id !== linkId) throw new AppError('provider/answer-not-genuine', { reason: 'other-request' });
    return toCheckedLink(wire, { askedAt, now: clock() });
  };
}

const success = { code: '200', text: 'OK' } as const;

function createUpdate({ clock }: AhrvoOptions, ask: Ask): PaymentProvider['update'] {
  return async ({ linkId }, patch, signal) => {
    const askedAt = clock();
    const { body } = await ask(updateLetter(linkId, patch), signal);
    const wire = readRow(body);
    if (wire === undefined) return { provider: success };
    const { providerStatus, url } = toCheckedLink(wire, { askedAt, now: clock() });
    return {
      provider: { ...success, text: providerStatus },
      ...(url === undefined ? {} : { url }),
    };
  };
}

function createCreate(options: AhrvoOptions, ask: Ask): NonNullable<PaymentProvider['create']> {
  const { clock, merchantId, applicationId, paymentMethods = ['PAYMENT_CARD'] } = options;
  return async (request, signal) => {
    const askedAt = clock();
    const seller = { merchantId, applicationId, paymentMethods };
    const { body } = await ask(createLetter(request, seller, askedAt), signal);
    const wire = readRow(body);
    // It was made, and nobody told its name: it has to be looked for.
    if (wire === undefined) throw new AppError('provider/outcome-unknown', { reason: 'unreadable' });
    return toCheckedLink(wire, { askedAt, now: clock() });
  };
}

/** The shortest list there is: only right credentials at the right address get one. */
function createTest({ clock, merchantId }: AhrvoOptions, ask: Ask): PaymentProvider['test'] {
  return async (signal) => {
    const startedAt = clock();
    const { body } = await ask(listLetter({ merchantId }, { limit: 1 }), signal);
    parseList(body);
    return { latencyMs: clock() - startedAt, provider: success };
  };
}

/** Ahrvo's payment links, which are Finix's, behind the provider port: JSON over HTTPS with HTTP Basic. */
export function createAhrvoProvider(options: AhrvoOptions): PaymentProvider {
  const throttles = options.throttles ?? usualThrottles;
  const ask = createAsk({
    ...options,
    throttles,
    retries: options.retries ?? usualRetries,
    timeouts: options.timeouts ?? usualTimeouts,
  });
  const readPage = createReadPage(options, ask);
  const { merchantId } = options;
  return {
    capabilities: capabilitiesOf.ahrvo,
    maxInFlight: throttles.writes.maxInFlight,
    list: ({ updatedSince }, position, signal) =>
      readPage({ updatedSince, merchantId }, toPlace(position), signal),
    check: createCheck(options, ask),
    update: createUpdate(options, ask),
    create: createCreate(options, ask),
    findCreated: createFindCreated(options, readPage),
    test: createTest(options, ask),
  };
}
