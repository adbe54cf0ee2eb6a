import type { Instant } from './instant';
import type { LinkStatus } from './payment-link';

/**
 * A link as a file is written from it; null where nobody has told us. A list and not an object: a million of them are read in
 * half the time. Use {@link at} to find a value.
 */
export type ExportRow = readonly [
  connectionId: string,
  linkId: string,
  reference: string,
  status: LinkStatus,
  providerStatus: string,
  amountMinor: number | null,
  currency: string | null,
  customerName: string | null,
  customerEmail: string | null,
  orderText: string | null,
  createdAt: Instant | null,
  expiresAt: Instant | null,
  attempts: number | null,
  url: string | null,
  checkedAt: Instant,
];

/** Where each value is in an {@link ExportRow}. */
export const at = {
  connectionId: 0,
  linkId: 1,
  reference: 2,
  status: 3,
  providerStatus: 4,
  amountMinor: 5,
  currency: 6,
  customerName: 7,
  customerEmail: 8,
  orderText: 9,
  createdAt: 10,
  expiresAt: 11,
  attempts: 12,
  url: 13,
  checkedAt: 14,
} as const;
