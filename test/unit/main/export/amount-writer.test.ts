import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes } from '#domain/currency';
import { formatMinor } from '#domain/money';
import { createAmountWriter } from '../../../../main/export/amount-writer';

describe('createAmountWriter', () => {
  it('writes every amount as formatMinor does, whatever was written before', () => {
    const write = createAmountWriter();
    const minor = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.nat(10_000).map((below) => Number.MAX_SAFE_INTEGER - below),
    );
    fc.assert(
      fc.property(
        minor,
        fc.constantFrom('KWD', 'JPY', 'CLF', 'XXX', ...currencyCodes),
        (amount, currency) => {
          expect(write(amount, currency)).toBe(formatMinor(amount, currency));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
