import { exponentOf } from '#domain/currency';
import { formatMinor } from '#domain/money';

/** The decimals of a unit cut into so many pieces, by number: `000` to `999`. */
function decimalsOf(exponent: number): readonly string[] {
  return Array.from({ length: 10 ** exponent }, (_, part) => String(part).padStart(exponent, '0'));
}

/** Writes whole minor units as `formatMinor` does, for a million rows: what a currency's decimals look like is worked out once. */
export function createAmountWriter(): (minor: number, currency: string) => string {
  const known = new Map<string, readonly string[]>();
  return (minor, currency) => {
    let decimals = known.get(currency);
    if (decimals === undefined) {
      decimals = decimalsOf(exponentOf(currency) ?? 0);
      known.set(currency, decimals);
    }
    if (decimals.length === 1 || minor < 0) return formatMinor(minor, currency);
    const part = minor % decimals.length;
    // A multiple of the divisor: the quotient is exact, however large.
    return `${(minor - part) / decimals.length}.${decimals[part] ?? ''}`;
  };
}
