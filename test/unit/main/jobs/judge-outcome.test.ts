import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '#domain/app-error';
import { mayMove } from '#domain/bulk-job';
import { judgeAccepted, judgeFailure, judgeUnknown, maxTries } from '../../../../main/jobs/judge-outcome';

const expiresAt = Date.parse('2026-12-31T20:59:59Z');

describe('judgeFailure', () => {
  it.each<[ErrorCode, number, object]>([
    ['provider/outcome-unknown', 1, { to: 'unknown' }],
    ['provider/answer-not-genuine', 1, { to: 'unknown' }],
    ['provider/signature-rejected', 1, { to: 'queued', pause: 'provider/signature-rejected' }],
    ['provider/credentials-rejected', 1, { to: 'queued', pause: 'provider/credentials-rejected' }],
    ['provider/unreachable', 1, { to: 'queued', pause: 'provider/unreachable' }],
    ['provider/rate-limited', 1, { to: 'queued' }],
    ['provider/rate-limited', maxTries, { to: 'failed' }],
    ['provider/link-already-paid', 1, { to: 'failed' }],
    ['provider/expiry-refused', 1, { to: 'failed' }],
  ])('%s after try %i', (code, tries, verdict) => {
    const judged = judgeFailure(new AppError(code), tries);
    expect(judged).toMatchObject({ ...verdict, errorCode: code });
    expect(mayMove('sending', judged.to)).toBe(true);
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
