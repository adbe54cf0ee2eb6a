import { between, seededRandom } from '../seeded-random';

/** What an Ahrvo account is known by. These are practice values: they open nothing. */
export interface AhrvoAccount {
  readonly username: string;
  readonly password: string;
  readonly merchantId: string;
  /** A second merchant of the same account, for lists of one only. */
  readonly otherMerchantId: string;
  readonly applicationId: string;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A word of letters and digits as ids are made of. */
export function makeWord(random: () => number, length: number): string {
  return Array.from({ length }, () => letters[between(random, 0, letters.length - 1)]).join('');
}

/** The Ahrvo account of a seed. */
export function ahrvoAccount(seed: number): AhrvoAccount {
  const random = seededRandom(seed ^ 0xa48);
  return {
    username: `US${makeWord(random, 22)}`,
    // A colon and letters beyond ASCII are allowed in a password (RFC 7617).
    password: `${makeWord(random, 20)}:é${makeWord(random, 4)}`,
    merchantId: `MU${makeWord(random, 22)}`,
    otherMerchantId: `MU${makeWord(random, 22)}`,
    applicationId: `AP${makeWord(random, 22)}`,
  };
}
