import type { ApsFields } from '../providers/aps/signature';
import type { Command } from './request-rules';

/** One request as it arrived: every field but the access code and the signature. */
export interface LoggedRequest {
  readonly command: Command | undefined;
  readonly fields: ApsFields;
  /** The code it was answered with; absent when no answer was made. */
  readonly code?: string;
}

export interface RequestSummary {
  readonly total: number;
  readonly checks: number;
  readonly updates: number;
  /** How many requests were under way at once, at most. */
  readonly mostAtOnce: number;
  /** The latest requests, oldest first. */
  readonly latest: readonly LoggedRequest[];
}

export interface RequestLog {
  /** Notes the start of a request; call the answer when it is over. */
  readonly begin: () => () => void;
  readonly note: (request: LoggedRequest) => void;
  readonly summary: () => RequestSummary;
  readonly clear: () => void;
}

const kept = 1000;
const unlogged: ReadonlySet<string> = new Set(['access_code', 'signature']);

function withoutSecrets(fields: ApsFields): ApsFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !unlogged.has(name)));
}

/** Counts requests and keeps the latest, without anything secret. */
export function openRequestLog(): RequestLog {
  const none = { total: 0, checks: 0, updates: 0, mostAtOnce: 0 };
  let counts = { ...none };
  let underWay = 0;
  let latest: LoggedRequest[] = [];
  return {
    begin: () => {
      underWay += 1;
      counts.total += 1;
      counts.mostAtOnce = Math.max(counts.mostAtOnce, underWay);
      return () => void (underWay -= 1);
    },
    note: (request) => {
      if (request.command === 'check') counts.checks += 1;
      if (request.command === 'update') counts.updates += 1;
      latest.push({ ...request, fields: withoutSecrets(request.fields) });
      if (latest.length > kept * 2) latest = latest.slice(-kept);
    },
    summary: () => ({ ...counts, latest: latest.slice(-kept) }),
    clear: () => {
      counts = { ...none };
      latest = [];
    },
  };
}
