import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkFilterSchema } from '#contract/links';
import type { FilterProblemCode } from '#domain/filter-language/filter-problem';
import { parseFilter } from '#domain/filter-language/parse-filter';
import type { LinkFilter } from '#domain/link-filter';
import { tidyFilter } from '#domain/tidy-filter';
import { anyTerms, names } from './any-filter';

const between = (from?: string, until?: string) => ({
  kind: 'between' as const,
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});

describe('parseFilter', () => {
  it('reads all that it knows at once', () => {
    const text =
      'status:expired,closed amount:>500 currency:KWD expires:<7d created:2026-10 customer:"Al Noor" ' +
      'attempts:>3 is:edited connection:Shop -status:paid free words';
    expect(parseFilter(text, names)).toEqual({
      ok: true,
      filter: {
        statuses: ['expired', 'closed'],
        amount: { above: '500' },
        currencies: ['KWD'],
        expires: { kind: 'within-days', days: 7 },
        created: between('2026-10-01', '2026-10-31'),
        texts: { customerName: 'Al Noor' },
        attempts: { above: '3' },
        marks: ['edited'],
        connectionIds: ['c1'],
        not: { statuses: ['paid'] },
        words: ['free', 'words'],
      },
    });
  });

  it.each<[string, LinkFilter]>([
    ['', {}],
    [' \u200f ', {}],
    // Words
    ['two words', { words: ['two', 'words'] }],
    ['"Al Noor" -"not this"', { words: ['Al Noor'], not: { words: ['not this'] } }],
    ['"status:paid" "-x" --x', { words: ['status:paid', '-x'], not: { words: ['-x'] } }],
    [
      'https://x.example/a?b=c 12:30 INV-1:2 :paid',
      { words: ['https://x.example/a?b=c', '12:30', 'INV-1:2', ':paid'] },
    ],
    ['5"disk "a \\"b\\" c:\\\\d \\e"', { words: ['5"disk', 'a "b" c:\\d \\e'] }],
    ['same same', { words: ['same'] }],
    // Lists
    ['STATUS:Paid', { statuses: ['paid'] }],
    ['status:paid status:open,paid', { statuses: ['paid', 'open'] }],
    [
      '-status:paid -status:open status:closed',
      { statuses: ['closed'], not: { statuses: ['paid', 'open'] } },
    ],
    ['status:"paid",open', { statuses: ['paid', 'open'] }],
    ['is:Waiting,conflict', { marks: ['waiting', 'conflict'] }],
    ['currency:kwd,none', { currencies: ['KWD', ''] }],
    ['currency:eur,XYZ,"qqq"', { currencies: ['EUR', 'XYZ', 'QQQ'] }],
    ['connection:shop', { connectionIds: ['c1'] }],
    ['connection:BÜRO', { connectionIds: ['c3', 'c4'] }],
    ['connection:buro', { connectionIds: ['c4'] }],
    ['connection:"my shop, \\"salmiya\\"",Web', { connectionIds: ['c2', 'Shop'] }],
    ['connection:#c5,#long-gone', { connectionIds: ['c5', 'long-gone'] }],
    ['connection:متجر', { connectionIds: ['c11'] }],
    // Texts
    [
      'customer:Noor,Al email:@x.example',
      { texts: { customerName: 'Noor,Al', customerEmail: '@x.example' } },
    ],
    [
      'reference:INV-1 id:169 -order:test',
      { texts: { reference: 'INV-1', linkId: '169' }, not: { texts: { orderText: 'test' } } },
    ],
    // Numbers
    ['amount:500', { amount: { from: '500', until: '500' } }],
    ['amount:>=0500.50', { amount: { from: '500.5' } }],
    ['amount:<.5', { amount: { below: '0.5' } }],
    ['amount:100..500', { amount: { from: '100', until: '500' } }],
    ['amount:100..', { amount: { from: '100' } }],
    ['attempts:..5', { attempts: { until: '5' } }],
    ['amount:<500 amount:>100', { amount: { above: '100', below: '500' } }],
    ['amount:>٥٠٠٫٥ attempts:<=۳', { amount: { above: '500.5' }, attempts: { until: '3' } }],
    ['amount:\u200f>\u200e500\u061c', { amount: { above: '500' } }],
    ['\u200fstat\u200eus\u200f:\u200fpaid\u200f,\u200fopen\u200f', { statuses: ['paid', 'open'] }],
    ['customer:\u200fنور customer', { texts: { customerName: 'نور' }, words: ['customer'] }],
    ['customer:"\u200fنور"', { texts: { customerName: '\u200fنور' } }],
    // Dates
    ['expires:past', { expires: { kind: 'past' } }],
    ['created:Today checked:none', { created: { kind: 'today' }, checked: { kind: 'none' } }],
    ['created:this-month', { created: { kind: 'this-month' } }],
    [
      'expires:>30d created:<0d',
      { expires: { kind: 'beyond-days', days: 30 }, created: { kind: 'within-days', days: 0 } },
    ],
    ['expires:<٧d', { expires: { kind: 'within-days', days: 7 } }],
    ['expires:<3660d', { expires: { kind: 'within-days', days: 3660 } }],
    ['created:2026', { created: between('2026-01-01', '2026-12-31') }],
    ['created:2024-02', { created: between('2024-02-01', '2024-02-29') }],
    ['created:1900-02', { created: between('1900-02-01', '1900-02-28') }],
    ['created:2026-10-05', { created: between('2026-10-05', '2026-10-05') }],
    ['created:2026-10-01..2026-10-31', { created: between('2026-10-01', '2026-10-31') }],
    ['created:2026-10..2026', { created: between('2026-10-01', '2026-12-31') }],
    ['created:2026-10-01..', { created: between('2026-10-01') }],
    ['created:..2026-10', { created: between(undefined, '2026-10-31') }],
    ['created:..', { created: between() }],
    ['created:>=2026-10-01', { created: between('2026-10-01') }],
    ['created:<=2026-10', { created: between(undefined, '2026-10-31') }],
    ['created:>2026-12-31', { created: between('2027-01-01') }],
    ['created:<2024-03-01', { created: between(undefined, '2024-02-29') }],
    ['created:<2026-01-01', { created: between(undefined, '2025-12-31') }],
    ['created:>2026-10', { created: between('2026-11-01') }],
    ['created:<2026', { created: between(undefined, '2025-12-31') }],
    ['created:>=2026-10-01 created:<2026-11-01', { created: between('2026-10-01', '2026-10-31') }],
  ])('reads %j', (text, filter) => {
    expect(parseFilter(text, names)).toEqual({ ok: true, filter });
  });

  /** A text in which ^ stands before and behind the wrong piece, or once where something is missing. */
  it.each<[string, FilterProblemCode, string | undefined, LinkFilter]>([
    ['status:^', 'value-missing', undefined, {}],
    ['status:^ x', 'value-missing', undefined, { words: ['x'] }],
    ['status:paid,^', 'value-missing', undefined, { statuses: ['paid'] }],
    ['status:paid,^,open', 'value-missing', undefined, { statuses: ['paid', 'open'] }],
    ['status:paid,^ Noor', 'value-missing', undefined, { statuses: ['paid'], words: ['Noor'] }],
    ['customer:^""^', 'value-missing', undefined, {}],
    ['a -^ b', 'value-missing', undefined, { words: ['a', 'b'] }],
    ['^" "^ b', 'value-missing', undefined, { words: ['b'] }],
    ['amount:>^', 'value-missing', undefined, {}],
    ['amount:..^', 'value-missing', undefined, {}],
    ['created:>=^', 'value-missing', undefined, {}],
    [
      'a customer:^"Al Noor b^',
      'quote-open',
      '"Al Noor b"',
      { words: ['a'], texts: { customerName: 'Al Noor b' } },
    ],
    ['^"Al Noor^', 'quote-open', '"Al Noor"', { words: ['Al Noor'] }],
    ['^"^', 'quote-open', undefined, {}],
    [
      'status:expired,^ closed, paid^ x',
      'space-in-list',
      'closed,paid',
      { statuses: ['expired'], words: ['x'] },
    ],
    ['status:expired,^ closed^ paid', 'space-in-list', 'closed', { statuses: ['expired'], words: ['paid'] }],
    ['^staus^:paid x', 'unknown-field', 'status', { words: ['x'] }],
    ['-^custmer^:x', 'unknown-field', 'customer', {}],
    ['x ^foo:bar^ y', 'unknown-field', '"foo:bar"', { words: ['x', 'y'] }],
    ['^العميل:نور^', 'unknown-field', '"العميل:نور"', {}],
    ['status:^expierd^,closed', 'unknown-value', 'expired', { statuses: ['closed'] }],
    ['status:^zzz^', 'unknown-value', undefined, {}],
    ['is:^edit^', 'unknown-value', 'edited', {}],
    ['currency:^KWF^', 'unknown-value', 'KWD', {}],
    ['connection:^"my shop, salmiya"^', 'unknown-value', '"My Shop, \\"Salmiya\\""', {}],
    ['connection:^long-gone^', 'unknown-value', undefined, {}],
    ['amount:^>1,500.25^', 'not-a-number', '>1500.25', {}],
    ['amount:^>1.500,25^', 'not-a-number', '>1500.25', {}],
    ['amount:^12,5^', 'not-a-number', '12.5', {}],
    ['amount:^١٬٥٠٠..2000^', 'not-a-number', '1500..2000', {}],
    ['amount:^-5^', 'not-a-number', undefined, {}],
    ['amount:^many^ x', 'not-a-number', undefined, { words: ['x'] }],
    ['created:^tody^', 'not-a-date', 'today', {}],
    ['created:^soon^', 'not-a-date', undefined, {}],
    ['created:^31/10/2026^', 'not-a-date', '2026-10-31', {}],
    ['created:^>=2026/1/5^', 'not-a-date', '>=2026-01-05', {}],
    ['created:^5/10/2026^', 'not-a-date', undefined, {}],
    ['expires:^7^', 'not-a-date', '<7d', {}],
    ['expires:^<=7d^', 'not-a-date', '<7d', {}],
    ['expires:^>7^', 'not-a-date', '>7d', {}],
    ['created:^2026-02-30^', 'impossible-date', '2026-02-28', {}],
    ['created:^2026-02-01..2026-02-30^', 'impossible-date', '2026-02-01..2026-02-28', {}],
    ['created:^2026-13^', 'impossible-date', undefined, {}],
    ['created:^>9999-12-31^', 'impossible-date', undefined, {}],
    ['expires:^<3661d^', 'too-many-days', '<3660d', {}],
    ['amount:^500..100^', 'reversed', '100..500', {}],
    ['amount:^0.0000002..0.0000001^', 'too-long', undefined, {}],
    ['created:^2026-11..2026-10^', 'reversed', '2026-10..2026-11', {}],
    ['amount:>500 ^amount:<100^', 'reversed', undefined, { amount: { above: '500' } }],
    ['created:>2026-10 ^created:<2026^', 'reversed', undefined, { created: between('2026-11-01') }],
    ['amount:>5 ^amount:>=7^', 'given-twice', undefined, { amount: { above: '5' } }],
    ['amount:5 ^amount:<7^', 'given-twice', undefined, { amount: { from: '5', until: '5' } }],
    ['expires:<7d ^expires:2026^', 'given-twice', undefined, { expires: { kind: 'within-days', days: 7 } }],
    [
      'customer:a ^customer:b^ -customer:c',
      'given-twice',
      undefined,
      { texts: { customerName: 'a' }, not: { texts: { customerName: 'c' } } },
    ],
    ['^-amount:>500^', 'not-refusable', 'amount:<=500', {}],
    ['^-amount:1..2^', 'not-refusable', undefined, {}],
    ['^-expires:<7d^ x', 'not-refusable', 'expires:>7d', { words: ['x'] }],
    ['^-created:>=2026-10-01^', 'not-refusable', 'created:<=2026-09-30', {}],
    ['^-expires:none^', 'not-refusable', undefined, {}],
    ['amount:^1234567890123456^', 'too-long', undefined, {}],
    [`x ^${'y'.repeat(501)}^`, 'too-long', undefined, { words: ['x'] }],
    [`connection:^#${'y'.repeat(65)}^`, 'too-long', undefined, {}],
  ])('says what is wrong in %j', (marked, code, hint, filter) => {
    const [before = '', piece = '', after] = marked.split('^');
    const at = before.length;
    // One mark: only a place.
    const end = after === undefined ? at : at + piece.length;
    const parsed = parseFilter(marked.replaceAll('^', ''), names);
    expect(parsed).toMatchObject({ ok: false, problem: { code, at, end }, filter });
    expect(parsed.filter).toEqual(filter);
    expect(parsed.ok ? undefined : parsed.problem.hint).toBe(hint);
  });

  it('takes as many words as a filter holds', () => {
    const words = Array.from({ length: 51 }, (_, index) => `w${index}`);
    const parsed = parseFilter(words.join(' '), names);
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'too-many', value: 'w50' } });
    expect(parsed.filter).toEqual({ words: words.slice(0, 50) });
  });

  it('names the field and the piece', () => {
    expect(parseFilter('-status:paid,"opne"', names)).toEqual({
      ok: false,
      problem: { code: 'unknown-value', at: 13, end: 19, field: 'status', value: 'opne', hint: 'open' },
      filter: { not: { statuses: ['paid'] } },
    });
  });

  it('names the first of several problems', () => {
    expect(parseFilter('amount:x status: foo:bar', names)).toMatchObject({
      problem: { code: 'not-a-number' },
    });
  });

  it('gives hints that can stand in the text instead', () => {
    fc.assert(
      fc.property(anyTerms, (text) => {
        const parsed = parseFilter(text, names);
        if (parsed.ok || parsed.problem.hint === undefined) return;
        const { at, end, hint } = parsed.problem;
        // A quote right behind the piece begins another one; behind a hint without quotes it would be a part of it.
        if (text[end] === '"') return;
        const mended = parseFilter(text.slice(0, at) + hint + text.slice(end), names);
        expect(mended.ok || mended.problem.at !== at || mended.problem.code !== parsed.problem.code).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any text, keeps its positions inside and its filter within what the desk accepts', () => {
    fc.assert(
      fc.property(anyTerms, (text) => {
        const parsed = parseFilter(text, names);
        expect(tidyFilter(parsed.filter)).toEqual(parsed.filter);
        expect(linkFilterSchema.safeParse(parsed.filter).error).toBeUndefined();
        if (parsed.ok) return;
        const { at, end } = parsed.problem;
        expect(0 <= at && at <= end && end <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is done with very long texts', () => {
    for (const piece of ['status:paid, ', 'x ', ',', '-', '"', 'a:', '\\"', 'status:,,,']) {
      const text = `status:${piece.repeat(20_000)}`;
      expect(parseFilter(text, names)).toMatchObject({ ok: false });
    }
  });
});
