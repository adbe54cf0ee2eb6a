import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ShaType } from '#domain/provider';
import { isSignedBy, signatureOf } from '../../../../../main/providers/aps/signature';

const shaTypeOf: Readonly<Record<string, ShaType>> = {
  sha256: 'SHA-256',
  sha512: 'SHA-512',
  hmac256: 'HMAC-256',
  hmac512: 'HMAC-512',
};

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly algorithm: string;
  readonly phrase: string;
  readonly params: Readonly<Record<string, string>>;
  readonly expected: string;
}

const fixture = new URL('../../../../fixtures/aps-signature-vectors.json', import.meta.url);
// A wrong shape would fail the tests below.
const all = JSON.parse(readFileSync(fixture, 'utf8')) as readonly Vector[];
const key = { shaType: 'SHA-256', phrase: 'PASS' } as const;
const sample = { merchant_reference: 'Test010', amount: '1000', currency: 'USD' };

describe('signatureOf', () => {
  it.each(all.map((vector) => [vector.id, vector.kind, vector] as const))(
    'reproduces vector %s (%s)',
    (_id, _kind, { algorithm, phrase, params, expected }) => {
      const shaType = shaTypeOf[algorithm];
      if (shaType === undefined) throw new Error(`A vector of an unknown algorithm: ${algorithm}`);
      expect(signatureOf(params, { shaType, phrase })).toBe(expected);
      expect(isSignedBy({ ...params, signature: expected }, { shaType, phrase })).toBe(true);
    },
  );

  it('has a vector for each SHA type, published ones among them', () => {
    expect(all.length).toBeGreaterThanOrEqual(21);
    expect(new Set(all.map((vector) => vector.algorithm))).toEqual(new Set(Object.keys(shaTypeOf)));
    expect(all.filter((vector) => vector.kind === 'published').length).toBeGreaterThanOrEqual(15);
  });

  it('does not depend on the order of the fields', () => {
    const reversed = Object.fromEntries(Object.entries(sample).reverse());
    expect(signatureOf(reversed, key)).toBe(signatureOf(sample, key));
  });

  it('leaves an earlier signature out', () => {
    expect(signatureOf({ ...sample, signature: 'abc' }, key)).toBe(signatureOf(sample, key));
  });

  it('sorts by code unit, not by any language', () => {
    // Code units put capitals first; a language would put `a` before `B`.
    const wrapped = signatureOf({ a: '2', B: '1' }, key);
    expect(wrapped).toBe(signatureOf({ 'B=1a': '2' }, key));
  });

  it('takes the phrase byte for byte', () => {
    expect(signatureOf(sample, { ...key, phrase: 'PASS ' })).not.toBe(signatureOf(sample, key));
  });
});

describe('isSignedBy', () => {
  const signed = { ...sample, signature: signatureOf(sample, key) };

  it('accepts hex in either case', () => {
    expect(isSignedBy({ ...signed, signature: signed.signature.toUpperCase() }, key)).toBe(true);
  });

  it.each([
    ['a changed value', { ...signed, amount: '1001' }],
    ['an added field', { ...signed, extra: 'x' }],
    ['a missing field', { merchant_reference: 'Test010', amount: '1000', signature: signed.signature }],
    ['a short signature', { ...signed, signature: signed.signature.slice(0, -1) }],
    ['an empty signature', { ...signed, signature: '' }],
    ['no signature', sample],
  ])('refuses %s', (_, fields) => {
    expect(isSignedBy(fields, key)).toBe(false);
  });

  it('refuses another phrase', () => {
    expect(isSignedBy(signed, { ...key, phrase: 'pass' })).toBe(false);
  });

  it('verifies values with their HTML entities as received', () => {
    const received = { customer_name: 'O&#39;Brien' };
    const answer = { ...received, signature: signatureOf(received, key) };
    expect(isSignedBy(answer, key)).toBe(true);
    expect(isSignedBy({ ...answer, customer_name: "O'Brien" }, key)).toBe(false);
  });

  it('accepts an answer whose empty fields were signed as `name=`, as the official PHP SDK does', () => {
    // The same text, hashed with the empty pair written out as another field's value.
    const asWritten = signatureOf({ a: '1b=' }, key);
    expect(isSignedBy({ a: '1', b: '', signature: asWritten }, key)).toBe(true);
    expect(isSignedBy({ a: '1', b: '', signature: signatureOf({ a: '1' }, key) }, key)).toBe(true);
  });
});
