import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRetry, type RetryPolicy } from '../../../../../main/providers/http/judge-retry';
import type { Outcome } from '../../../../../main/providers/http/outcome';

const policy: RetryPolicy = {
  maxTries: 4,
  firstWaitMs: 500,
  longestWaitMs: 3_000,
  longestRetryAfterMs: 60_000,
};
const first = { number: 1, isWrite: false, draw: 0.5 };

const outcomes = {
  answered: { kind: 'answered', body: {} },
  notSent: { kind: 'not-sent', cause: undefined },
  rateLimited: { kind: 'rate-limited', retryAfterMs: undefined },
  serverError: { kind: 'server-error', status: 503, retryAfterMs: undefined },
  dropped: { kind: 'dropped', cause: undefined },
  timedOut: { kind: 'timed-out' },
  unreadable: { kind: 'unreadable', status: 200, why: '' },
  cancelled: { kind: 'cancelled' },
} as const satisfies Record<string, Outcome>;

const anyOutcome = fc.constantFrom<Outcome>(...Object.values(outcomes));

describe('judgeRetry', () => {
  it.each([
    ['answered', false, false],
    ['notSent', true, true],
    ['rateLimited', true, true],
    ['serverError', true, false],
    ['dropped', true, false],
    ['timedOut', true, false],
    ['unreadable', false, false],
    ['cancelled', false, false],
  ] as const)('after %s: repeats a read %s, a write %s', (name, read, write) => {
    expect(judgeRetry(outcomes[name], first, policy).again).toBe(read);
    expect(judgeRetry(outcomes[name], { ...first, isWrite: true }, policy).again).toBe(write);
  });

  it('never repeats a write that may have been received', () => {
    fc.assert(
      fc.property(anyOutcome, fc.integer({ min: 1, max: 9 }), (outcome, number) => {
        const { again } = judgeRetry(outcome, { number, isWrite: true, draw: 0 }, policy);
        if (again) expect(['not-sent', 'rate-limited']).toContain(outcome.kind);
      }),
    );
  });

  it('stops after the last try whatever happened', () => {
    fc.assert(
      fc.property(anyOutcome, fc.integer({ min: 4, max: 50 }), fc.boolean(), (outcome, number, isWrite) => {
        expect(judgeRetry(outcome, { number, isWrite, draw: 0 }, policy).again).toBe(false);
      }),
    );
  });

  it('doubles the wait up to the longest, the upper half of it by chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (number, draw) => {
          const verdict = judgeRetry(outcomes.dropped, { number, isWrite: false, draw }, policy);
          const full = Math.min(policy.longestWaitMs, policy.firstWaitMs * 2 ** (number - 1));
          const afterMs = verdict.again ? verdict.afterMs : Number.NaN;
          expect(afterMs).toBeGreaterThanOrEqual(full / 2);
          expect(afterMs).toBeLessThanOrEqual(full);
        },
      ),
    );
  });

  it('keeps to a wait the server asks for, without jitter', () => {
    for (const draw of [0, 0.9]) {
      const asked: Outcome = { kind: 'rate-limited', retryAfterMs: 7_000 };
      expect(judgeRetry(asked, { ...first, draw }, policy)).toEqual({ again: true, afterMs: 7_000 });
    }
  });

  it('leaves a wait that is too long to the caller', () => {
    const asked: Outcome = { kind: 'server-error', status: 503, retryAfterMs: 60_001 };
    expect(judgeRetry(asked, first, policy).again).toBe(false);
  });
});
