import type { LinkRow } from '#domain/payment-link';

/** Small repeatable random numbers from 0 up to below 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const customers = [
  'Fatima Al-Sabah',
  'أحمد علي',
  'John "Jack" O’Neill',
  'Smith & Sons, Ltd',
  'نورة الكندري',
  'Ravi <ravi>',
];
const orders = [
  'Spring collection',
  'طلب رقم ٤',
  'Invoice, second half',
  'Line one\nline two',
  '=HYPERLINK("http://x")',
  '',
];
const currencies = ['KWD', 'SAR', 'USD', 'AED', 'BHD'];
const statuses = ['open', 'paid', 'closed', 'expired'] as const;

const START = Date.UTC(2025, 0, 1);
const YEAR_MS = 365 * 86_400_000;

/** Made-up links, one after the other: the same ones for the same count, with a few of the values that make formats work. */
export function* eachLinkRow(count: number): Generator<LinkRow, void> {
  const random = createRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let index = 0; index < count; index += 1) {
    const createdAt = START + Math.floor(random() * YEAR_MS);
    const status = pick(statuses);
    yield {
      key: index + 1,
      pending: false,
      conflict: false,
      connectionId: 'main',
      linkId: String(169_996_200_000_000_000n + BigInt(index) * 997n),
      reference: `ORD-${String(index).padStart(8, '0')}`,
      status,
      providerStatus: status === 'paid' ? 'Paid' : 'Open',
      amount: { amountMinor: Math.floor(random() * 5_000_000), currency: pick(currencies) },
      customerName: pick(customers),
      customerEmail: `customer.${index}@example.com`,
      orderText: pick(orders),
      createdAt,
      expiresAt: createdAt + Math.floor(random() * 90) * 86_400_000,
      attempts: Math.floor(random() * 9),
      url: `https://checkout.example.com/pay/${index.toString(36)}`,
      checkedAt: createdAt + YEAR_MS,
    };
  }
}

/** The same links, all at once. */
export function makeLinkRows(count: number): LinkRow[] {
  return [...eachLinkRow(count)];
}
