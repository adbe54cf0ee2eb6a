import type { Command } from './request-rules';

/** What can be made to go wrong, from the outside in. */
export const faultNames = [
  /** Refuses connections; `ms`: comes back by itself after so long. */
  'offline',
  /** Waits `ms` before it does anything. */
  'latency',
  /** Closes the connection without having done anything. */
  'dropBefore',
  /** HTTP 503 (or `status`), nothing done. */
  'error5xx',
  /** HTTP 429 with `retryAfter` (seconds or an HTTP date), nothing done. */
  'tooManyRequests',
  /** Does what was asked, then closes the connection. */
  'dropAfter',
  /** Does what was asked and never answers. */
  'appliedButNoAnswer',
  /** Does what was asked and closes the connection halfway through the answer. */
  'truncatedBody',
  /** Does what was asked and answers with a web page. */
  'notJson',
  /** Does what was asked and signs the answer with another phrase. */
  'wrongSignature',
  /** Does what was asked and answers with the status from before. */
  'staleEcho',
] as const;
export type FaultName = (typeof faultNames)[number];

/** When a fault strikes, among the requests it is meant for: the next n, every n-th, a share of them, or all. */
export interface FaultRule {
  readonly next?: number;
  readonly every?: number;
  /** 0 to 1, drawn from the gateway's seed. */
  readonly rate?: number;
  readonly linkIds?: readonly string[];
  readonly command?: Command;
  readonly ms?: number;
  readonly status?: number;
  readonly retryAfter?: string;
}

export type Faults = Readonly<Partial<Record<FaultName, FaultRule>>>;

/** What a rule needs to know of a request. */
export interface FaultTarget {
  readonly command: Command | undefined;
  readonly linkId: string | undefined;
}

/** The faults that strike one request. */
export type Struck = ReadonlyMap<FaultName, FaultRule>;

function isMeant(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.command !== undefined && rule.command !== target.command) return false;
  return rule.linkIds === undefined || (target.linkId !== undefined && rule.linkIds.includes(target.linkId));
}

function strikes(rule: FaultRule, seen: number, random: () => number): boolean {
  if (rule.next !== undefined) return seen <= rule.next;
  if (rule.every !== undefined) return seen % rule.every === 0;
  return rule.rate === undefined || random() < rule.rate;
}

/** Follows the rules request by request; the same seed and requests give the same faults. */
export function followFaults(faults: Faults, random: () => number): (target: FaultTarget) => Struck {
  const seen = new Map<FaultName, number>();
  return (target) => {
    const struck = new Map<FaultName, FaultRule>();
    for (const name of faultNames) {
      const rule = faults[name];
      if (rule === undefined || !isMeant(rule, target)) continue;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      if (strikes(rule, count, random)) struck.set(name, rule);
    }
    return struck;
  };
}
