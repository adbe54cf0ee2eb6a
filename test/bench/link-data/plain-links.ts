import type { StoreDatabase } from '../../../main/store/store-database';

/** Writes the table of links into a new file that is not encrypted, as the sqlite3 command reads it. */
export function writePlainLinks(source: StoreDatabase, file: string): void {
  source.prepare<[string]>("ATTACH ? AS plain KEY ''").run(file);
  try {
    // As in ours the key is the place of a row in the table.
    source.exec(`
      CREATE TABLE plain.link (
        key INTEGER PRIMARY KEY, connection_id TEXT, link_id TEXT, reference TEXT, status INTEGER, provider_status TEXT,
        amount_minor INTEGER, currency TEXT, customer_name TEXT, customer_email TEXT, order_text TEXT, created_at INTEGER,
        expires_at INTEGER, attempts INTEGER, url TEXT, checked_at INTEGER
      );
      INSERT INTO plain.link SELECT
        key, connection_id, link_id, reference, status, provider_status, amount_minor, currency, customer_name,
        customer_email, order_text, created_at, expires_at, attempts, url, checked_at
      FROM main.link ORDER BY key;
    `);
  } finally {
    source.exec('DETACH plain');
  }
}
