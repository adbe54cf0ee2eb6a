/** Names one secret in the keychain. Made by `secretRef`, so that every place spells the account alike. */
export interface SecretRef {
  /** The account under the application's service name: `<connection id>/<secret name>`. */
  readonly account: string;
}

/**
 * Where secrets live. There is no second place: when the keychain cannot be had, every call fails and nothing is
 * written anywhere else.
 *
 * @throws AppError `secrets/keychain-unavailable` from every method, with `details.reason` a `KeychainReason`.
 */
export interface SecretVault {
  /**
   * Stores a secret, replacing an older one under the same reference.
   *
   * @throws AppError `secrets/secret-invalid` when empty, over 2,000 bytes of UTF-8, or not storable as text.
   */
  put(ref: SecretRef, value: string): Promise<void>;
  /** The secret, or undefined only when the keychain is known to be open and to have none. */
  take(ref: SecretRef): Promise<string | undefined>;
  /** Removes the secret; one that is not there is no error. */
  forget(ref: SecretRef): Promise<void>;
  /** Resolves when a secret can be written, read and removed right now. */
  probe(): Promise<void>;
}

const PART = /^[\w.-]{1,100}$/;

/** The reference of a connection's secret. Both parts are our own identifiers: letters, digits, `_`, `.` and `-`. */
export function secretRef(connectionId: string, secretName: string): SecretRef {
  for (const part of [connectionId, secretName]) {
    if (!PART.test(part)) throw new Error('A secret reference is made of identifiers only.');
  }
  return { account: `${connectionId}/${secretName}` };
}
