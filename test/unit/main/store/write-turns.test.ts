import { describe, expect, it } from 'vitest';

import { WriteTurns } from '../../../../main/store/write-turns';

describe('turns of writing', () => {
  it('let short writes pass at once while nothing long runs', async () => {
    expect(await new WriteTurns().pass(() => 'written')).toBe('written');
  });

  it('keep short writes until every long one is over, also one that fails', async () => {
    const turns = new WriteTurns();
    const log: string[] = [];
    const first = Promise.withResolvers<undefined>();
    const long = turns.hold(() => first.promise);
    const second = turns.hold(async () => {
      await Promise.resolve();
      log.push('second');
    });
    const short = turns.pass(() => log.push('short'));
    await Promise.resolve();
    expect([log, turns.isHeld]).toEqual([[], true]);
    first.reject(new Error('disk full'));
    await expect(long).rejects.toThrow('disk full');
    await Promise.all([second, short]);
    expect([log, turns.isHeld]).toEqual([['second', 'short'], false]);
  });

  it('pass on what a short write throws', async () => {
    const fail = () => {
      throw new Error('refused');
    };
    await expect(new WriteTurns().pass(fail)).rejects.toThrow('refused');
  });
});
