import type { ReplyName } from './aps-replies';
import type { AhrvoCommand } from './ahrvo/ahrvo-command';
import type { Command } from './request-rules';
import { drawOf } from './seeded-random';

/** What can be made to go wrong, from the outside in. */
export const faultNames = [
  /** Refuses connections; `ms`: comes back by itself after so long. */
  'offline',
  /** Waits `ms` before it does anything; with `upToMs` some time between the two. */
  'latency',
  /** Closes the connection without having done anything. */
  'dropBefore',
  /** HTTP 503 (or `status`), nothing done. */
  'error5xx',
  /** HTTP 429 with `retryAfter` (seconds or an HTTP date), nothing done. */
  'tooManyRequests',
  /** Refuses with `reply`, an inactive account unless told (Ahrvo: with `status`, 403 unless told); nothing done. */
  'refused',
  /** Somebody else changes the link right before: it is paid, closed, or expires a day later (`to`). */
  'changedBefore',
  /** Answers as if an update were done and does nothing. */
  'ignored',
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
  // Of Ahrvo's lists only:
  /** Passes over every filter. */
  'ignoresFilters',
  /** Answers a cursor with the first page. */
  'ignoresCursor',
  /** Answers with the first page whatever is asked for. */
  'repeatsPage',
  /** Leaves the key out that says where to go on. */
  'missingCursor',
  /** Counts the rows of the page where all links should be counted. */
  'countLies',
  /** A link is made and another one paid right before the answer. */
  'listMoves',
  /** Prints numbers and booleans as text. */
  'textValues',
  /** One row of the page has no id. */
  'badRow',
] as const;
export type FaultName = (typeof faultNames)[number];

/** When a fault strikes, among the requests it is meant for: the next n, every n-th, a share of them, or all. */
export interface FaultRule {
  readonly next?: number;
  readonly every?: number;
  /** Counts `next` and `every` for each link alone, so that requests side by side do not disturb them. */
  readonly perLink?: boolean;
  /** 0 to 1, drawn from the gateway's seed, the link and the number of its request: no other link's requests matter. */
  readonly rate?: number;
  readonly linkIds?: readonly string[];
  readonly command?: Command | AhrvoCommand;
  readonly ms?: number;
  readonly upToMs?: number;
  readonly status?: number;
  readonly retryAfter?: string;
  readonly reply?: ReplyName;
  readonly to?: 'paid' | 'closed' | 'later';
}

export type Faults = Readonly<Partial<Record<FaultName, FaultRule>>>;

/** What a rule needs to know of a request. */
export interface FaultTarget {
  readonly command: Command | AhrvoCommand | undefined;
  readonly linkId: string | undefined;
  /** Which of the link's requests it is, from 1, whatever faults were set meanwhile. */
  readonly number: number;
}

/** The faults that strike one request; a drawn `ms` is told as it was drawn. */
export type Struck = ReadonlyMap<FaultName, FaultRule>;

function isMeant(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.command !== undefined && rule.command !== target.command) return false;
  return rule.linkIds === undefined || (target.linkId !== undefined && rule.linkIds.includes(target.linkId));
}

function strikes(rule: FaultRule, seen: number, draw: () => number): boolean {
  if (rule.next !== undefined) return seen <= rule.next;
  if (rule.every !== undefined) return seen % rule.every === 0;
  return rule.rate === undefined || draw() < rule.rate;
}

function withDrawnWait(rule: FaultRule, draw: () => number): FaultRule {
  const { ms = 0, upToMs } = rule;
  return upToMs === undefined ? rule : { ...rule, ms: ms + Math.floor(draw() * Math.max(0, upToMs - ms)) };
}

/** Follows the rules request by request. The same seed and the same requests of a link give that link the same faults. */
export function followFaults(faults: Faults, seed: number): (target: FaultTarget) => Struck {
  const seen = new Map<string, number>();
  return (target) => {
    const { linkId = '', number } = target;
    const struck = new Map<FaultName, FaultRule>();
    for (const name of faultNames) {
      const rule = faults[name];
      if (rule === undefined || !isMeant(rule, target)) continue;
      const counted = rule.perLink === true ? `${name} ${linkId}` : name;
      const count = (seen.get(counted) ?? 0) + 1;
      seen.set(counted, count);
      const draw = (what: string) => () => drawOf(seed, `${name} ${what} ${linkId} ${String(number)}`);
      if (strikes(rule, count, draw('strikes'))) struck.set(name, withDrawnWait(rule, draw('waits')));
    }
    return struck;
  };
}
