import fc from 'fast-check';
import { currencyCodes } from '#domain/currency';
import { mostDays } from '#domain/filter-language/date-range';
import type { FilterNames } from '#domain/filter-language/filter-names';
import { isReversed } from '#domain/filter-language/number-range';
import {
  linkMarks,
  textFields,
  type DateFilter,
  type LinkFilter,
  type NumberFilter,
} from '#domain/link-filter';
import { linkStatuses } from '#domain/payment-link';
import { tidyFilter } from '#domain/tidy-filter';

/** Names with everything that could be confused: the same name twice, a name that is an id, quotes, commas, a number sign. */
export const names: FilterNames = {
  connections: [
    { id: 'c1', name: 'Shop' },
    { id: 'c2', name: 'My Shop, "Salmiya"' },
    { id: 'c3', name: 'Büro' },
    { id: 'c4', name: 'buro' },
    { id: 'c5', name: 'Twin' },
    { id: 'c6', name: 'Twin' },
    { id: 'c7', name: 'c1' },
    { id: 'c8', name: '#c1' },
    { id: 'c9', name: 'متجر الكويت' },
    { id: 'c10', name: '' },
    { id: 'c11', name: '\u200fمتجر' },
    { id: 'Shop', name: 'Web' },
  ],
  currencies: ['', 'KWD', 'USD', 'XYZ'],
};

/** What the language has a meaning for, beside any text at all. */
const piece = fc.constantFrom(
  ...[
    '"',
    '\\',
    '-',
    ',',
    ':',
    ' ',
    '\u200f',
    '\u00a0',
    '..',
    '>',
    '<',
    '#',
    '٣',
    'none',
    'د',
    'status',
    'foo',
  ],
);
const tricky = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const keyword = fc.constantFrom(
  'status:paid',
  '-status:paid',
  'https://x.example/?a=b',
  'Al Noor',
  'foo:bar',
  'محمد: 5',
);

/** Any text a user could type into the search box. */
export const anyText = fc.oneof(tricky, keyword, fc.string({ unit: 'binary', maxLength: 40 }));

/** Terms that make sense, nearly do, or do not. */
export const anyTerms = fc
  .array(
    fc.oneof(
      anyText,
      fc
        .tuple(
          fc.constantFrom('', '-'),
          fc.constantFrom(
            'status',
            'currency',
            'connection',
            'amount',
            'expires',
            'customer',
            'is',
            'Created',
            'foo',
          ),
          fc.oneof(
            anyText,
            fc.constantFrom(
              'paid',
              'paid,open',
              '>5',
              '<7d',
              '2026-10',
              '1..2',
              '"Al',
              'none',
              '',
              ',',
              '2026-02-30',
            ),
          ),
        )
        .map(([sign, field, value]) => `${sign}${field}:${value}`),
    ),
    { maxLength: 6 },
  )
  .map((terms) => terms.join(' '));

/** Numbers in their one form. */
const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`.replace(/\.?0+$/, '') || '0')
  .map((text) => (text.includes('.') ? text : String(BigInt(text))));

const inOrder = (a: string, b: string) => (isReversed({ from: a, until: b }) ? [b, a] : [a, b]);

const number: fc.Arbitrary<NumberFilter> = fc
  .tuple(
    decimal,
    decimal,
    fc.constantFrom('from', 'above', undefined),
    fc.constantFrom('until', 'below', undefined),
  )
  .map(([a, b, lower, upper]) => {
    const [low = '', high = ''] = inOrder(a, b);
    return {
      ...(lower === undefined ? {} : { [lower]: low }),
      ...(upper === undefined ? {} : { [upper]: high }),
    };
  });

const day = fc.oneof(
  fc
    .integer({ min: Date.parse('0000-01-01'), max: Date.parse('9999-12-31') })
    .map((at) => new Date(at).toISOString().slice(0, 10)),
  fc.constantFrom(
    '2024-02-29',
    '2026-01-01',
    '2026-12-31',
    '2026-10-01',
    '2026-10-31',
    '0000-02-29',
    '9999-12-31',
  ),
);
const days = fc.integer({ min: 0, max: mostDays });

const date: fc.Arbitrary<DateFilter> = fc.oneof(
  fc.constantFrom<DateFilter>({ kind: 'past' }, { kind: 'today' }, { kind: 'this-month' }, { kind: 'none' }),
  fc.record({ kind: fc.constantFrom('within-days' as const, 'beyond-days' as const), days }),
  fc.tuple(day, day, fc.boolean(), fc.boolean()).map(([a, b, isFrom, isUntil]): DateFilter => {
    const [from = '', until = ''] = inOrderOfText(a, b);
    return { kind: 'between', ...(isFrom ? { from } : {}), ...(isUntil ? { until } : {}) };
  }),
);

function inOrderOfText(a: string, b: string): readonly string[] {
  return a <= b ? [a, b] : [b, a];
}

const optional = { requiredKeys: [] };
const choices = {
  words: fc.uniqueArray(anyText, { maxLength: 5 }),
  texts: fc.record(Object.fromEntries(textFields.map((field) => [field, anyText])), optional),
  statuses: fc.uniqueArray(fc.constantFrom(...linkStatuses)),
  currencies: fc.uniqueArray(
    fc.oneof(fc.constantFrom('', 'XYZ', 'QQQ', ...currencyCodes), fc.stringMatching(/^[A-Z]{3}$/)),
    { maxLength: 5 },
  ),
  connectionIds: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom(...names.connections.map(({ id }) => id)),
      anyText.map((text) => `gone${text}`),
    ),
    { maxLength: 5 },
  ),
  marks: fc.uniqueArray(fc.constantFrom(...linkMarks)),
};

/** Every filter the desk can have: bounds in order, no member of a list twice. */
export const anyFilter: fc.Arbitrary<LinkFilter> = fc
  .record(
    {
      ...choices,
      amount: number,
      attempts: number,
      expires: date,
      created: date,
      checked: date,
      not: fc.record(choices, optional),
    },
    optional,
  )
  .map((filter) => tidyFilter(filter));
