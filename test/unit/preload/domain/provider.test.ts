import { describe, expect, it } from 'vitest';
import { judgeEndpoint } from '#domain/provider';

describe('judgeEndpoint', () => {
  it.each([
    'https://a.example/FortAPI/paymentApi',
    'http://127.0.0.1:4000/x',
    'http://localhost',
    'http://[::1]:8/',
  ])('takes %s', (text) => {
    expect(judgeEndpoint(text)).toBeUndefined();
  });

  it.each([
    ['http://a.example', 'not-encrypted'],
    ['http://127.0.0.1.evil.example', 'not-encrypted'],
    ['http://localhost.evil.example', 'not-encrypted'],
    ['https://user:pass@a.example', 'has-credentials'],
    ['http://127.0.0.1@evil.example/', 'has-credentials'],
    ['ftp://a.example', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['https://a.example/?x=1', 'not-a-url'],
    ['', 'not-a-url'],
  ])('refuses %j as %s', (text, problem) => {
    expect(judgeEndpoint(text)).toBe(problem);
  });
});
