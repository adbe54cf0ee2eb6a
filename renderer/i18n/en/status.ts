/** The words for a payment link's status, the same on every screen and in every export. */
export const status = {
  open: 'Open',
  paid: 'Paid',
  closed: 'Closed',
  expired: 'Expired',
  unknown: 'Unknown',
} as const;
