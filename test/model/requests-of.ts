import type { LinkPatch } from '#domain/link-patch';
import type { FaultName } from '../../main/practice-gateway/faults';
import type { GatewayLink } from '../../main/practice-gateway/gateway-link';
import type { WorldEvent } from './world-events';

type Sent = Extract<WorldEvent, { kind: 'sent' }>;
type Executed = Extract<WorldEvent, { kind: 'executed' }>;

/** A request from its sending to its end, with the places of its parts in the history. */
export interface Request {
  readonly sent: Sent;
  readonly sentAt: number;
  /** Where the gateway was done with it; never for one that did not arrive. */
  readonly executedAt: number;
  readonly executed: Executed['request'] | undefined;
  readonly how: 'answered' | 'refused' | 'broken' | 'never learned';
}

/** Faults after which the sender cannot know what the gateway said. */
const spoilers: readonly FaultName[] = [
  'dropAfter',
  'appliedButNoAnswer',
  'truncatedBody',
  'notJson',
  'wrongSignature',
];

/** All requests of a history in the order they were sent. */
export function requestsOf(events: readonly WorldEvent[]): readonly Request[] {
  const executed = new Map<string, { readonly index: number; readonly request: Executed['request'] }>();
  const ended = new Map<string, 'answered' | 'refused' | 'broken'>();
  for (const [index, event] of events.entries()) {
    if (event.kind === 'executed') executed.set(event.request.label ?? '', { index, request: event.request });
    if (event.kind === 'ended') ended.set(event.label, event.how);
  }
  return events.flatMap((event, sentAt) => {
    if (event.kind !== 'sent') return [];
    const done = executed.get(event.label);
    return [
      {
        sent: event,
        sentAt,
        executedAt: done?.index ?? Infinity,
        executed: done?.request,
        how: ended.get(event.label) ?? 'never learned',
      },
    ];
  });
}

function isClear({ executed }: Request): boolean {
  return executed !== undefined && !executed.struck.some((name) => spoilers.includes(name));
}

/** A check whose answer told its sender how the link stands. */
export function isTelling(request: Request): boolean {
  return !request.sent.isUpdate && request.executed?.code === '12000' && isClear(request);
}

/** An update of which its sender knows that it did nothing: no connection, or a clear refusal. */
export function isKnownUndone(request: Request): boolean {
  const { how, executed } = request;
  if (how === 'refused') return true;
  if (how !== 'answered' || executed === undefined) return false;
  const { struck, code } = executed;
  if (code === undefined) return struck.includes('tooManyRequests') && !struck.includes('error5xx');
  return code !== '78000' && isClear(request);
}

/** Whether a link at its provider has every value of a patch that a check can show. */
export function holds(link: GatewayLink | undefined, { status, expiresAt, amount }: LinkPatch): boolean {
  if (link === undefined) return false;
  const second = (at: number) => Math.floor(at / 1000);
  return (
    (status === undefined || link.status === (status === 'open' ? 'Open' : 'Closed')) &&
    (expiresAt === undefined || second(link.expiresAt) === second(expiresAt)) &&
    (amount === undefined || (link.amountMinor === amount.amountMinor && link.currency === amount.currency))
  );
}

/** Whether a check can show anything of a patch. */
export function isVisible({ status, expiresAt, amount }: LinkPatch): boolean {
  return status !== undefined || expiresAt !== undefined || amount !== undefined;
}

/** Whether a request carries the values of a patch and no others; its expiry as milliseconds. */
export function isSent(patch: LinkPatch, values: Readonly<Record<string, string>>): boolean {
  const sorted = (fields: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(fields).sort());
  return sorted(values) === sorted(wireOf(patch));
}

function wireOf(patch: LinkPatch): Readonly<Record<string, string>> {
  const { status, expiresAt, amount, customerName, orderText } = patch;
  return {
    ...(status === undefined ? {} : { payment_link_status: status === 'open' ? 'Open' : 'Closed' }),
    ...(expiresAt === undefined ? {} : { request_expiry_date: String(Math.floor(expiresAt / 1000) * 1000) }),
    ...(amount === undefined ? {} : { amount: String(amount.amountMinor) }),
    ...(customerName === undefined ? {} : { customer_name: customerName }),
    ...(orderText === undefined ? {} : { order_description: orderText }),
  };
}
