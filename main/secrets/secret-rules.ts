import { AppError } from '#domain/app-error';

/**
 * The most a secret may take, in bytes of UTF-8. Windows Credential Manager stores 5 x 512 bytes and answers more
 * with "The stub received bad data" (atom/node-keytar#112); the rest is a margin.
 */
export const SECRET_MAX_BYTES = 2_000;

/**
 * Refuses what a keychain would not give back as it was.
 *
 * @throws AppError `secrets/secret-invalid`; the message never contains the secret.
 */
export function assertStorable(secret: string): void {
  const fault = faultOf(secret);
  if (fault !== undefined) throw new AppError('secrets/secret-invalid', { message: `The secret ${fault}.` });
}

function faultOf(text: string): string | undefined {
  if (text === '') return 'is empty';
  // libsecret cuts a secret at NUL without saying so.
  if (text.includes('\0')) return 'contains a NUL character';
  // Half a surrogate pair has no UTF-8 form and would come back as a replacement character.
  if (!text.isWellFormed()) return 'is not well-formed text';
  if (Buffer.byteLength(text, 'utf8') > SECRET_MAX_BYTES) return `is over ${String(SECRET_MAX_BYTES)} bytes`;
  return undefined;
}
