import type { LinkStatus } from '#domain/payment-link';

/** A payment link as the harness shows it. */
export interface SampleLink {
  readonly key: number;
  readonly reference: string;
  readonly customer: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: LinkStatus;
  readonly expiresAt: number | undefined;
  readonly createdAt: number;
}

export const now = Date.UTC(2026, 10, 20, 9, 30);

const customers = [
  'Al Noor Trading Co',
  'شركة الخليج للتجهيزات',
  'Hessa Al-Mutairi',
  'مؤسسة بيت التمور',
  'Gulf Fresh Produce W.L.L.',
  'Yousef Al-Sabah',
  'دار الياسمين للأزياء',
  'Bayt Interiors',
  'Mariam K. Haddad',
];
const currencies = ['KWD', 'KWD', 'SAR', 'USD', 'KWD', 'JPY'];
const statuses: readonly LinkStatus[] = [
  'open',
  'paid',
  'open',
  'expired',
  'closed',
  'paid',
  'open',
  'unknown',
];

function pick<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
}

/** The link at an index: always the same one, so that tests and pictures repeat. */
export function sampleLink(index: number): SampleLink {
  const mixed = (index * 2_654_435_761) % 4_294_967_296;
  const status = pick(statuses, mixed >>> 3);
  const day = 86_400_000;
  return {
    key: index + 1,
    reference: `PL-${String(4711 + index).padStart(7, '0')}`,
    customer: pick(customers, mixed >>> 5),
    amountMinor: 1000 + (mixed % 9_000_000),
    currency: pick(currencies, mixed >>> 7),
    status,
    expiresAt: status === 'unknown' ? undefined : now + (((mixed >>> 4) % 90) - 30) * day + (mixed % day),
    createdAt: now - (((mixed >>> 6) % 200) * day + (mixed % day)),
  };
}
