import { describe, expect, it } from 'vitest';

import { createRedactor, redactAll, redactValue } from '../../../../main/log/redact';

const hex64 = '7cad05f0212ed933c9a5d5dffa31661acf2c827a8f12e5fb3a5a3d7e0c1b9f42';
const hex128 = hex64 + hex64;

/** Appends the digit that makes a number pass Luhn, so that only its shape can tell that it is no card. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return digits + String((10 - (sum % 10)) % 10);
}

describe('redactAll hides', () => {
  it.each([
    ['a phrase in JSON', '{"requestPhrase":"PASSw0rd$","a":1}', '{"requestPhrase":"***","a":1}'],
    ['any spelling of it', '{"sha_response_phrase" : "x y"}', '{"sha_response_phrase" : "***"}'],
    ['a value with escapes', String.raw`{"password":"a\"b\\","n":"c"}`, '{"password":"***","n":"c"}'],
    ['a value that was cut off', '{"clientSecret":"abc', '{"clientSecret":"***"'],
    [
      'JSON within JSON',
      String.raw`"{\"responsePhrase\":\"abc\",\"b\":1}"`,
      String.raw`"{\"responsePhrase\":\"***\",\"b\":1}"`,
    ],
    ['an access code but for its tail', '{"access_code":"zx0IPmPy5jp1vAz8Kpg7"}', '{"access_code":"***pg7"}'],
    ['a short access code', '{"accessCode":"abc123"}', '{"accessCode":"***"}'],
    ['a form body', 'signature=0123456789abcdef&amount=100', 'signature=***def&amount=100'],
    [
      'a query string',
      'https://a.test/x?access_code=zx0IPmPy5jp1vAz8Kpg7&n=1',
      'https://a.test/x?access_code=***pg7&n=1',
    ],
    ['a basic header', 'Authorization: Basic QWxhZGRpbjpvcGVu', 'Authorization: Basic ***'],
    ['a bare header', 'authorization: zx0IPmPy5jp1', 'authorization: ***'],
    ['a header in JSON', '{"Authorization":"Basic QWxhZGRpbjpvcGVu"}', '{"Authorization":"***"}'],
    ['a bearer token in a sentence', 'sent Bearer eyJhbGciOi.x.y to', 'sent Bearer *** to'],
    ['a login in a URL', 'https://user:pass@api.test/v1', 'https://***@api.test/v1'],
    ['a proxy login without password', 'http://user@proxy.test:8080', 'http://***@proxy.test:8080'],
    ['an e-mail address', 'to amal.k+pay@shop.example.ae now', 'to ***@shop.example.ae now'],
    ['an Arabic e-mail address', 'إلى أمل@مثال.امارات', 'إلى ***@مثال.امارات'],
    ['a SHA-256 signature', `got ${hex64}.`, 'got ***f42.'],
    ['a SHA-512 signature', `got ${hex128.toUpperCase()}.`, 'got ***F42.'],
    ['a card number', 'card 4111111111111111.', 'card ***111.'],
    ['a card number in groups', 'card 5555 5555 5555 4444', 'card ***444'],
    ['a card number with hyphens', '4005-5500-0000-0001', '***001'],
    ['an Amex number', '378282246310005 and 3782 822463 10005', '***005 and ***005'],
    ['a newer bank range', '2223003122003222', '***222'],
    [
      'a 19-digit card number',
      withCheckDigit('630400000000000012'),
      `***${withCheckDigit('630400000000000012').slice(-3)}`,
    ],
    [
      'a 13-digit card number',
      withCheckDigit('400000000012'),
      `***${withCheckDigit('400000000012').slice(-3)}`,
    ],
  ])('%s', (_kind, text, hidden) => {
    expect(redactAll(text)).toEqual(hidden);
  });

  it('several things in one text', () => {
    const text = `POST https://k:s@a.test {"password":"p","mail":"a@b.test"} 4111111111111111`;
    expect(redactAll(text)).toBe('POST https://***@a.test {"password":"***","mail":"***@b.test"} ***111');
  });
});

describe('redactAll leaves', () => {
  it.each([
    ['an 18-digit id of the gateway', '{"fort_id":"169996210006535120"}'],
    [
      '18-digit ids that pass Luhn',
      `id ${withCheckDigit('16999621000653512')} and ${withCheckDigit('49999999999999999')}`,
    ],
    [
      'epoch milliseconds that pass Luhn',
      `at ${withCheckDigit('170000000000')} and ${withCheckDigit('176365440000')}`,
    ],
    [
      'epoch micro- and nanoseconds that pass Luhn',
      `at ${withCheckDigit('176365440000000')} ${withCheckDigit('176365440000000000')}`,
    ],
    [
      'a compact date and time',
      `at ${withCheckDigit('2026112016023')} and ${withCheckDigit('202611201602300')}`,
    ],
    ['an ISO instant', '2026-11-20T16:02:30.123Z'],
    ['16 digits that fail Luhn', 'ref 4111111111111112'],
    ['an amount in minor units', 'amount=1234567890'],
    ['digits inside a decimal', '0.4111111111111111'],
    ['digits inside a hash', 'commit 9f4111111111111111ab'],
    ['digits inside a longer number', '94111111111111111111111'],
    ['a UUID', 'id 3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
    ['a UUID of digits', '41111111-1111-4111-8111-111111111111'],
    ['a SHA-1', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['65 hexadecimal digits', `${hex64}a`],
    ['a package with its version', 'keytar@7.10.6 and @github/keytar'],
    ['an ordinary URL', 'https://checkout.example.test/FortAPI/paymentPage?x=1#a@b'],
    ['words about authorization', 'basic information about the Bearer principle and authorization'],
    [
      'names that only begin like a secret',
      '{"secretName":"requestPhrase","passwordChangedAt":"2026-01-01"}',
    ],
    ['an empty text', ''],
  ])('%s', (_kind, text) => {
    expect(redactAll(text)).toBe(text);
  });
});

it('takes time in proportion to the text, whatever the text', () => {
  const hostile = [
    'a'.repeat(100_000),
    '"'.repeat(100_000),
    '\\"'.repeat(50_000),
    '1'.repeat(100_000),
    'a-'.repeat(50_000),
  ];
  for (const text of hostile) {
    const start = performance.now();
    redactAll(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  }
});

describe('createRedactor', () => {
  it('hides known secrets as they are, in JSON and in URLs', () => {
    const secret = 'p"a/ß w0';
    const redact = createRedactor([secret]);
    expect(redact(`<${secret}> ${JSON.stringify({ x: secret })} ?q=${encodeURIComponent(secret)}`)).toBe(
      '<***> {"x":"***"} ?q=***',
    );
  });

  it('hides the longer of two secrets that overlap as a whole', () => {
    expect(createRedactor(['phrase', 'phrase-long'])('a phrase-long b')).toBe('a *** b');
  });

  it('knows secrets that were added later', () => {
    const secrets = new Set<string>();
    const redact = createRedactor(secrets);
    secrets.add('later-on');
    expect(redact('is later-on')).toBe('is ***');
  });

  it('does not take words apart for a secret of three letters or none', () => {
    expect(createRedactor(['', 'the'])('the other')).toBe('the other');
  });
});

describe('redactValue', () => {
  it('redacts texts at every depth and sensitive members whole', () => {
    const value = {
      list: ['a@b.test', { requestPhrase: 'abc', signature: hex64, headers: { authorization: ['x'] } }],
      count: 3n,
      token: 123456,
      password: null,
      hasPassword: true,
    };
    expect(redactValue(value, redactAll)).toEqual({
      list: ['***@b.test', { requestPhrase: '***', signature: '***f42', headers: { authorization: '***' } }],
      count: '3',
      token: '***',
      password: null,
      hasPassword: true,
    });
  });

  it('comes to an end in a value that contains itself', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(JSON.stringify(redactValue(value, redactAll))).toContain('[deep]');
  });
});
