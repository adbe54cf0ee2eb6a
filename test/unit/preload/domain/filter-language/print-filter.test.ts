import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '#domain/filter-language/parse-filter';
import { printFilter } from '#domain/filter-language/print-filter';
import type { LinkFilter } from '#domain/link-filter';
import { builtInViews } from '#domain/saved-view';
import { isSameFilter } from '#domain/tidy-filter';
import { anyFilter, anyTerms, names } from './any-filter';

describe('printFilter', () => {
  it('writes every filter so that it is read back as the same', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const read = parseFilter(printFilter(filter, names), names);
        expect(read).toEqual({ ok: true, filter });
        expect(isSameFilter(read.filter, filter)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('writes what was read of any text so that it stays the same when it is read and written again', () => {
    fc.assert(
      fc.property(anyTerms, (text) => {
        const printed = printFilter(parseFilter(text, names).filter, names);
        const again = parseFilter(printed, names);
        expect(again.ok).toBe(true);
        expect(printFilter(again.filter, names)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[LinkFilter, string]>([
    [{}, ''],
    [{ words: ['  '], statuses: [], not: {} }, ''],
    [{ words: ['free', 'words'], statuses: ['expired', 'closed'] }, 'status:expired,closed free words'],
    [{ words: ['x'], not: { words: ['y', '-z'], statuses: ['paid'] } }, '-status:paid x -y -"-z"'],
    [{ marks: ['edited'], texts: { customerName: 'Al Noor' } }, 'customer:"Al Noor" is:edited'],
    [{ words: ['//x'], texts: { orderText: '//x' } }, 'order:"//x" //x'],
    [{ texts: { linkId: '1,2', orderText: 'say "hi"' } }, 'id:1,2 order:"say \\"hi\\""'],
    [{ currencies: ['', 'KWD', 'QQQ'] }, 'currency:none,KWD,"QQQ"'],
    [{ connectionIds: ['c1', 'c2', 'c5', 'gone'] }, 'connection:Shop,"My Shop, \\"Salmiya\\"",#c5,#gone'],
    [{ words: ['status:paid', 'https://x', '"', 'a"b', 'a\\b'] }, '"status:paid" https://x "\\"" a"b a\\b'],
    [{ amount: { above: '100', below: '500' } }, 'amount:>100 amount:<500'],
    [{ amount: { from: '100', until: '500' } }, 'amount:100..500'],
    [{ amount: { from: '5.50', until: '5.50' }, attempts: { from: '3' } }, 'amount:5.5 attempts:>=3'],
    [
      { expires: { kind: 'within-days', days: 7 }, created: { kind: 'this-month' } },
      'expires:<7d created:this-month',
    ],
    [{ created: { kind: 'between', from: '2026-01-01', until: '2026-12-31' } }, 'created:2026'],
    [{ created: { kind: 'between', from: '2024-02-01', until: '2024-02-29' } }, 'created:2024-02'],
    [{ created: { kind: 'between', from: '2026-10-05', until: '2026-10-05' } }, 'created:2026-10-05'],
    [
      { created: { kind: 'between', from: '2026-10-05', until: '2026-11-30' } },
      'created:2026-10-05..2026-11-30',
    ],
    [{ expires: { kind: 'between', from: '2026-10-01' } }, 'expires:>=2026-10-01'],
    [{ expires: { kind: 'between', until: '2026-10-01' } }, 'expires:<=2026-10-01'],
    [{ expires: { kind: 'between' } }, 'expires:..'],
  ])('writes %j as %s', (filter, text) => {
    expect(printFilter(filter, names)).toBe(text);
  });

  it('writes equal filters alike, whatever the order of their parts', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const turned = Object.fromEntries(Object.entries(filter).toReversed());
        expect(printFilter(turned, names)).toBe(printFilter(filter, names));
      }),
    );
  });

  it('has a text for every built-in view', () => {
    const texts = Object.values(builtInViews).map(({ filter }) => printFilter(filter, names));
    expect(texts).toEqual([
      '',
      'status:open',
      'status:open expires:<7d',
      'status:expired',
      'status:paid created:this-month',
      'is:edited',
      'is:conflict',
      'is:new',
      'is:duplicate',
    ]);
  });
});
