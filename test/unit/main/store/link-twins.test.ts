import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { PaymentLink } from '#domain/payment-link';
import { aLink, tempStore, type TempStore } from '../../../support/store/temp-store';

let store: TempStore;
beforeEach(() => {
  store = tempStore();
});
afterEach(() => {
  store.dispose();
});

const add = (links: readonly PaymentLink[]) => store.methods.upsertLinks({ links, source: 'import' });
const alike = { reference: 'INV-7' };
const foundAsDuplicate = () =>
  store.methods.openQuery({ filter: { marks: ['duplicate'] }, sort: [] }).page.rows.map(({ key }) => key);
const flagged = (count: number) =>
  store.methods
    .readLinks({ keys: Array.from({ length: count }, (_, index) => index + 1) })
    .filter(({ duplicate }) => duplicate === true)
    .map(({ key }) => key);

/** What a duplicate is, said once more and slowly. */
function isTwin(one: PaymentLink, other: PaymentLink): boolean {
  const isPayable = ({ status, reference, extras }: PaymentLink) =>
    status === 'open' && reference !== '' && extras?.isMultipleUse !== true;
  return (
    one !== other &&
    isPayable(one) &&
    isPayable(other) &&
    one.reference.toLowerCase() === other.reference.toLowerCase() &&
    one.amount !== undefined &&
    one.amount.currency === other.amount?.currency &&
    one.amount.amountMinor === other.amount.amountMinor
  );
}

describe('duplicates', () => {
  it('are open links with the same reference and amount, of any connection and whatever the case', () => {
    add([
      aLink({ number: 1, ...alike }),
      aLink({ number: 2, reference: 'inv-7', connectionId: 'web' }),
      aLink({ number: 3, ...alike, status: 'paid' }),
      aLink({ number: 4, ...alike, amount: { amountMinor: 12_500, currency: 'BHD' } }),
      aLink({ number: 5, ...alike, amount: { amountMinor: 12_501, currency: 'KWD' } }),
      aLink({ number: 6, ...alike, extras: { isMultipleUse: true } }),
      aLink({ number: 7, reference: '' }),
      aLink({ number: 8, reference: '' }),
    ]);
    expect(foundAsDuplicate()).toEqual([1, 2]);
    expect(flagged(8)).toEqual([1, 2]);
    expect(store.methods.readTwins({ key: 1 }).map(({ key }) => key)).toEqual([2]);
    expect(store.methods.readTwins({ key: 3 })).toEqual([]);
  });

  it('cease when one of them is paid', () => {
    add([aLink({ number: 1, ...alike }), aLink({ number: 2, ...alike })]);
    add([aLink({ number: 1, ...alike, status: 'paid', checkedAt: 1_790_000_000_000 })]);
    expect([foundAsDuplicate(), flagged(2)]).toEqual([[], []]);
  });

  it('are shown from the oldest on, five at most', () => {
    add(Array.from({ length: 8 }, (_, number) => aLink({ number, ...alike, createdAt: 100 - number })));
    expect(store.methods.readTwins({ key: 8 }).map(({ key }) => key)).toEqual([7, 6, 5, 4, 3]);
  });

  it('are the same by rows, by filter and by definition', () => {
    const links = fc.array(
      fc.record({
        reference: fc.constantFrom('', 'a', 'A', 'b', 'é', 'É'),
        status: fc.constantFrom('open', 'open', 'open', 'paid', 'expired'),
        amount: fc.constantFrom(
          undefined,
          { amountMinor: 1, currency: 'KWD' },
          { amountMinor: 1, currency: 'USD' },
          { amountMinor: 2, currency: 'KWD' },
        ),
        extras: fc.constantFrom(
          undefined,
          { isMultipleUse: true },
          { isMultipleUse: false },
          { frequency: 'x' },
        ),
        connectionId: fc.constantFrom('shop', 'web'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(links, (made) => {
        const fresh = tempStore();
        try {
          const stored = made.map(({ amount, extras, ...more }, number) => {
            const { amount: _, ...link } = aLink({ number, ...more });
            return { ...link, ...(amount && { amount }), ...(extras && { extras }) };
          });
          fresh.methods.upsertLinks({ links: stored, source: 'import' });
          const ascii = (link: PaymentLink) => ({ ...link, reference: link.reference.replace('É', '#') });
          const expected = stored.flatMap((link, index) =>
            stored.some((other, place) => place !== index && isTwin(ascii(link), ascii(other)))
              ? [index + 1]
              : [],
          );
          const keys = stored.map((_, index) => index + 1);
          const rows = fresh.methods.readLinks({ keys }).filter(({ duplicate }) => duplicate === true);
          const query = fresh.methods.openQuery({ filter: { marks: ['duplicate'] }, sort: [] });
          expect([rows.map(({ key }) => key), query.page.rows.map(({ key }) => key)]).toEqual([
            expected,
            expected,
          ]);
        } finally {
          fresh.dispose();
        }
      }),
      { numRuns: 60 },
    );
  });
});
