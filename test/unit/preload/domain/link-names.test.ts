import { describe, expect, it } from 'vitest';

import { looksLikeApsId, parseLinkNames } from '#domain/link-names';

describe('pasted names', () => {
  it('are read with any separators between them, each once and in their order', () => {
    const text = '250100000000000001\t"INV-7"; INV_8,\r\n<a@b>|(x.y)، «INV-7»؛250100000000000001';
    expect(parseLinkNames(text)).toEqual({
      names: ['250100000000000001', 'INV-7', 'INV_8', 'a@b', 'x.y'],
      repeated: ['250100000000000001', 'INV-7'],
      unusable: [],
    });
  });

  it('leave invisible marks behind', () => {
    expect(parseLinkNames('\ufeff\u200eINV-1\u200f ')).toMatchObject({ names: ['INV-1'] });
    expect(parseLinkNames(' \n ')).toEqual({ names: [], repeated: [], unusable: [] });
  });

  it('that are too long are told, cut', () => {
    expect(parseLinkNames(`${'x'.repeat(100)} ${'y'.repeat(101)}`)).toMatchObject({
      names: ['x'.repeat(100)],
      unusable: ['y'.repeat(80)],
    });
  });
});

describe('an id of APS', () => {
  it('is told by its digits', () => {
    expect(looksLikeApsId('250100000000000001')).toBe(true);
    for (const name of ['4711', 'INV-250100000000000001', '٢٥٠١٠٠٠٠٠٠٠٠٠٠٠٠٠١']) {
      expect(looksLikeApsId(name)).toBe(false);
    }
  });
});
