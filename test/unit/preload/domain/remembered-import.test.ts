import { describe, expect, it } from 'vitest';
import {
  headersKey,
  mostRememberedImports,
  withRemembered,
  type RememberedImport,
} from '#domain/remembered-import';

const of = (headers: readonly string[], zone = 'UTC'): RememberedImport => ({
  headersKey: headersKey(headers),
  map: {},
  reading: { headerRow: 0, dateOrder: 'ymd', decimal: '.', units: 'major' },
  zone,
});

describe('the key of headers', () => {
  it('does not depend on how they are spaced, cased or composed', () => {
    expect(headersKey([' Invoice  ID', 'Caf\u00e9'])).toBe(headersKey(['invoice id', 'CAFE\u0301']));
  });

  it('tells other headers, another order and another cut apart', () => {
    const key = headersKey(['ab', 'c']);
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    for (const other of [['a', 'bc'], ['c', 'ab'], ['ab'], ['ab', 'c', '']])
      expect(headersKey(other)).not.toBe(key);
  });
});

describe('what is remembered', () => {
  it('of the same headers is the last', () => {
    const list = withRemembered(withRemembered([of(['b'])], of(['a'])), of(['a'], 'Asia/Kuwait'));
    expect(list).toEqual([of(['a'], 'Asia/Kuwait'), of(['b'])]);
  });

  it('has an end: the one used longest ago gives way', () => {
    const names = Array.from({ length: mostRememberedImports }, (_, at) => String(at));
    const full = names.map((name) => of([name]));
    const list = withRemembered(full, of(['new']));
    expect(list).toHaveLength(mostRememberedImports);
    expect(list.at(0)).toEqual(of(['new']));
    expect(list.at(-1)).toEqual(full.at(-2));
  });
});
