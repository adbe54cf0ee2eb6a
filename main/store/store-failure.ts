import { AppError, isAppError } from '#domain/app-error';

/** Why the store cannot work, as `details.reason` of `store/unavailable`. */
export type StoreFailure =
  /** No `open` has succeeded yet. */
  | 'not-open'
  /** The key is not 64 hex digits. */
  | 'key-malformed'
  /** Another process holds the file. */
  | 'locked'
  /** The file opens with the key but is damaged. */
  | 'corrupt'
  /** The file was written by a later version of the application. */
  | 'newer-schema'
  /** The disk or the folder refuses. */
  | 'disk';

/** Makes the error of a store that cannot work. Only a lock passes by itself. */
export function storeUnavailable(reason: StoreFailure, message: string, cause?: unknown): AppError {
  return new AppError('store/unavailable', { message, reason, retryable: reason === 'locked' }, cause);
}

/**
 * Turns what SQLite throws into an AppError by its result code; anything else passes as it is.
 *
 * Codes: https://www.sqlite.org/rescode.html. Extended codes start with their primary code.
 */
export function fromSqlError(thrown: unknown): unknown {
  if (isAppError(thrown)) return thrown;
  const code = sqlCode(thrown);
  if (code === undefined) return thrown;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return storeUnavailable('locked', 'Another program is using the link cache.', thrown);
  }
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) {
    return storeUnavailable('corrupt', 'The link cache is damaged.', thrown);
  }
  if (code === 'SQLITE_FULL') return new AppError('file/disk-full', {}, thrown);
  if (/^SQLITE_(CANTOPEN|IOERR|READONLY|PERM|AUTH)/.test(code)) {
    return storeUnavailable('disk', 'The link cache cannot be read or written.', thrown);
  }
  return thrown;
}

/** The result code of an SQLite error, told by its shape: a bundle may hold another copy of the class. */
export function sqlCode(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined;
  const { code } = thrown;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

/** Runs something with every SQLite error turned into an AppError. */
export function translatingErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw fromSqlError(thrown);
  }
}

type Method = (input: never) => unknown;

/** The same functions, with every SQLite error turned into an AppError. */
export function withStoreErrors<Methods extends { readonly [M in keyof Methods]: Method }>(
  methods: Methods,
): Methods {
  const guarded = Object.entries<Method>(methods).map(([name, run]) => [
    name,
    (input: never): unknown => translatingErrors(() => run(input)),
  ]);
  // Same names, same inputs, same outputs: only what is thrown differs.
  return Object.fromEntries(guarded) as Methods;
}
