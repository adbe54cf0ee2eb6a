import { describe, expect, it } from 'vitest';
import { parseCliOptions } from '../../../../main/practice-gateway/cli-options';

describe('parseCliOptions', () => {
  it('has defaults for everything', () => {
    expect(parseCliOptions([])).toEqual({
      port: 0,
      links: 500,
      ahrvoLinks: 300,
      ahrvoShape: 'by-version',
      seed: 7,
      faults: {},
      uniqueReferences: false,
    });
  });

  it('reads numbers, files and faults', () => {
    const options = parseCliOptions(
      '--links 20 --seed 1 --csv a.csv --fault error5xx=next:2 --fault latency=ms:200,upToMs:400 --fault refused=reply:invalidExpiry,every:2,perLink:true --fault dropAfter=linkIds:1+2'.split(
        ' ',
      ),
    );
    expect(options).toMatchObject({
      links: 20,
      seed: 1,
      csv: 'a.csv',
      faults: {
        error5xx: { next: 2 },
        latency: { ms: 200, upToMs: 400 },
        refused: { reply: 'invalidExpiry', every: 2, perLink: true },
        dropAfter: { linkIds: ['1', '2'] },
      },
    });
  });

  it.each([
    ['--links many'],
    ['--ahrvo-shape round'],
    ['--fault nosuch'],
    ['--fault error5xx=next:x'],
    ['--nosuch'],
  ])('refuses %s', (line) => {
    expect(() => parseCliOptions(line.split(' '))).toThrow();
  });
});
