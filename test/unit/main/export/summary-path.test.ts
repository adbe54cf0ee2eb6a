import { describe, expect, it } from 'vitest';
import { summaryPathFor } from '../../../../main/export/summary-path';

describe('summaryPathFor', () => {
  it('is the file’s own name with an ending', () => {
    expect(summaryPathFor('/out/links.csv')).toBe('/out/links.csv.summary.json');
  });

  it.each(['a', 'ر', '😀'])(
    'cuts a name of many %s to what file systems allow, between letters',
    (letter) => {
      const name = summaryPathFor(`/out/${letter.repeat(300)}.csv`).slice('/out/'.length);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(name)).toBeGreaterThan(250);
      expect(name).toMatch(/\.summary\.json$/);
      expect(name.isWellFormed()).toBe(true);
    },
  );
});
