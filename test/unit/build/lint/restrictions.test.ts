import { describe, expect, it } from 'vitest';
import { restrictionBlocks } from '../../../../build/lint/restrictions.mjs';

const list = [
  { id: 'a', ownedBy: ['main/app/**'], syntax: [{ selector: 'A', message: 'a' }] },
  { id: 'b', ownedBy: ['main/app/open.ts', 'test/**'], syntax: [{ selector: 'B', message: 'b' }] },
];

describe('restrictionBlocks', () => {
  const blocks = restrictionBlocks(list);
  const selectors = (files: string | undefined): string[] => {
    const block = blocks.find((one) => one.files?.[0] === files);
    const [, ...entries] = (block?.rules?.['no-restricted-syntax'] ?? []) as { selector: string }[];
    return entries.map((entry) => entry.selector);
  };

  it('applies everything to files that own nothing', () => {
    expect(selectors(undefined)).toEqual(['A', 'B']);
  });

  it('leaves to an owner what it owns and keeps the rest', () => {
    expect(selectors('main/app/**')).toEqual(['B']);
    expect(selectors('test/**')).toEqual(['A']);
  });

  it('leaves to a file what its folder owns as well', () => {
    expect(selectors('main/app/open.ts')).toEqual([]);
  });

  it('puts general owners first, because the last block that matches a file wins', () => {
    const order = blocks.map((block) => String(block.files?.[0]));
    expect(order.indexOf('main/app/open.ts')).toBeGreaterThan(order.indexOf('main/app/**'));
  });
});
