import type { LinkMark, ResolvedFilter } from '#domain/link-filter';
import type { SyncNews } from '#domain/sync-run';

import { keysWithTwin } from './link-twins';
import { searchColumns } from './search-index';
import { allOf, anyOf, type SqlPart } from './sql-part';
import { conditionsOf, foldedTexts, matchExpression, textTerms, type TextTerms } from './text-terms';

/**
 * A SELECT of keys, and how it is read: `at-once` is quick; `by-hit` yields ascending keys one after the other, however many;
 * `by-window` goes through all links, and takes `AND id BETWEEN ? AND ?`.
 */
export interface KeySet extends SqlPart {
  readonly pace: 'at-once' | 'by-hit' | 'by-window';
}

/** True for a set that may take long to read. */
export function isSlow({ pace }: KeySet): boolean {
  return pace !== 'at-once';
}

/** What a filter asks that a link's own columns do not tell: a link must be in all of `only` and in none of `without`. */
export interface KeySets {
  readonly only: readonly KeySet[];
  readonly without: readonly KeySet[];
}

/** The sets without those that search texts, which a search in memory does as well. */
export function withoutSearches({ only, without }: KeySets): KeySets {
  const isQuick = (set: KeySet) => !isSlow(set);
  return { only: only.filter(isQuick), without: without.filter(isQuick) };
}

export function keySetsOf({ words, texts, marks, not = {} }: ResolvedFilter): KeySets {
  const wanted = textTerms({ ...(words && { words }), ...(texts && { texts }) });
  const refused = textTerms(not);
  return {
    only: [...wantedTexts(wanted), ...presentTexts(wanted), ...markedLinks(marks)],
    without: [
      ...refusedTexts(refused),
      ...presentTexts(refused),
      ...(refused.hasEmptyWord ? [everyLink] : []),
      ...markedLinks(not.marks),
    ],
  };
}

const everyLink: KeySet = { pace: 'at-once', sql: 'SELECT key FROM link', params: [] };

function wantedTexts({ indexed, short }: TextTerms): readonly KeySet[] {
  if (indexed.length === 0)
    return short.length === 0 ? [] : [scanFor(allOf(conditionsOf(short, foldedTexts.column)))];
  // Short ones are looked for in what the index found.
  const also = allOf(conditionsOf(short, (field) => searchColumns[field]));
  return [matchFor(matchExpression(indexed, 'AND'), also)];
}

function refusedTexts({ indexed, short }: TextTerms): readonly KeySet[] {
  return [
    ...(indexed.length === 0 ? [] : [matchFor(matchExpression(indexed, 'OR'), allOf([]))]),
    ...(short.length === 0 ? [] : [scanFor(anyOf(conditionsOf(short, foldedTexts.column)))]),
  ];
}

function matchFor(expression: string, { sql, params }: SqlPart): KeySet {
  return {
    pace: 'by-hit',
    sql: `SELECT rowid FROM link_search WHERE link_search MATCH ? AND ${sql} ORDER BY rowid`,
    params: [expression, ...params],
  };
}

function scanFor({ sql, params }: SqlPart): KeySet {
  return { pace: 'by-window', sql: `SELECT id FROM ${foldedTexts.table} WHERE ${sql}`, params };
}

function presentTexts({ present }: TextTerms): readonly KeySet[] {
  return present.map((field) => ({
    pace: 'at-once',
    sql: `SELECT key FROM link WHERE ${searchColumns[field]} IS NOT NULL`,
    params: [],
  }));
}

/** The states of an edit that mark its link. Each half has an index of just these edits. */
const pending = "SELECT link_key FROM edit WHERE state IN ('queued', 'sending', 'unknown')";
const applied = "SELECT link_key FROM edit WHERE state = 'applied'";
const marked: Readonly<Record<LinkMark, readonly string[]>> = {
  edited: [pending, applied],
  waiting: [pending],
  conflict: ["SELECT link_key FROM edit WHERE state = 'conflict'"],
  new: [newsOf('new')],
  'newly-paid': [newsOf('paid')],
  'newly-closed': [newsOf('closed')],
  'newly-expired': [newsOf('expired')],
  duplicate: [keysWithTwin],
};

function newsOf(news: SyncNews): string {
  return `SELECT link_key FROM link_news WHERE news = '${news}'`;
}

/** An empty list of marks is one no link has. */
function markedLinks(marks: readonly LinkMark[] | undefined): readonly KeySet[] {
  if (marks === undefined) return [];
  const halves = new Set(marks.flatMap((mark) => marked[mark]));
  const sql = halves.size === 0 ? 'SELECT key FROM link WHERE FALSE' : [...halves].join(' UNION ');
  return [{ pace: 'at-once', sql, params: [] }];
}
