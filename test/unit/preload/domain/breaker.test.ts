import { describe, expect, it } from 'vitest';
import { AppError, type ErrorCode, type ErrorDetails } from '#domain/app-error';
import {
  afterFailure,
  afterSuccess,
  breaksAfter,
  reasonToTell,
  weigh,
  wholeBreaker,
  type Breaker,
} from '#domain/breaker';

const failure = (code: ErrorCode, details: ErrorDetails = {}) => new AppError(code, details);

function afterAll(failures: readonly AppError[], from: Breaker = wholeBreaker): Breaker {
  return failures.reduce(afterFailure, from);
}

const times = (count: number, error: AppError) => Array.from({ length: count }, () => error);

describe('weigh', () => {
  it.each<ErrorCode>([
    'secrets/keychain-unavailable',
    'secrets/secret-missing',
    'store/unavailable',
    'connection/not-found',
    'provider/signature-rejected',
    'provider/credentials-rejected',
    'provider/unreachable',
  ])('%s breaks at once', (code) => {
    expect(weigh(failure(code))).toBe('breaks');
    expect(afterFailure(wholeBreaker, failure(code))).toEqual({ kind: 'broken', by: code });
  });

  it.each<ErrorCode>([
    'provider/timeout',
    'provider/rate-limited',
    'provider/server-error',
    'provider/answer-not-genuine',
    'provider/answer-unreadable',
    'provider/outcome-unknown',
    'provider/refused',
  ])('%s counts', (code) => {
    expect(weigh(failure(code))).toBe('counts');
  });

  it('takes a connection cut in the middle for the affair of one link until it is seen again', () => {
    expect(weigh(failure('provider/unreachable', { reason: 'not-sent' }))).toBe('breaks');
    expect(weigh(failure('provider/unreachable', { reason: 'dropped' }))).toBe('counts');
  });

  it.each<ErrorCode>(['provider/link-already-paid', 'provider/expiry-refused', 'link/not-found'])(
    '%s is the link’s own',
    (code) => {
      expect(weigh(failure(code))).toBe('own');
    },
  );
});

describe('the breaker', () => {
  it('breaks at the fifth failure alike in a row, with its code', () => {
    const timeout = failure('provider/timeout');
    expect(afterAll(times(breaksAfter.alike - 1, timeout))).toMatchObject({ kind: 'counting', alike: 4 });
    expect(afterAll(times(breaksAfter.alike, timeout))).toEqual({ kind: 'broken', by: 'provider/timeout' });
  });

  it('starts to count anew after a success, and after a word about one link alone', () => {
    const four = afterAll(times(4, failure('provider/timeout')));
    expect(afterSuccess(four)).toEqual(wholeBreaker);
    expect(afterFailure(four, failure('provider/link-already-paid'))).toEqual(wholeBreaker);
  });

  it('tells refusals apart by the provider’s own code', () => {
    const refused = (code: string) => failure('provider/refused', { provider: { code, text: '' } });
    expect(afterAll([...times(4, refused('00044')), refused('00045')])).toMatchObject({ alike: 1 });
    expect(afterAll(times(5, refused('00044')))).toEqual({ kind: 'broken', by: 'provider/refused' });
  });

  it('breaks at failures of many kinds without a success between, too', () => {
    const mixed = Array.from({ length: breaksAfter.inAll }, (_, index) =>
      failure(index % 2 === 0 ? 'provider/timeout' : 'provider/server-error'),
    );
    expect(afterAll(mixed.slice(1))).toMatchObject({ kind: 'counting' });
    expect(afterAll(mixed)).toEqual({ kind: 'broken', by: 'provider/server-error' });
  });

  it('stays broken by the first reason', () => {
    const broken = afterFailure(wholeBreaker, failure('provider/signature-rejected'));
    expect(afterSuccess(broken)).toBe(broken);
    expect(afterFailure(broken, failure('provider/unreachable'))).toBe(broken);
  });
});

describe('reasonToTell', () => {
  it('names the reason that needs the user before one that passes', () => {
    expect(reasonToTell(['provider/unreachable', 'provider/signature-rejected'])).toBe(
      'provider/signature-rejected',
    );
    expect(reasonToTell(['provider/timeout', 'provider/unreachable'])).toBe('provider/timeout');
    expect(reasonToTell([])).toBeUndefined();
  });
});
