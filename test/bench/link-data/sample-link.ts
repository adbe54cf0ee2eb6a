import { linkStatuses, type PaymentLink } from '#domain/payment-link';
import type { Connection } from '#domain/provider';

/** The moment the sample links were confirmed: what expires lies in the year after, what was created before. */
export const sampleStart = Date.UTC(2026, 0, 1);
export const dayMs = 86_400_000;

const names = ['Fatima Al-Sabah', 'عبدالله الكندري', 'José García', 'Mohammed Ali', 'نورة العتيبي'];
const currencies = ['KWD', 'SAR', 'USD'];

function connection(id: string, name: string): Connection {
  return {
    ...{ id, name, provider: 'aps', environment: 'sandbox', merchantIdentifier: 'bench' },
    ...{ shaType: 'SHA-256', accessCodeTail: 'abcd', createdAt: sampleStart },
  };
}

/** One link in ten belongs to the second. */
export const sampleConnections = [connection('shop', 'Shop'), connection('shop2', 'Second')] as const;

/** A link like a dashboard's, scattered by a prime so that no column is stored in order. Always the same one for an index. */
export function sampleLink(index: number): PaymentLink {
  const scattered = (index * 7919) % 1_000_003;
  return {
    connectionId: index % 10 === 3 ? 'shop2' : 'shop',
    linkId: `25${String(scattered).padStart(7, '0')}${String(index).padStart(9, '0')}`,
    reference: `INV-2026-${scattered}`,
    status: linkStatuses[scattered % linkStatuses.length] ?? 'open',
    providerStatus: 'Open',
    amount: { amountMinor: 1000 + ((index * 104_729) % 900_001), currency: currencies[index % 3] ?? 'KWD' },
    customerName: `${names[index % names.length] ?? ''} ${index % 1000}`,
    customerEmail: `customer${index}@example.com`,
    orderText: `Order ${index} winter collection, delivery by courier`,
    url: `https://checkout.example.com/${scattered}/${index}`,
    createdAt: sampleStart - scattered * 1000,
    expiresAt: sampleStart + ((index * 15_485_863) % (365 * dayMs)),
    attempts: index % 4,
    checkedAt: sampleStart,
  };
}

/** The links from one index up to, but without, another. */
export function sampleLinks(from: number, until: number): readonly PaymentLink[] {
  return Array.from({ length: until - from }, (_, offset) => sampleLink(from + offset));
}
