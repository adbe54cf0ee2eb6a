import { describe, expect, it } from 'vitest';
import type { LinkFilter } from '#domain/link-filter';
import { tidyFilter } from '#domain/tidy-filter';
import {
  listOf,
  sidesShown,
  textOf,
  turned,
  withList,
  withText,
} from '../../../../../../renderer/features/links/filters/choices';
import {
  addableParts,
  isPartSet,
  standingParts,
} from '../../../../../../renderer/features/links/filters/filter-parts';

const filter: LinkFilter = { statuses: ['open', 'paid'], not: { currencies: ['KWD'] } };

describe('the two sides of a filter', () => {
  it('sets one side and leaves the other', () => {
    expect(withList(filter, { field: 'currencies', side: 'wanted', values: ['SAR'] })).toEqual({
      ...filter,
      currencies: ['SAR'],
    });
    const named = withText(filter, { field: 'reference', side: 'refused', text: 'x' });
    expect(named.not).toEqual({ currencies: ['KWD'], texts: { reference: 'x' } });
    expect(textOf(named, 'reference', 'refused')).toBe('x');
    expect(textOf(named, 'reference', 'wanted')).toBe('');
  });

  it('turns a list around, and back', () => {
    const refused = turned(filter, 'statuses', 'wanted');
    expect(listOf(refused, 'statuses', 'wanted')).toEqual([]);
    expect(listOf(refused, 'statuses', 'refused')).toEqual(['open', 'paid']);
    expect(tidyFilter(turned(refused, 'statuses', 'refused'))).toEqual(filter);
  });

  it('shows a second chip only where both sides are set', () => {
    expect(sidesShown(false, false)).toEqual(['wanted']);
    expect(sidesShown(false, true)).toEqual(['refused']);
    expect(sidesShown(true, true)).toEqual(['wanted', 'refused']);
  });

  it('has a chip for every part of a filter, on either side', () => {
    const full: LinkFilter = {
      statuses: ['open'],
      connectionIds: ['shop'],
      amount: { from: '1' },
      attempts: { from: '1' },
      expires: { kind: 'past' },
      created: { kind: 'today' },
      checked: { kind: 'today' },
      texts: { reference: 'a', linkId: 'b', customerName: 'c' },
      not: { currencies: [''], marks: ['edited'], texts: { customerEmail: 'd', orderText: 'e' } },
    };
    for (const part of [...standingParts, ...addableParts]) {
      expect(isPartSet(full, part), part).toBe(true);
      expect(isPartSet({}, part), part).toBe(false);
    }
  });
});
