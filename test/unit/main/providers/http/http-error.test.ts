import { describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error';
import { toProviderError } from '../../../../../main/providers/http/http-error';

const cause = new Error('cause');

describe('toProviderError', () => {
  it.each([
    [{ kind: 'not-sent', cause }, 'provider/unreachable', 'provider/unreachable'],
    [{ kind: 'rate-limited', retryAfterMs: 5 }, 'provider/rate-limited', 'provider/rate-limited'],
    [
      { kind: 'server-error', status: 502, retryAfterMs: undefined },
      'provider/server-error',
      'provider/outcome-unknown',
    ],
    [{ kind: 'dropped', cause }, 'provider/unreachable', 'provider/outcome-unknown'],
    [{ kind: 'timed-out' }, 'provider/timeout', 'provider/outcome-unknown'],
    [{ kind: 'unreadable', status: 200, why: 'x' }, 'provider/answer-unreadable', 'provider/outcome-unknown'],
    [{ kind: 'cancelled' }, 'app/cancelled', 'provider/outcome-unknown'],
  ] as const)('words %o as %s for a read and %s for a write', (failure, read, write) => {
    expect(toProviderError(failure, false).code).toBe(read);
    expect(toProviderError(failure, true).code).toBe(write);
  });

  it('lets a refusal through as it is, of a write too: nothing was done', () => {
    const error = new AppError('provider/link-not-found');
    expect(toProviderError({ kind: 'refused', status: 404, error }, false)).toBe(error);
    expect(toProviderError({ kind: 'refused', status: 404, error }, true)).toBe(error);
  });

  it('keeps what the provider said of a failure of its own', () => {
    const provider = { code: 'SERVER_ERROR', text: 'Oops' };
    const error = new AppError('provider/server-error', { provider });
    const failure = { kind: 'server-error', status: 500, retryAfterMs: undefined, error } as const;
    expect(toProviderError(failure, false).details).toMatchObject({ provider, reason: 'http-500' });
    expect(toProviderError(failure, true)).toMatchObject({
      code: 'provider/outcome-unknown',
      details: { provider, reason: 'server-error' },
    });
  });

  it('keeps the cause and the wait', () => {
    expect(toProviderError({ kind: 'dropped', cause }, true).cause).toBe(cause);
    expect(toProviderError({ kind: 'rate-limited', retryAfterMs: 5 }, true).details.retryAfterMs).toBe(5);
  });
});
