import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '#domain/filter-language/parse-filter';
import { suggestTerms } from '#domain/filter-language/suggest-terms';
import { linkMarks } from '#domain/link-filter';
import { anyTerms, names } from './any-filter';

const few = { connections: names.connections.slice(0, 2), currencies: ['', 'KWD', 'KPW', 'USD'] };

/** A text with | at the caret: what would be inserted, and the text after taking the first. */
function suggested(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, items } = suggestTerms(text, caret, few);
  const taken = items[0] === undefined ? undefined : text.slice(0, from) + items[0].insert + text.slice(to);
  return { inserts: items.map(({ insert }) => insert), taken };
}

describe('suggestTerms', () => {
  it.each<[string, readonly string[], string | undefined]>([
    // Words
    ['exp|', ['expires:', 'status:expired'], 'expires:'],
    ['a Exp|x b', ['expires:', 'status:expired'], 'a expires: b'],
    ['c|', ['currency:', 'connection:', 'created:', 'checked:', 'customer:'], 'currency:'],
    ['kw|', ['currency:KWD'], 'currency:KWD'],
    ['past|', ['expires:past'], 'expires:past'],
    ['my|', ['connection:"My Shop, \\"Salmiya\\""'], 'connection:"My Shop, \\"Salmiya\\""'],
    ['-cre|', [], undefined],
    ['-cust|', ['customer:'], '-customer:'],
    ['-pai|', ['status:paid'], '-status:paid'],
    ['"exp|"', [], undefined],
    ['zzz|', [], undefined],
    // Names
    ['sta|:paid', ['status:'], 'status:paid'],
    ['status|:paid', [], undefined],
    // Values
    ['status:|', ['open', 'paid', 'closed', 'expired', 'unknown'], 'status:open'],
    ['status:paid|', [], undefined],
    ['status:pa|,open x', ['paid'], 'status:paid,open x'],
    ['status:paid,|', ['open', 'closed', 'expired', 'unknown'], 'status:paid,open'],
    ['status:open status:paid,|', ['closed', 'expired', 'unknown'], 'status:open status:paid,closed'],
    ['-status:open status:o|', ['open'], '-status:open status:open'],
    ['-STATUS:o|', ['open'], '-STATUS:open'],
    ['is:|', [...linkMarks], 'is:edited'],
    ['is:new|', ['newly-paid', 'newly-closed', 'newly-expired'], 'is:newly-paid'],
    ['is:d|', ['duplicate'], 'is:duplicate'],
    ['newly|', ['is:newly-paid', 'is:newly-closed', 'is:newly-expired'], 'is:newly-paid'],
    ['currency:|', ['none', 'KWD', 'KPW', 'USD'], 'currency:none'],
    ['currency:k|', ['KWD', 'KPW'], 'currency:KWD'],
    ['connection:|', ['Shop', '"My Shop, \\"Salmiya\\""'], 'connection:Shop'],
    ['connection:"My S|h b', ['"My Shop, \\"Salmiya\\""'], 'connection:"My Shop, \\"Salmiya\\""h b'],
    ['amount:|', ['>', '>=', '<', '<='], 'amount:>'],
    ['amount:>|', [], undefined],
    ['-amount:|', [], undefined],
    ['expires:|', ['past', 'today', '<7d', '<30d', '>30d', 'this-month', 'none'], 'expires:past'],
    ['created:|', ['today', '<7d', '<30d', '>30d', 'this-month', 'none'], 'created:today'],
    ['created:t|', ['today', 'this-month'], 'created:today'],
    ['expires:<14|', ['<14d'], 'expires:<14d'],
    ['expires:<7|', ['<7d'], 'expires:<7d'],
    ['customer:|', [], undefined],
    ['foo:|', [], undefined],
  ])('at %j', (marked, inserts, taken) => {
    expect(suggested(marked)).toEqual({ inserts, taken });
  });

  it('offers every field where nothing is written yet', () => {
    expect(suggested('status:paid |').inserts).toHaveLength(14);
    expect(suggestTerms('', 0, few).items[0]).toEqual({ insert: 'status:', kind: 'field', field: 'status' });
  });

  it('names the member that a value stands for', () => {
    expect(suggestTerms('connection:Sh', 13, few)).toEqual({
      from: 11,
      to: 13,
      items: [{ insert: 'Shop', kind: 'value', field: 'connection', value: 'c1' }],
    });
    expect(suggestTerms('currency:non', 12, few).items).toEqual([
      { insert: 'none', kind: 'value', field: 'currency', value: '' },
    ]);
  });

  it('offers all of ISO 4217 when nobody says which currencies are there', () => {
    expect(suggestTerms('currency:KW', 11, { connections: [] }).items.map(({ value }) => value)).toEqual([
      'KWD',
    ]);
  });

  it('stays inside any text, and a value that is taken is understood', () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(80), (text, place) => {
        const caret = Math.min(place, text.length);
        const { from, to, items } = suggestTerms(text, caret, names);
        expect(0 <= from && from <= to && to <= text.length).toBe(true);
        for (const { insert, kind, field } of items.slice(0, 20)) {
          if (kind === 'field' || /^[<>]=?$/.test(insert)) continue;
          const term = insert.startsWith(`${field}:`) ? insert : `${field}:${insert}`;
          expect(parseFilter(term, names).ok).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
