import type { LinkStatus } from '#domain/payment-link';

/** How a status is stored. The numbers are in the order lists show statuses, and are fixed by the files already written. */
export const statusCodes: Readonly<Record<LinkStatus, number>> = {
  open: 0,
  paid: 1,
  closed: 2,
  expired: 3,
  unknown: 4,
};

const statuses: ReadonlyMap<number, LinkStatus> = new Map(
  // The keys of a Record over LinkStatus are LinkStatuses.
  (Object.entries(statusCodes) as [LinkStatus, number][]).map(([status, code]) => [code, status]),
);

/** The status of a stored number; the table's CHECK keeps others out. */
export function statusOfCode(code: number): LinkStatus {
  return statuses.get(code) ?? 'unknown';
}
