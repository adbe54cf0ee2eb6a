import { foldForSearch } from '#domain/link-filter';
import type { PaymentLink } from '#domain/payment-link';

import type { StoreDatabase } from './store-database';

const searchFields = ['reference', 'linkId', 'customerName', 'customerEmail', 'orderText'] as const;

/** Folds text as the index holds it. NUL would end the text for SQLite's tokenizer, and it takes well-formed Unicode only. */
export function foldForIndex(text: string): string {
  return foldForSearch(text).replaceAll('\0', '\ufffd').toWellFormed();
}

/** True when both links are found by the same searches. */
export function sameSearchText(a: PaymentLink, b: PaymentLink): boolean {
  return searchFields.every((field) => a[field] === b[field]);
}

export interface SearchIndex {
  add(key: number, link: PaymentLink): void;
  replace(key: number, link: PaymentLink): void;
}

/** Keeps the folded texts of links in the trigram index. */
export function createSearchIndex(db: StoreDatabase): SearchIndex {
  const insert = db.prepare<(number | string)[]>(
    `INSERT INTO link_search (rowid, reference, link_id, customer_name, customer_email, order_text)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare<(number | string)[]>(
    `UPDATE link_search SET reference = ?, link_id = ?, customer_name = ?, customer_email = ?, order_text = ?
     WHERE rowid = ?`,
  );
  const texts = (link: PaymentLink): readonly string[] =>
    searchFields.map((field) => foldForIndex(link[field] ?? ''));
  return {
    add: (key, link) => void insert.run(key, ...texts(link)),
    replace: (key, link) => void update.run(...texts(link), key),
  };
}

/**
 * SQL that yields the keys of the links in which a search is found, with its parameters; undefined for a search that finds
 * everything.
 *
 * The index answers from three characters on; shorter searches look through the folded texts with `instr`, which unlike
 * LIKE has no wildcards to escape.
 */
export function searchSql(
  search: string,
): { readonly sql: string; readonly params: readonly string[] } | undefined {
  const wanted = foldForIndex(search.trim());
  if (wanted === '') return undefined;
  if ([...wanted].length >= 3) {
    const phrase = `"${wanted.replaceAll('"', '""')}"`;
    return { sql: 'SELECT rowid FROM link_search WHERE link_search MATCH ?', params: [phrase] };
  }
  const columns = ['reference', 'link_id', 'customer_name', 'customer_email', 'order_text'];
  return {
    sql: `SELECT rowid FROM link_search WHERE ${columns.map((column) => `instr(${column}, ?) > 0`).join(' OR ')}`,
    params: columns.map(() => wanted),
  };
}
