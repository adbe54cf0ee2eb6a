import { existsSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';

import Database from 'better-sqlite3-multiple-ciphers';

import type { StoreDatabase } from './store-database';
import { sqlCode, storeUnavailable } from './store-failure';

export interface OpenDatabaseInput {
  readonly file: string;
  /** 32 random bytes as 64 hex digits. */
  readonly keyHex: string;
  /** How long to wait for another process's lock, in milliseconds. */
  readonly lockWaitMs?: number;
  /** Names a file that is set aside. */
  readonly now?: () => number;
}

export interface OpenedDatabase {
  readonly db: StoreDatabase;
  /** The new name of a file that the key did not open. */
  readonly setAside?: string;
}

/**
 * How a file can be encrypted, always with the key as it is and every page authenticated; the first is what a new file gets
 * (`DECISIONS.md` 69). One that was made with the other stays as it is.
 */
const ciphers = ['aegis', 'chacha20'] as const;

/**
 * Opens or creates an encrypted database.
 *
 * A file the key does not open is renamed, together with its write-ahead log, and a new one is made in its place. The cipher
 * authenticates every page: a first page that fails is "not a database" to SQLite, whether the key or the page is wrong, and
 * setting aside keeps both cases whole; a later page that fails is damage and is told as such. A lock is neither.
 *
 * @throws AppError `store/unavailable` with a `StoreFailure` as reason; raw SQLite errors for the caller to translate.
 */
export function openDatabase(input: OpenDatabaseInput): OpenedDatabase {
  // A malformed key would silently be taken as a passphrase.
  if (!/^[0-9a-f]{64}$/i.test(input.keyHex)) {
    throw storeUnavailable('key-malformed', 'The key of the link cache is not 64 hex digits.');
  }
  if (!existsSync(dirname(input.file))) {
    throw storeUnavailable('disk', 'The folder of the link cache does not exist.');
  }
  const db = tryOpen(input);
  if (db !== undefined) return { db };
  const setAside = moveAside(input.file, (input.now ?? Date.now)());
  const fresh = tryOpen(input);
  if (fresh === undefined) throw storeUnavailable('disk', 'A new link cache could not be made.');
  return { db: fresh, setAside: basename(setAside) };
}

/**
 * Opens another connection to a database that is open already. Nothing is ever set aside: the file is in use.
 *
 * @throws AppError `store/unavailable` (`corrupt`) when the file is no longer what it was; raw SQLite errors.
 */
export function openBeside(input: OpenDatabaseInput): StoreDatabase {
  const db = tryOpen(input);
  if (db === undefined) throw storeUnavailable('corrupt', 'The link cache is damaged.');
  return db;
}

/**
 * Opens a file for reading only: it has to be there, and it is neither changed nor set aside. Other processes may use it.
 *
 * @throws AppError `store/unavailable`: `disk` when there is no such file, `corrupt` when the key does not open it; raw SQLite
 * errors.
 */
export function openReadOnly({ file, keyHex, lockWaitMs = 5_000 }: OpenDatabaseInput): StoreDatabase {
  if (!existsSync(file)) throw storeUnavailable('disk', 'There is no link cache.');
  const db = unlock(file, keyHex, { timeout: lockWaitMs, readonly: true, fileMustExist: true });
  if (db === undefined) throw storeUnavailable('corrupt', 'The key does not open the link cache.');
  db.pragma('temp_store = MEMORY');
  return db;
}

/** Undefined when the key does not open the file, which is then closed and unchanged. */
function tryOpen({ file, keyHex, lockWaitMs = 5_000 }: OpenDatabaseInput): StoreDatabase | undefined {
  const db = unlock(file, keyHex, { timeout: lockWaitMs });
  try {
    if (db !== undefined) configure(db);
    return db;
  } catch (thrown) {
    db?.close();
    throw thrown;
  }
}

type OpenOptions = ConstructorParameters<typeof Database>[1];

function unlock(file: string, keyHex: string, options: OpenOptions): StoreDatabase | undefined {
  for (const cipher of ciphers) {
    const db = new Database(file, options);
    try {
      db.pragma(`cipher = '${cipher}'`);
      db.pragma(`key = "x'${keyHex}'"`);
      // The first read is what proves the key.
      db.prepare('SELECT count(*) FROM sqlite_master').get();
      return db;
    } catch (thrown) {
      db.close();
      if (sqlCode(thrown) !== 'SQLITE_NOTADB') throw thrown;
    }
  }
  return undefined;
}

/** Sets what every connection needs; the cache of 64 MiB keeps deciphered pages at hand. */
function configure(db: StoreDatabase): void {
  db.pragma('journal_mode = WAL');
  // A step of the edit queue that was acknowledged survives a power cut too.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // With it INSERT OR REPLACE also meets the audit log's delete trigger.
  db.pragma('recursive_triggers = ON');
  // Sorts and temporary tables must not reach the disk, where they would be plaintext.
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  db.pragma('journal_size_limit = 67108864');
}

/** Renames the file and its companions to a dated name that is free, and answers the file's new path. */
function moveAside(file: string, now: number): string {
  const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const names = [
    `${file}.set-aside-${date}`,
    ...numbers().map((n) => `${file}.set-aside-${date}-${String(n)}`),
  ];
  const free = names.find((name) => !existsSync(name));
  if (free === undefined) throw storeUnavailable('disk', 'The link cache could not be set aside.');
  // The log goes first: a file without its log can still be read, a new file must never meet an old log.
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, free + suffix);
  }
  return free;
}

function numbers(): readonly number[] {
  return Array.from({ length: 98 }, (_, index) => index + 2);
}
