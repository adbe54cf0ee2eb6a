import type { LinkTotals } from '#contract/links';
import { linkStatuses, type LinkStatus } from '#domain/payment-link';

import { statusCodes } from '../link-status-code';
import { currencySums } from './currency-sums';
import type { StatusHits } from './hits';
import type { LinkArrays } from './link-arrays';

export function totalsOf(links: LinkArrays, hits: StatusHits): LinkTotals {
  const { total, byStatus } = hits;
  return {
    total,
    sums: currencySums(links, hits),
    byStatus: Object.fromEntries(
      linkStatuses.map((status) => [status, byStatus[statusCodes[status]] ?? 0]),
      // Every status is there.
    ) as Record<LinkStatus, number>,
  };
}
