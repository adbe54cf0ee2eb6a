import { describe, expect, it } from 'vitest';
import { statusFromWord } from '#domain/payment-link';

const now = Date.parse('2026-11-20T12:00:00Z');

describe('statusFromWord', () => {
  it.each([
    ['Open', now + 1, 'open'],
    ['OPEN', undefined, 'open'],
    ['Open', now, 'expired'],
    [' paid ', now - 1, 'paid'],
    ['Closed', now - 1, 'closed'],
    ['Expired', undefined, 'expired'],
    ['Pending', now + 1, 'unknown'],
    ['', undefined, 'unknown'],
  ] as const)('%j with expiry %j is %s', (word, expiresAt, status) => {
    expect(statusFromWord(word, expiresAt, now)).toBe(status);
  });
});
