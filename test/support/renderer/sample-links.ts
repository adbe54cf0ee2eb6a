import type { LinkDetail, LinkQueryAnswer, LinkTotals } from '#contract/links';
import type { Settings } from '#contract/settings';
import type { BulkJob, BulkPlan, Edit } from '#domain/bulk-job';
import { noEdits } from '#domain/edit-state';
import type { LinkRow } from '#domain/payment-link';
import type { AhrvoConnection, ApsConnection } from '#domain/provider';

/** 20 November 2026, 12:00 UTC. */
export const sampleNow = Date.UTC(2026, 10, 20, 12);

/** Settings before anybody has changed any. */
export const sampleSettings: Settings = {
  language: 'en',
  theme: 'system',
  density: 'normal',
  zone: 'Asia/Kuwait',
  businessDays: { weekend: 'fri-sat', holidays: [] },
  views: [],
  exportPresets: [],
  rememberedImports: [],
};

/** An open link of 12.500 KWD that expires in five days. */
export function sampleLink(part: Partial<LinkRow> = {}): LinkRow {
  return {
    key: 1,
    pending: false,
    conflict: false,
    connectionId: 'shop',
    linkId: '150236490700089046',
    reference: 'PL-1',
    status: 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 12_500, currency: 'KWD' },
    expiresAt: sampleNow + 5 * 86_400_000,
    customerName: 'Sara Haddad',
    checkedAt: sampleNow,
    ...part,
  };
}

export const sampleAps: ApsConnection = {
  id: 'shop',
  name: 'Shop',
  provider: 'aps',
  environment: 'sandbox',
  merchantIdentifier: 'wLQhyCRs',
  shaType: 'SHA-256',
  accessCodeTail: 'Kpg7',
  createdAt: sampleNow,
};

/** An account that lists its links and may create some. */
export const sampleAhrvo: AhrvoConnection = {
  id: 'network',
  name: 'Network',
  provider: 'ahrvo',
  environment: 'production',
  usernameTail: 'XASX',
  apiVersion: '2022-02-01',
  merchantId: 'MU1',
  applicationId: 'AP1',
  createdAt: sampleNow,
};

export function sampleDetail(link: LinkRow = sampleLink(), openEdits: readonly Edit[] = []): LinkDetail {
  return {
    link,
    history: [],
    openEdits,
    duplicates: [],
    connection: sampleAps,
  };
}

/** An opened query of ten links, all found. */
export function sampleAnswer(handle: number, part: Partial<LinkQueryAnswer> = {}): LinkQueryAnswer {
  return {
    handle,
    total: 10,
    isComplete: true,
    cached: 20,
    page: { start: 0, rows: [] },
    anchors: [],
    ...part,
  };
}

/** The totals of those ten links. */
export function sampleTotals(part: Partial<LinkTotals> = {}): LinkTotals {
  return {
    total: 10,
    sums: [{ currency: 'KWD', count: 10, totalMinor: '125000' }],
    byStatus: { open: 10, paid: 0, closed: 0, expired: 0, unknown: 0 },
    ...part,
  };
}

/** An edit of the sample link that renames its customer. */
export function sampleEdit(part: Partial<Edit> = {}): Edit {
  return {
    id: 7,
    jobId: 'job',
    linkKey: 1,
    connectionId: 'shop',
    linkId: '150236490700089046',
    reference: 'PL-1',
    state: 'queued',
    patch: { customerName: 'Layla' },
    base: {
      status: 'open',
      amount: { amountMinor: 12_500, currency: 'KWD' },
      expiresAt: sampleNow + 5 * 86_400_000,
    },
    changes: [{ field: 'customerName', before: 'Sara Haddad', after: 'Layla' }],
    tries: 0,
    updatedAt: sampleNow,
    ...part,
  };
}

/** The job of one edit, paused because its provider does not answer. */
export function sampleJob(part: Partial<BulkJob> = {}): BulkJob {
  return {
    id: 'job',
    change: { verb: 'edit' },
    state: 'paused',
    createdAt: sampleNow,
    startedAt: sampleNow,
    pausedBy: 'provider/unreachable',
    counts: { ...noEdits, queued: 1 },
    ...part,
  };
}

/** A plan to take a job of one link back. */
export function samplePlan(part: Partial<BulkPlan> = {}): BulkPlan {
  return {
    planId: 'p',
    change: { verb: 'undo', ofJobId: 'j' },
    createdAt: 0,
    total: 1,
    willChange: 1,
    sooner: 0,
    unchanged: 0,
    changedSince: 0,
    blocked: [],
    sums: [],
    sample: [],
    ...part,
  };
}
