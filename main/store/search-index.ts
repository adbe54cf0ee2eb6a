import { foldText } from '#domain/fold-text';
import { textFields, type TextField } from '#domain/link-filter';
import type { PaymentLink } from '#domain/payment-link';

import type { StoreDatabase } from './store-database';

/** The index's column of each text. */
export const searchColumns: Readonly<Record<TextField, string>> = {
  reference: 'reference',
  linkId: 'link_id',
  customerName: 'customer_name',
  customerEmail: 'customer_email',
  orderText: 'order_text',
};

/** Folds text as the index holds it. NUL would end the text for SQLite's tokenizer, and it takes well-formed Unicode only. */
export function foldForIndex(text: string): string {
  return foldText(text).replaceAll('\0', '\ufffd').toWellFormed();
}

/** True when both links are found by the same searches. */
export function sameSearchText(a: PaymentLink, b: PaymentLink): boolean {
  return textFields.every((field) => a[field] === b[field]);
}

export interface SearchIndex {
  add(key: number, link: PaymentLink): void;
  replace(key: number, link: PaymentLink): void;
}

/** Keeps the folded texts of links in the trigram index. */
export function createSearchIndex(db: StoreDatabase): SearchIndex {
  const columns = textFields.map((field) => searchColumns[field]);
  const insert = db.prepare<(number | string)[]>(
    `INSERT INTO link_search (rowid, ${columns.join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare<(number | string)[]>(
    `UPDATE link_search SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE rowid = ?`,
  );
  const texts = (link: PaymentLink): readonly string[] =>
    textFields.map((field) => foldForIndex(link[field] ?? ''));
  return {
    add: (key, link) => void insert.run(key, ...texts(link)),
    replace: (key, link) => void update.run(...texts(link), key),
  };
}
