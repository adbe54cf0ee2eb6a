import { AppError, isAppError } from '#domain/app-error';
import { capabilitiesOf } from '#domain/capability';
import type { Instant } from '#domain/instant';
import { sameMoney } from '#domain/money';
import type { ApsSecrets, ShaType } from '#domain/provider';
import { deliver, type CourierParts } from '../http/courier';
import { cancelledError } from '../http/http-error';
import { usualRetries, type RetryPolicy } from '../http/judge-retry';
import type { Fetch } from '../http/send-request';
import type { Sleep } from '../http/sleep';
import { createThrottle, usualThrottle, type ThrottleOptions } from '../http/throttle';
import type { PaymentProvider } from '../payment-provider';
import { judgeAnswer, type Expectation, type GenuineAnswer } from './judge-answer';
import {
  checkByReferenceFields,
  checkFields,
  createFields,
  freshReference,
  referenceFor,
  updateFields,
  type ApsLanguage,
  type Merchant,
  type ReferencePolicy,
} from './requests';
import { successCodes } from './response-codes';
import { signatureOf, type ApsFields } from './signature';
import { toCheckedLink, toCreatedLink, toLinkUrl } from './to-domain';
import { parseChecked, parseCreated, parseUpdated } from './wire';

export interface ApsOptions {
  readonly endpoint: string;
  readonly merchantIdentifier: string;
  readonly shaType: ShaType;
  /** Asked once per call; nothing of it outlives the call here. */
  readonly secrets: () => Promise<ApsSecrets>;
  readonly fetch: Fetch;
  readonly clock: () => Instant;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly sleep: Sleep;
  /** The zone whose offset an expiry is written with; the moment is the same in any. */
  readonly zone: string;
  readonly language: ApsLanguage;
  readonly referencePolicy: ReferencePolicy;
  readonly throttle?: ThrottleOptions;
  readonly retries?: RetryPolicy;
  /** For one try; APS's own clients wait 60 seconds. */
  readonly timeoutMs?: number;
}

/** A request and what its answer must be like. */
interface Call {
  readonly fields: (merchant: Merchant) => ApsFields;
  readonly isWrite: boolean;
  readonly codes: readonly string[];
  /** The fields whose values must come back unchanged. */
  readonly mirrored: readonly string[];
}

type Ask = (call: Call, signal: AbortSignal) => Promise<GenuineAnswer>;

const usualTimeoutMs = 60_000;

/** A write whose answer cannot be read may have been done all the same. */
function judgeAnswerOf(body: unknown, expected: Expectation): GenuineAnswer {
  try {
    return judgeAnswer(body, expected);
  } catch (thrown) {
    if (expected.isWrite && isAppError(thrown) && thrown.code === 'provider/answer-unreadable') {
      throw new AppError('provider/outcome-unknown', { reason: 'unreadable' }, thrown);
    }
    throw thrown;
  }
}

function pickFields(fields: ApsFields, names: readonly string[]): ApsFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

/** Signs a request, carries it to APS and judges what comes back. */
function createAsk(options: ApsOptions): Ask {
  const { clock, sleep, shaType, merchantIdentifier } = options;
  const courier: CourierParts = {
    url: options.endpoint,
    fetch: options.fetch,
    clock,
    random: options.random,
    sleep,
    timeoutMs: options.timeoutMs ?? usualTimeoutMs,
    policy: options.retries ?? usualRetries,
    throttle: createThrottle(options.throttle ?? usualThrottle, { clock, sleep }),
  };
  return async (call, signal) => {
    if (signal.aborted) throw cancelledError();
    const { accessCode, requestPhrase, responsePhrase } = await options.secrets();
    const fields = call.fields({ accessCode, merchantIdentifier });
    const signature = signatureOf(fields, { shaType, phrase: requestPhrase });
    const letter = { body: JSON.stringify({ ...fields, signature }), isWrite: call.isWrite };
    const body = await deliver(courier, letter, signal);
    return judgeAnswerOf(body, {
      codes: call.codes,
      responseKey: { shaType, phrase: responsePhrase },
      isWrite: call.isWrite,
      mirrored: pickFields(fields, call.mirrored),
    });
  };
}

/** Asks for one link, by its id or, without one, by its reference. */
function createCheck(options: ApsOptions, ask: Ask): PaymentProvider['check'] {
  return async ({ linkId, reference }, signal) => {
    if (linkId === '' && reference.trim() === '') throw new AppError('provider/link-not-found');
    // A reference made up for this request would name no link; the id is enough.
    const sent = options.referencePolicy === 'original' ? reference : undefined;
    const call: Call = {
      fields: (merchant) =>
        linkId === '' ? checkByReferenceFields(merchant, reference) : checkFields(merchant, linkId, sent),
      isWrite: false,
      codes: [successCodes.check],
      mirrored: ['query_command', linkId === '' ? 'merchant_reference' : 'payment_link_id'],
    };
    const { fields } = await ask(call, signal);
    return toCheckedLink(parseChecked(fields), reference, options.clock());
  };
}

function createCreate(options: ApsOptions, ask: Ask): NonNullable<PaymentProvider['create']> {
  const { language, zone } = options;
  return async ({ draft }, signal) => {
    const call: Call = {
      fields: (merchant) => createFields(merchant, draft, { language, zone }),
      isWrite: true,
      codes: [successCodes.create],
      mirrored: ['service_command', 'merchant_reference', 'amount', 'currency'],
    };
    const { fields } = await ask(call, signal);
    const wire = readMade(fields);
    return toCreatedLink(wire, draft, options.clock());
  };
}

/** It was made, and nobody told its name: it has to be looked for. */
function readMade(fields: ApsFields) {
  try {
    return parseCreated(fields);
  } catch (thrown) {
    throw new AppError('provider/outcome-unknown', { reason: 'unreadable' }, thrown);
  }
}

/** Finds a made link by its reference, which no other link has; one that asks for other money was there before. */
function createFindCreated(check: PaymentProvider['check']): NonNullable<PaymentProvider['findCreated']> {
  return async ({ draft }, since, signal) => {
    try {
      const link = await check({ linkId: '', reference: draft.reference.trim() }, signal);
      const isOurs = sameMoney(link.amount, draft.amount);
      return isOurs
        ? { ...toCreatedLink({ payment_link_id: link.linkId }, draft, since), ...link }
        : undefined;
    } catch (thrown) {
      // Only a genuine answer says so: it would be made again.
      const isGenuine = isAppError(thrown) && thrown.details.reason === undefined;
      if (isGenuine && thrown.code === 'provider/link-not-found') return undefined;
      throw thrown;
    }
  };
}

function createUpdate(options: ApsOptions, ask: Ask): PaymentProvider['update'] {
  const { language, zone, referencePolicy } = options;
  return async (name, patch, signal) => {
    const reference = referenceFor(referencePolicy, name, options);
    const call: Call = {
      fields: (merchant) =>
        updateFields(merchant, { linkId: name.linkId, patch }, { language, zone, reference }),
      isWrite: true,
      codes: [successCodes.update],
      mirrored: ['service_command', 'payment_link_id'],
    };
    const { fields, provider } = await ask(call, signal);
    const url = toLinkUrl(parseUpdated(fields).payment_link);
    return url === undefined ? { provider } : { provider, url };
  };
}

/** A status query for a reference nobody used: only right credentials and both right phrases get a genuine "not found". */
function createTest(options: ApsOptions, ask: Ask): PaymentProvider['test'] {
  return async (signal) => {
    const reference = freshReference('connection-test', options.clock(), options.random());
    const call: Call = {
      fields: (merchant) => checkByReferenceFields(merchant, reference),
      isWrite: false,
      codes: ['12036', successCodes.check],
      mirrored: ['query_command'],
    };
    const startedAt = options.clock();
    const { provider } = await ask(call, signal);
    return { latencyMs: options.clock() - startedAt, provider };
  };
}

/** Amazon Payment Services behind the provider port: signed JSON over HTTPS, one link at a time. */
export function createApsProvider(options: ApsOptions): PaymentProvider {
  const ask = createAsk(options);
  const check = createCheck(options, ask);
  return {
    capabilities: capabilitiesOf.aps,
    maxInFlight: (options.throttle ?? usualThrottle).maxInFlight,
    check,
    update: createUpdate(options, ask),
    create: createCreate(options, ask),
    findCreated: createFindCreated(check),
    test: createTest(options, ask),
  };
}
