import { describe, expect, it } from 'vitest';
import { piecesBetween } from '../../../../../renderer/features/export/preview-pieces';

describe('the pieces of a preview', () => {
  it('are what stands between two marks, and together the whole text', () => {
    const text = '"\u0623\u062d\u0645\u062f",12.500,,x\r\n';
    const pieces = piecesBetween(text, [',', '\n']);
    expect(pieces.map(({ piece }) => piece).join('')).toBe(text);
    expect(pieces.filter(({ isMark }) => !isMark).map(({ piece }) => piece)).toEqual([
      '"\u0623\u062d\u0645\u062f"',
      '12.500',
      'x\r',
    ]);
  });
});
