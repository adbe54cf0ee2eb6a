import { describe, expect, it } from 'vitest';
import { deliver, type CourierParts } from '../../../../../main/providers/http/courier';
import { usualRetries } from '../../../../../main/providers/http/judge-retry';
import { sleep } from '../../../../../main/providers/http/sleep';
import { createThrottle } from '../../../../../main/providers/http/throttle';
import { fakeTime } from './fake-time';

const calm = new AbortController().signal;
const real = { clock: Date.now, sleep };
const letter = (name: string, isWrite = true) => ({ body: name, isWrite });

/** A courier whose other side answers from a list, and what it was sent. */
function courierTo(answers: readonly (() => Response)[], time: Pick<CourierParts, 'clock' | 'sleep'> = real) {
  const sent: string[] = [];
  const left = [...answers];
  const parts: CourierParts = {
    ...time,
    url: 'http://127.0.0.1/',
    fetch: (_, init) => {
      // The courier sends text only.
      sent.push(init.body as string);
      return Promise.resolve((left.shift() ?? (() => Response.json('done')))());
    },
    timeoutMs: 1_000,
    throttle: createThrottle({ maxInFlight: 1 }, time),
    policy: { ...usualRetries, firstWaitMs: 20, longestWaitMs: 40 },
    random: () => 0.5,
  };
  return { parts, sent };
}

const tooMany = () => new Response(null, { status: 429 });
const broken = () => new Response(null, { status: 500 });

describe('deliver', () => {
  it('holds back every request of the connection while one waits for a rate limit', async () => {
    const time = fakeTime();
    const { parts, sent } = courierTo([tooMany], time);
    const both = ['first', 'second'].map((name) => deliver(parts, letter(name), calm));
    await time.settle();
    await time.move(14);
    expect(sent).toEqual(['first']);
    // Half of 20 ms, and half of the other half by the draw.
    await time.move(1);
    expect(await Promise.all(both)).toEqual(['done', 'done']);
    expect(sent.sort()).toEqual(['first', 'first', 'second']);
  });

  it('gives other requests their turn while one waits after an error', async () => {
    const { parts, sent } = courierTo([broken]);
    await Promise.all([deliver(parts, letter('a', false), calm), deliver(parts, letter('b', false), calm)]);
    expect(sent).toEqual(['a', 'b', 'a']);
  });

  it('throws the last failure when all tries are used up', async () => {
    const { parts, sent } = courierTo([broken, broken, broken, broken]);
    await expect(deliver(parts, letter('a', false), calm)).rejects.toMatchObject({
      code: 'provider/server-error',
      details: { reason: 'http-500' },
    });
    expect(sent).toHaveLength(4);
  });

  it('is simply cancelled between two tries, because nothing is under way then', async () => {
    const { parts, sent } = courierTo([tooMany, tooMany, tooMany]);
    const slow = { ...parts, policy: { ...parts.policy, firstWaitMs: 5_000, longestWaitMs: 5_000 } };
    const cancel = new AbortController();
    const delivery = deliver(slow, letter('a'), cancel.signal);
    setTimeout(() => cancel.abort(), 30);
    await expect(delivery).rejects.toMatchObject({ code: 'app/cancelled' });
    expect(sent).toHaveLength(1);
  });
});
