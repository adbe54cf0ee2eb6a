import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode } from '#domain/app-error';
import { mayMove } from '#domain/edit-state';
import type { EditBase } from '#domain/link-patch';
import {
  judgeAccepted,
  judgeFailure,
  judgeFresh,
  judgeUnknown,
  maxTries,
} from '../../../../main/jobs/judge-outcome';

const expiresAt = Date.parse('2026-12-31T20:59:59Z');

describe('judgeFailure', () => {
  it.each<[ErrorCode, object]>([
    ['provider/outcome-unknown', { to: 'unknown' }],
    ['provider/answer-not-genuine', { to: 'unknown' }],
    ['provider/answer-unreadable', { to: 'unknown' }],
    // A technical problem on their side, or a surprise on ours, says nothing of what was done before it.
    ['provider/server-error', { to: 'unknown' }],
    ['provider/timeout', { to: 'unknown' }],
    ['app/unexpected', { to: 'unknown' }],
    ['provider/signature-rejected', { to: 'queued' }],
    ['provider/credentials-rejected', { to: 'queued' }],
    ['provider/unreachable', { to: 'queued' }],
    ['provider/rate-limited', { to: 'queued' }],
    ['secrets/keychain-unavailable', { to: 'queued' }],
    ['provider/link-already-paid', { to: 'failed' }],
    ['provider/link-not-found', { to: 'failed' }],
    ['provider/expiry-refused', { to: 'failed' }],
    ['provider/refused', { to: 'failed' }],
  ])('%s', (code, verdict) => {
    const judged = judgeFailure(new AppError(code));
    expect(judged).toEqual({ ...verdict, errorCode: code });
    expect(mayMove('sending', judged.to)).toBe(true);
  });

  it('blames nothing for an edit that was given up before it was sent', () => {
    expect(judgeFailure(new AppError('app/cancelled'))).toEqual({ to: 'queued' });
  });
});

describe('judgeFresh', () => {
  const base: EditBase = {
    status: 'open',
    expiresAt: expiresAt - 1000,
    amount: { amountMinor: 5, currency: 'KWD' },
  };
  const now: EditBase = { ...base, expiresAt };
  const conflict = { to: 'conflict', errorCode: 'link/changed-since' };

  it('sends an edit of a link that is what it was', () => {
    expect(judgeFresh({ patch: { expiresAt }, base }, base)).toBeUndefined();
    expect(judgeFresh({ patch: { expiresAt }, base }, { ...base, status: 'expired' })).toBeUndefined();
  });

  it('has nothing to send when somebody has set just our values', () => {
    const verdict = judgeFresh({ patch: { expiresAt }, base }, now);
    expect(verdict).toEqual({ to: 'skipped', errorCode: 'link/already-so' });
    expect(mayMove('queued', 'skipped')).toBe(true);
  });

  it.each<[string, Parameters<typeof judgeFresh>[0], EditBase]>([
    ['another value than ours', { patch: { expiresAt: expiresAt + 1000 }, base }, now],
    ['a field that is not ours', { patch: { expiresAt }, base }, { ...now, status: 'paid' }],
    ['only a part of ours', { patch: { expiresAt, status: 'closed' }, base }, now],
    ['a text of ours that no check shows', { patch: { expiresAt, orderText: 'x' }, base }, now],
  ])('is a conflict for %s', (_what, edit, link) => {
    expect(judgeFresh(edit, link)).toEqual(conflict);
  });
});

describe('judgeAccepted', () => {
  it('believes what the provider says of the link now, not the success', () => {
    expect(judgeAccepted({ expiresAt }, { status: 'open', expiresAt })).toEqual({ to: 'applied' });
    expect(judgeAccepted({ expiresAt }, { status: 'open', expiresAt: expiresAt - 1000 })).toEqual({
      to: 'failed',
      errorCode: 'provider/not-applied',
    });
  });

  it('takes the success for texts, which no check answers', () => {
    expect(judgeAccepted({ customerName: 'Noura' }, { status: 'open' })).toEqual({ to: 'applied' });
  });
});

describe('judgeUnknown', () => {
  const patch = { expiresAt };

  it('counts it as applied when the link holds the values', () => {
    expect(judgeUnknown({ patch, tries: 1 }, { status: 'open', expiresAt })).toEqual({ to: 'applied' });
  });

  it('sends it again only so often when the link does not', () => {
    const now = { status: 'open', expiresAt: 1 } as const;
    expect(judgeUnknown({ patch, tries: maxTries - 1 }, now)).toMatchObject({ to: 'queued' });
    expect(judgeUnknown({ patch, tries: maxTries }, now)).toMatchObject({ to: 'failed' });
  });

  it('never sends again what no check can show', () => {
    expect(judgeUnknown({ patch: { customerName: 'Noura' }, tries: 1 }, { status: 'open' })).toEqual({
      to: 'failed',
      errorCode: 'provider/outcome-unknown',
    });
  });
});
