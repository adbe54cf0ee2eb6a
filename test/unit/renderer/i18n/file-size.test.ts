import { describe, expect, it } from 'vitest';
import { formatFileSize } from '../../../../renderer/i18n/file-size';

describe('a file size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [703_630, '703.6 kB'],
    [12_345_678, '12.3 MB'],
    [5e12, '5,000 GB'],
  ])('of %i bytes is written %s', (bytes, text) => {
    expect(formatFileSize(bytes, 'en-GB')).toBe(text);
  });
});
