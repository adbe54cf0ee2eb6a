import type { ShaType } from '#domain/provider';
import { between, seededRandom } from './seeded-random';

/** What a merchant finds in the dashboard's Security Settings. These are practice values: they open nothing. */
export interface PracticeCredentials {
  readonly accessCode: string;
  readonly merchantIdentifier: string;
  readonly shaType: ShaType;
  readonly requestPhrase: string;
  readonly responsePhrase: string;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const hexDigits = '0123456789abcdef';

/** The credentials of the practice account of a seed. */
export function practiceCredentials(seed: number, shaType: ShaType = 'SHA-256'): PracticeCredentials {
  const random = seededRandom(seed ^ 0x5eed);
  const word = (length: number, alphabet = letters) =>
    Array.from({ length }, () => alphabet[between(random, 0, alphabet.length - 1)]).join('');
  return {
    accessCode: word(20),
    merchantIdentifier: word(8, hexDigits),
    shaType,
    // Real phrases carry such characters, and plugins are known to have damaged them.
    requestPhrase: `${word(12)}$&?${word(4)}`,
    responsePhrase: `${word(12)}!*[${word(4)}`,
  };
}
