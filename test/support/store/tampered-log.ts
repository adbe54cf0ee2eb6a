import { openDatabase } from '../../../main/store/open-database';
import type { StoreDatabase } from '../../../main/store/store-database';
import { testKey } from './temp-store';

/** The columns of an entry. */
export const auditFields = ['sequence', 'at', 'actor', 'event', 'subject', 'detail', 'hash'] as const;

/** Opens a store's file as somebody with its key and a tool would: without the triggers, and with no type checked. */
export function openForTampering(file: string): StoreDatabase {
  const { db } = openDatabase({ file, keyHex: testKey });
  db.exec(`
    DROP TRIGGER audit_keeps_entries;
    DROP TRIGGER audit_drops_nothing;
    ALTER TABLE audit RENAME TO strict_audit;
    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY, at INTEGER, actor TEXT, event TEXT, subject TEXT, detail TEXT, hash TEXT
    );
    INSERT INTO audit SELECT * FROM strict_audit;
    DROP TABLE strict_audit;
  `);
  return db;
}

/** Does something to the file that is undone afterwards, and answers what was made of it. */
export function whileTampered<T>(db: StoreDatabase, tamper: () => void, look: () => T): T {
  db.exec('BEGIN');
  try {
    tamper();
    return look();
  } finally {
    db.exec('ROLLBACK');
  }
}
