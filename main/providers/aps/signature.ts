import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ShaType } from '#domain/provider';

/** The fields of a request or an answer: one flat object of text, as it travels. */
export type ApsFields = Readonly<Record<string, string>>;

/** One of an account's two phrases with its SHA type: the request phrase for what we send, the response phrase for what we receive. */
export interface SignatureKey {
  readonly shaType: ShaType;
  readonly phrase: string;
}

// The HMAC kinds hash the same wrapped string, keyed with the phrase (APS's own WooCommerce and Magento plugins).
const hashers: Readonly<Record<ShaType, (text: string, phrase: string) => string>> = {
  'SHA-256': (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  'SHA-512': (text) => createHash('sha512').update(text, 'utf8').digest('hex'),
  'HMAC-256': (text, phrase) => createHmac('sha256', phrase).update(text, 'utf8').digest('hex'),
  'HMAC-512': (text, phrase) => createHmac('sha512', phrase).update(text, 'utf8').digest('hex'),
};

function hash(fields: ApsFields, names: readonly string[], key: SignatureKey): string {
  const pairs = names.map((name) => `${name}=${fields[name] ?? ''}`);
  return hashers[key.shaType](`${key.phrase}${pairs.join('')}${key.phrase}`, key.phrase);
}

/** Every name but `signature`, in code-unit order: the documented sort is alphabetical and case-sensitive. */
function signedNames(fields: ApsFields): readonly string[] {
  return Object.keys(fields)
    .filter((name) => name !== 'signature')
    .sort();
}

/**
 * Signs fields as APS documents it (developer-resources/signature): `name=value` sorted by name and joined with nothing,
 * wrapped in the phrase on both sides, hashed as UTF-8, in lower-case hex.
 *
 * Empty values are left out, as in the official .NET SDK; other clients keep them, so never send one.
 */
export function signatureOf(fields: ApsFields, key: SignatureKey): string {
  return hash(
    fields,
    signedNames(fields).filter((name) => fields[name] !== ''),
    key,
  );
}

function sameHex(a: string, b: string): boolean {
  const left = Buffer.from(a.toLowerCase(), 'utf8');
  const right = Buffer.from(b.toLowerCase(), 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * Whether `fields.signature` was made with this key, compared in constant time, hex in either case.
 *
 * Pass the values exactly as received: APS signs text with its HTML entities (`&#39;`), so decoding first breaks a genuine
 * answer. Official clients disagree about empty values; an answer signed either way is genuine.
 */
export function isSignedBy(fields: ApsFields, key: SignatureKey): boolean {
  const given = fields['signature'];
  if (given === undefined) return false;
  const withEmpty = hash(fields, signedNames(fields), key);
  // Both are always computed and compared, so that the time taken tells nothing.
  const matches = [sameHex(given, signatureOf(fields, key)), sameHex(given, withEmpty)];
  return matches.includes(true);
}
