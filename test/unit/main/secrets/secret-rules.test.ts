import { isAppError } from '#domain/app-error';
import { describe, expect, it } from 'vitest';

import { assertStorable } from '../../../../main/secrets/secret-rules';
import { secretRef } from '../../../../main/secrets/secret-vault';

describe('assertStorable', () => {
  it.each([
    ['one character', 'x'],
    ['2,000 bytes', 'x'.repeat(2_000)],
    ['2,000 bytes of two-byte letters', 'ع'.repeat(1_000)],
    ['an emoji, which is a surrogate pair', '🔑'],
    ['blanks at the ends, which belong to a secret', ' a '],
  ])('accepts %s', (_kind, secret) => {
    expect(() => assertStorable(secret)).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['2,001 bytes', 'x'.repeat(2_001)],
    ['1,001 letters of two bytes', 'ع'.repeat(1_001)],
    ['a NUL', 'before\0after'],
    ['half a surrogate pair', 'a\ud83d'],
  ])('refuses %s without repeating it', (_kind, text) => {
    try {
      assertStorable(text);
    } catch (thrown) {
      expect(isAppError(thrown) && thrown.code).toBe('secrets/secret-invalid');
      if (text !== '') expect(String(thrown)).not.toContain(text);
      return;
    }
    expect.unreachable('It was accepted.');
  });
});

describe('secretRef', () => {
  it('spells the account from connection and name', () => {
    expect(secretRef('3f2a-1', 'requestPhrase')).toEqual({ account: '3f2a-1/requestPhrase' });
  });

  it.each(['', 'a/b', 'a b', 'a\0', 'x'.repeat(101)])('refuses %j as a part', (part) => {
    expect(() => secretRef(part, 'name')).toThrow('identifiers');
    expect(() => secretRef('id', part)).toThrow('identifiers');
  });
});
