import type { InstantRange, NumberFilter, ResolvedFilter } from '#domain/link-filter';
import { linkStatuses } from '#domain/payment-link';

import { statusCodes } from '../link-status-code';
import type { CodeList } from './code-list';
import type { LinkArrays } from './link-arrays';
import type { Mask } from './mask';
import { instantInterval, intervalOf, type NumberInterval } from './number-interval';

/** What the arrays do not tell, as somebody else found it. */
export interface FoundElsewhere {
  /** Ascending lists of keys: those a link must be in, and those it must not. */
  readonly only: readonly Int32Array[];
  readonly without: readonly Int32Array[];
  /** A link must pass this as well. It is changed into the mask of all. */
  readonly mask?: Mask | undefined;
}

/**
 * The links that pass a filter, whatever their status: each part that is asked is one pass over its array. Words, texts and
 * marks are found elsewhere. What passing means is the word of `matchesFilter`.
 */
export function maskOf(links: LinkArrays, filter: ResolvedFilter, found: FoundElsewhere): Mask {
  const { numbers } = links;
  const mask = maskOfLists(links, found);
  keepCodes(mask, links.currency, allowedCodes(links.currencies, filter.currencies, filter.not?.currencies));
  keepCodes(
    mask,
    links.connection,
    allowedCodes(links.connections, filter.connectionIds, filter.not?.connectionIds),
  );
  keepNumbers(mask, numbers.amount, filter.amount);
  keepNumbers(mask, numbers.attempts, filter.attempts);
  keepInstants(mask, numbers.expiresAt, filter.expires);
  keepInstants(mask, numbers.createdAt, filter.created);
  keepInstants(mask, numbers.checkedAt, filter.checked);
  return mask;
}

/** 1 for each stored status that passes a filter. */
export function allowedStatuses({ statuses, not }: ResolvedFilter): Uint8Array {
  const allowed = new Uint8Array(linkStatuses.length);
  for (const status of linkStatuses) {
    const isWanted = statuses === undefined || statuses.includes(status);
    if (isWanted && not?.statuses?.includes(status) !== true) allowed[statusCodes[status]] = 1;
  }
  return allowed;
}

function maskOfLists(links: LinkArrays, { only, without, mask: given }: FoundElsewhere): Mask {
  let mask = given;
  for (const keys of only) {
    const own = new Uint8Array(links.count);
    mark(links, { mask: own, keys, as: 1 });
    if (mask === undefined) mask = own;
    else for (let slot = 0; slot < mask.length; slot++) mask[slot] = (mask[slot] ?? 0) & (own[slot] ?? 0);
  }
  mask ??= new Uint8Array(links.count).fill(1);
  for (const keys of without) mark(links, { mask, keys, as: 0 });
  return mask;
}

/** The slots of the shortest of some lists of keys, where that spares going through all links. */
export function slotsOfFew(links: LinkArrays, lists: readonly Int32Array[]): Int32Array | undefined {
  const [shortest] = lists.toSorted((a, b) => a.length - b.length);
  if (shortest === undefined || shortest.length * 4 > links.count) return undefined;
  return shortest.map((key) => links.slotOf(key)).filter((slot) => slot >= 0);
}

function mark(links: LinkArrays, { mask, keys, as }: { mask: Mask; keys: Int32Array; as: 0 | 1 }): void {
  for (const key of keys) {
    const slot = links.slotOf(key);
    if (slot >= 0) mask[slot] = as;
  }
}

/** 1 for each code that passes; undefined when all do. */
function allowedCodes(
  codes: CodeList,
  wanted: readonly string[] | undefined,
  refused: readonly string[] | undefined,
): Uint8Array | undefined {
  if (wanted === undefined && refused === undefined) return undefined;
  const isAllowed = (text: string): boolean =>
    (wanted === undefined || wanted.includes(text)) && refused?.includes(text) !== true;
  return Uint8Array.from(codes.texts, (text) => Number(isAllowed(text)));
}

function keepCodes(mask: Mask, codes: Uint16Array, allowed: Uint8Array | undefined): void {
  if (allowed === undefined) return;
  for (let slot = 0; slot < mask.length; slot++) {
    mask[slot] = (mask[slot] ?? 0) & (allowed[codes[slot] ?? 0] ?? 0);
  }
}

function keepNumbers(mask: Mask, values: Float64Array, bounds: NumberFilter | undefined): void {
  if (bounds !== undefined) keepInterval(mask, values, intervalOf(bounds));
}

function keepInstants(mask: Mask, values: Float64Array, range: InstantRange | undefined): void {
  if (range === undefined) return;
  if (range.none === true) keepAbsent(mask, values);
  else keepInterval(mask, values, instantInterval(range));
}

/** An absent number is NaN, which no comparison lets pass. */
function keepInterval(mask: Mask, values: Float64Array, { low, high }: NumberInterval): void {
  for (let slot = 0; slot < mask.length; slot++) {
    const value = values[slot] ?? NaN;
    mask[slot] = (mask[slot] ?? 0) & Number(value >= low) & Number(value <= high);
  }
}

function keepAbsent(mask: Mask, values: Float64Array): void {
  for (let slot = 0; slot < mask.length; slot++) {
    mask[slot] = (mask[slot] ?? 0) & Number(Number.isNaN(values[slot]));
  }
}
