import type { Instant } from '#domain/instant';

/** A link as its provider holds it: all the merchant knows, and the customer's page. */
export interface GatewayLink {
  /** 18 digits. */
  readonly id: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** The provider's word. There is none for expired: an expired link is an open one past its date. */
  readonly status: 'Open' | 'Paid' | 'Closed';
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly attempts: number;
  readonly customerName: string;
  readonly customerEmail: string;
  readonly orderText: string;
  readonly url: string;
}

/** The links of a practice account, found by id or by reference, and the references already used up. */
export interface LinkBook {
  readonly links: () => readonly GatewayLink[];
  readonly byId: (id: string) => GatewayLink | undefined;
  readonly byReference: (reference: string) => GatewayLink | undefined;
  readonly add: (link: GatewayLink) => void;
  /** Replaces the link of the same id; its reference stays. */
  readonly keep: (link: GatewayLink) => void;
  /** True the first time a reference is named; those of the links count as named. */
  readonly claimReference: (reference: string) => boolean;
}

/** Opens a book over some links. */
export function openLinkBook(links: readonly GatewayLink[]): LinkBook {
  const byId = new Map(links.map((link) => [link.id, link]));
  const idOfReference = new Map(links.map((link) => [link.reference, link.id]));
  const claimed = new Set(idOfReference.keys());
  return {
    links: () => [...byId.values()],
    byId: (id) => byId.get(id),
    byReference: (reference) => byId.get(idOfReference.get(reference) ?? ''),
    add: (link) => {
      byId.set(link.id, link);
      idOfReference.set(link.reference, link.id);
    },
    keep: (link) => void byId.set(link.id, link),
    claimReference: (reference) => {
      const isNew = !claimed.has(reference);
      claimed.add(reference);
      return isNew;
    },
  };
}
