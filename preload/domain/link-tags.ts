/**
 * The tags of a link as text that a person can edit: one `key: value` on a line, sorted by key. The limits are Finix's (payout-link
 * page: 50 pairs, keys of 40 and values of 500 characters).
 */
export type Tags = Readonly<Record<string, string>>;

export const tagLimits = { pairs: 50, key: 40, value: 500 } as const;

export type TagsProblem =
  'no-key' | 'no-value' | 'key-too-long' | 'value-too-long' | 'key-repeated' | 'too-many';

export type TagsReading =
  | { readonly ok: true; readonly tags: Tags }
  /** The line is counted from 1; of too many pairs it is the first beyond the limit. */
  | { readonly ok: false; readonly problem: TagsProblem; readonly line: number };

/** Writes tags as text. Line breaks inside a value become blanks: a value is one line. */
export function formatTags(tags: Tags): string {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => `${key}: ${value.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')}`)
    .join('\n');
}

/** Reads tags from text; empty lines count for nothing, and the first colon ends the key. */
export function parseTags(text: string): TagsReading {
  const tags = new Map<string, string>();
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(0, colon)).trim();
    const value = line.slice(colon + 1).trim();
    const problem = problemOf(key, colon < 0 ? '' : value, tags);
    if (problem !== undefined) return { ok: false, problem, line: index + 1 };
    tags.set(key, value);
  }
  return { ok: true, tags: Object.fromEntries(tags) };
}

function problemOf(key: string, value: string, before: ReadonlyMap<string, string>): TagsProblem | undefined {
  if (key === '') return 'no-key';
  if (value === '') return 'no-value';
  if ([...key].length > tagLimits.key) return 'key-too-long';
  if ([...value].length > tagLimits.value) return 'value-too-long';
  if (before.has(key)) return 'key-repeated';
  return before.size >= tagLimits.pairs ? 'too-many' : undefined;
}

/** Whether two texts stand for the same tags, however they are spaced and ordered. */
export function sameTags(a: string, b: string | undefined): boolean {
  return normal(a) === normal(b ?? '');
}

function normal(text: string): string {
  const read = parseTags(text);
  return read.ok ? formatTags(read.tags) : text.trim();
}
