import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '#domain/app-error';
import { mayMove } from '#domain/bulk-job';
import {
  judgeAccepted,
  judgeFailure,
  judgeUnknown,
  judgeUnread,
  maxTries,
} from '../../../../main/jobs/judge-outcome';

const expiresAt = Date.parse('2026-12-31T20:59:59Z');

describe('judgeFailure', () => {
  it.each<[ErrorCode, object]>([
    ['provider/outcome-unknown', { to: 'unknown' }],
    ['provider/answer-not-genuine', { to: 'unknown' }],
    // A technical problem on their side, or a surprise on ours, says nothing of what was done before it.
    ['provider/server-error', { to: 'unknown' }],
    ['provider/timeout', { to: 'unknown' }],
    ['app/unexpected', { to: 'unknown' }],
    ['provider/signature-rejected', { to: 'queued', pause: 'provider/signature-rejected' }],
    ['provider/credentials-rejected', { to: 'queued', pause: 'provider/credentials-rejected' }],
    ['provider/unreachable', { to: 'queued', pause: 'provider/unreachable' }],
    ['provider/rate-limited', { to: 'queued', pause: 'provider/rate-limited' }],
    ['secrets/keychain-unavailable', { to: 'queued', pause: 'secrets/keychain-unavailable' }],
    ['provider/link-already-paid', { to: 'failed' }],
    ['provider/expiry-refused', { to: 'failed' }],
  ])('%s', (code, verdict) => {
    const judged = judgeFailure(new AppError(code));
    expect(judged).toEqual({ ...verdict, errorCode: code });
    expect(mayMove('sending', judged.to)).toBe(true);
  });
});

describe('judgeUnread', () => {
  it('waits while nothing can be read, and for no link that alone cannot', () => {
    expect(judgeUnread(new AppError('provider/timeout'))).toMatchObject({
      to: 'unknown',
      pause: 'provider/timeout',
    });
    expect(judgeUnread(new AppError('provider/server-error', { reason: 'http-503' }))).toMatchObject({
      to: 'unknown',
      pause: 'provider/server-error',
    });
    const provider = { code: '00006', text: 'Technical problem' };
    for (const error of [
      new AppError('provider/link-not-found'),
      new AppError('provider/server-error', { provider }),
    ]) {
      expect(judgeUnread(error)).toEqual({ to: 'failed', errorCode: 'provider/outcome-unknown' });
    }
  });
});

describe('judgeAccepted', () => {
  it('believes the link, not the answer of success', () => {
    expect(judgeAccepted({ expiresAt }, { status: 'open', expiresAt })).toEqual({ to: 'applied' });
    expect(judgeAccepted({ status: 'open' }, { status: 'closed', expiresAt })).toEqual({
      to: 'failed',
      errorCode: 'provider/not-applied',
    });
  });
});

describe('judgeUnknown', () => {
  it('sends again only when the link visibly does not hold the values, and only so often', () => {
    const now = { status: 'open' as const, expiresAt: 1000 };
    expect(judgeUnknown({ patch: { expiresAt }, tries: 1 }, { status: 'open', expiresAt })).toEqual({
      to: 'applied',
    });
    expect(judgeUnknown({ patch: { expiresAt }, tries: 1 }, now).to).toBe('queued');
    expect(judgeUnknown({ patch: { expiresAt }, tries: maxTries }, now).to).toBe('failed');
  });

  it('leaves a text nobody can read back to the user', () => {
    expect(judgeUnknown({ patch: { customerName: 'Noor' }, tries: 1 }, { status: 'open' })).toEqual({
      to: 'failed',
      errorCode: 'provider/outcome-unknown',
    });
  });
});
