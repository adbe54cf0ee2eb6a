import type { ApsFields } from '../providers/aps/signature';
import type { AhrvoCommand } from './ahrvo/ahrvo-command';
import type { AhrvoLink } from './ahrvo/ahrvo-link';
import type { FaultName } from './faults';
import type { GatewayLink } from './gateway-link';
import type { Command } from './request-rules';

/** One request as it arrived: every field but the access code and the signature. */
export interface LoggedRequest {
  /** Which request it was, in the order they came, from 1. */
  readonly number: number;
  /** What its sender called it in the header `X-Practice-Label`: tells requests apart that are the same otherwise. */
  readonly label?: string;
  readonly command: Command | AhrvoCommand | undefined;
  /** Of Ahrvo's: the query, the link's `id`, and the `body` as text. */
  readonly fields: ApsFields;
  /** The code it was answered with, Ahrvo's HTTP status; absent when no answer was made. */
  readonly code?: string;
  /** The faults that struck it. */
  readonly struck: readonly FaultName[];
  /** The link it named as it stood when the request was done with. */
  readonly link?: GatewayLink;
  readonly ahrvoLink?: AhrvoLink;
  /** True for an update or a creation that was done, whatever its sender was told. */
  readonly isDone: boolean;
}

export interface RequestSummary {
  readonly total: number;
  /** Of both providers, as all that follow. */
  readonly checks: number;
  readonly updates: number;
  readonly creates: number;
  readonly lists: number;
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: number;
  /** How many are under way now. */
  readonly underWay: number;
  /** The latest requests, oldest first. */
  readonly latest: readonly LoggedRequest[];
}

export interface RequestLog {
  /** Notes the start of a request; call `end` when it is over. */
  readonly begin: () => { readonly number: number; readonly end: () => void };
  readonly note: (request: LoggedRequest) => void;
  readonly summary: () => RequestSummary;
  readonly clear: () => void;
}

const countOf = {
  ...{ check: 'checks', update: 'updates', create: 'creates' },
  ...{ get: 'checks', put: 'updates', post: 'creates', list: 'lists' },
} as const satisfies Record<Command | AhrvoCommand, keyof RequestSummary>;

const kept = 1000;
const unlogged: ReadonlySet<string> = new Set(['access_code', 'signature']);

function withoutSecrets(fields: ApsFields): ApsFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !unlogged.has(name)));
}

/** Counts requests and keeps the latest, without anything secret; `onRequest` sees every one. */
export function openRequestLog(onRequest: (request: LoggedRequest) => void = () => undefined): RequestLog {
  const none = { total: 0, checks: 0, updates: 0, creates: 0, lists: 0, mostAtOnce: 0 };
  let counts = { ...none };
  let underWay = 0;
  let arrived = 0;
  let latest: LoggedRequest[] = [];
  return {
    begin: () => {
      underWay += 1;
      arrived += 1;
      counts.total += 1;
      counts.mostAtOnce = Math.max(counts.mostAtOnce, underWay);
      return { number: arrived, end: () => void (underWay -= 1) };
    },
    note: (request) => {
      if (request.command !== undefined) counts[countOf[request.command]] += 1;
      const logged = { ...request, fields: withoutSecrets(request.fields) };
      latest.push(logged);
      onRequest(logged);
      if (latest.length > kept * 2) latest = latest.slice(-kept);
    },
    summary: () => ({ ...counts, underWay, latest: latest.slice(-kept) }),
    clear: () => {
      counts = { ...none };
      latest = [];
    },
  };
}
