import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { currencySums } from '../../../../../main/store/columns/currency-sums';
import { takeHits } from '../../../../../main/store/columns/hits';
import { LinkArrays } from '../../../../../main/store/columns/link-arrays';

const largest = Number.MAX_SAFE_INTEGER;
const amount = fc.oneof(
  fc.integer({ min: -1000, max: 100_000 }),
  fc.constantFrom(largest, -largest, 2 ** 52),
);
const link = fc.record({ amount, currency: fc.constantFrom('KWD', 'SAR', null), passes: fc.nat(1) });

function arraysOf(
  links: readonly { readonly amount: number; readonly currency: string | null }[],
): LinkArrays {
  const arrays = new LinkArrays();
  const numbers = { amount: null, expiresAt: null, createdAt: null, checkedAt: null, attempts: null };
  for (const [index, { amount: amountMinor, currency }] of links.entries()) {
    arrays.append({ key: index + 1, status: 0, currency, connectionId: 'shop', amountMinor, numbers });
  }
  return arrays;
}

describe('the sums of a currency', () => {
  it('are exact, also where a double is not', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 60 }), fc.boolean(), (links, isListed) => {
        const mask = Uint8Array.from(links, ({ passes }) => passes);
        const among = isListed ? Int32Array.from(links.keys()) : undefined;
        const arrays = arraysOf(links);
        const hits = takeHits(arrays, mask, { allowed: Uint8Array.of(1, 1, 1, 1, 1), among });
        const expected = ['KWD', 'SAR'].flatMap((currency) => {
          const own = links.filter((one) => one.passes === 1 && one.currency === currency);
          const total = own.reduce((sum, one) => sum + BigInt(one.amount), 0n);
          return own.length === 0 ? [] : [{ currency, count: own.length, totalMinor: String(total) }];
        });
        expect(currencySums(arrays, hits)).toEqual(expected);
      }),
    );
  });
});
