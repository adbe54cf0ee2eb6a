import fc from 'fast-check';
import { currencyCodes } from '#domain/currency';
import type { LinkRow } from '#domain/payment-link';
import { now } from './import-files';

const nastyParts = fc.constantFrom(
  ...['"', "'", ',', ';', '|', '\t', '\n', '\r', '\r\n', '=', '+', '-', '@', '＝', ' ', '0', '00012', '1E5'],
  ...[
    'أحمد',
    '\u202bنص\u202c',
    '\u200f',
    '😀',
    '👨‍👩‍👧',
    '\ufeff',
    '\u00a0',
    '=HYPERLINK("x")',
    "'=1",
    '"";""',
    'é',
    'null',
  ],
  ...[
    '\\',
    '\0',
    '\u0007',
    '\ufffe',
    '\ud83d',
    '&amp;',
    '<b>',
    ']]>',
    '<!--',
    '1.000',
    '03/04/2026',
    'sep=;',
    '_x000D_',
    '_x005F_x0041_',
    '#',
  ],
);
const nastyText = fc.array(nastyParts, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));

const second = (latest: number) =>
  fc.integer({ min: Date.UTC(2001, 0, 1) / 1000, max: Math.floor(latest / 1000) }).map((at) => at * 1000);

// An id that ends in three zeros alone in a file is taken for one that a spreadsheet rounded: not the subject here.
const linkId = fc
  .oneof(
    fc.bigInt({ min: 10n ** 17n, max: 10n ** 18n - 1n }).map((id) => String(id)),
    fc.integer({ min: 0, max: 99_999 }).map((id) => String(id).padStart(9, '0')),
    fc.integer({ min: 0, max: 99_999 }).map((id) => `LNK-${id}`),
  )
  .filter((id) => !id.endsWith('000'));

const amount = fc.record({
  amountMinor: fc.oneof(
    fc.nat(Number.MAX_SAFE_INTEGER),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.constantFrom(0, 1, -1, 999, 1000, -1000, 1_234_500),
  ),
  currency: fc.constantFrom('KWD', 'USD', 'JPY', 'CLF', ...currencyCodes),
});

const words = {
  open: 'Open',
  paid: 'Paid',
  closed: 'Closed',
  expired: 'Expired',
  unknown: 'Unknown',
} as const;

const link = fc.record(
  {
    linkId,
    reference: nastyText,
    status: fc.constantFrom('open', 'paid', 'closed', 'expired', 'unknown'),
    providerStatus: fc.oneof(fc.constantFrom(...Object.values(words)), nastyText),
    amount,
    customerName: nastyText,
    customerEmail: nastyText,
    orderText: nastyText,
    url: nastyText,
    createdAt: second(Date.UTC(2050, 0, 1)),
    expiresAt: second(Date.UTC(2050, 0, 1)),
    attempts: fc.nat(999),
    checkedAt: second(now),
  },
  { requiredKeys: ['linkId', 'reference', 'status', 'providerStatus', 'checkedAt'] },
);

/** Cached links with the values that break files. */
export const nastyLinks: fc.Arbitrary<readonly LinkRow[]> = fc
  .uniqueArray(link, { minLength: 1, maxLength: 30, selector: (one) => one.linkId })
  .map((links) =>
    links.map((one, key) => ({
      ...one,
      // The cache holds no open link whose expiry has passed.
      status: one.status === 'open' && (one.expiresAt ?? Infinity) <= now ? 'expired' : one.status,
      key,
      pending: false,
      conflict: false,
      connectionId: 'main',
    })),
  );
