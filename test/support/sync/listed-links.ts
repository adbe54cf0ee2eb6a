import type { LinkRow, PaymentLink } from '#domain/payment-link';
import type { AhrvoConnection } from '#domain/provider';
import type { AhrvoLink } from '../../../main/practice-gateway/ahrvo/ahrvo-link';
import type { PracticeGateway } from '../../../main/practice-gateway/practice-gateway';
import { anAhrvoConnection } from '../store/temp-store';

const statusOf = {
  ...{ ACTIVE: 'open', DEACTIVATED: 'closed' },
  ...{ COMPLETED: 'paid', EXPIRED: 'expired' },
} as const satisfies Record<AhrvoLink['state'], PaymentLink['status']>;

/** What two lists of links are compared by. */
export interface ComparedLink {
  readonly id: string;
  readonly reference: string;
  readonly status: PaymentLink['status'];
  readonly amountMinor: number | undefined;
  readonly currency: string | undefined;
  readonly expiresAt: number | undefined;
  readonly updatedAt: number | undefined;
}

/** The links of the gateway's Ahrvo account as the desk should hold them, by id. The provider prints hundredths of a second. */
export function gatewayLinks(gateway: Pick<PracticeGateway, 'ahrvoLinks'>): readonly ComparedLink[] {
  return gateway
    .ahrvoLinks()
    .map(({ id, nickname, state, amount, currency, expiresAt, updatedAt }) => ({
      ...{ id, reference: nickname, status: statusOf[state] },
      amountMinor: amount.type === 'FIXED' ? amount.total : undefined,
      currency: amount.type === 'FIXED' ? currency : undefined,
      ...{ expiresAt: seconds(expiresAt), updatedAt: seconds(updatedAt) },
    }))
    .sort(byId);
}

/** The links of a cache, by id. */
export function cachedLinks(rows: readonly LinkRow[]): readonly ComparedLink[] {
  return rows
    .map(({ linkId, reference, status, amount, expiresAt, extras }) => ({
      ...{ id: linkId, reference, status },
      amountMinor: amount?.amountMinor,
      currency: amount?.currency,
      ...{ expiresAt: seconds(expiresAt), updatedAt: seconds(extras?.updatedAt) },
    }))
    .sort(byId);
}

function seconds(at: number | undefined): number | undefined {
  return at === undefined ? undefined : Math.floor(at / 1000);
}

function byId(a: ComparedLink, b: ComparedLink): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The connection of a gateway's Ahrvo account. */
export function connectionTo(gateway: PracticeGateway, more: Partial<AhrvoConnection> = {}): AhrvoConnection {
  return anAhrvoConnection({
    environment: 'custom',
    endpoint: gateway.ahrvoUrl,
    ...gateway.ahrvoAccount,
    ...more,
  });
}
