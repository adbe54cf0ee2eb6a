/**
 * The tags of a link as text that a person can edit: one `key: value` on a line, sorted by key. What would not be read back as it was
 * (a key with a colon, a value with a line break) stands in quotes, written as JSON writes it, so that an edit of one tag leaves the
 * others alone. The limits are Finix's (payout-link page: 50 pairs, keys of 40 and values of 500 characters).
 */
export type Tags = Readonly<Record<string, string>>;

export const tagLimits = { pairs: 50, key: 40, value: 500 } as const;

export type TagsProblem =
  'no-key' | 'no-value' | 'key-too-long' | 'value-too-long' | 'key-repeated' | 'too-many';

export type TagsReading =
  | { readonly ok: true; readonly tags: Tags }
  /** The line is counted from 1; of too many pairs it is the first beyond the limit. */
  | { readonly ok: false; readonly problem: TagsProblem; readonly line: number };

/** Writes tags as text that `parseTags` reads back as the same tags. */
export function formatTags(tags: Tags): string {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, value]) => formatLine(key, value))
    .join('\n');
}

/** Reads tags from text; empty lines count for nothing, and the first colon outside quotes ends the key. */
export function parseTags(text: string): TagsReading {
  const tags = new Map<string, string>();
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [key, value] = parseLine(line);
    const problem = problemOf(key, value, tags);
    if (problem !== undefined) return { ok: false, problem, line: index + 1 };
    tags.set(key, value);
  }
  return { ok: true, tags: Object.fromEntries(tags) };
}

function formatLine(key: string, value: string): string {
  const line = `${key}: ${value}`;
  const [readKey, readValue] = parseLine(line);
  if (readKey === key && readValue === value && !lineBreak.test(line)) return line;
  return `${quoted(key)}: ${quoted(value)}`;
}

const lineBreak = /[\r\n\u2028\u2029]/;

/** JSON lets two line breaks stand as they are. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

const quotedKey = /^\s*("(?:[^"\\]|\\.)*")\s*:/;

function parseLine(line: string): readonly [key: string, value: string] {
  const [whole, between] = quotedKey.exec(line) ?? [];
  const key = between === undefined ? undefined : unquoted(between);
  if (whole !== undefined && key !== undefined) return [key, plainOrQuoted(line.slice(whole.length))];
  const colon = line.indexOf(':');
  if (colon < 0) return ['', ''];
  return [line.slice(0, colon).trim(), plainOrQuoted(line.slice(colon + 1))];
}

function plainOrQuoted(text: string): string {
  return unquoted(text.trim()) ?? text.trim();
}

/** What stands in quotes as a whole; anything else, `"Al Noor" Kuwait` too, is meant as it is written. */
function unquoted(text: string): string | undefined {
  if (!text.startsWith('"')) return undefined;
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
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
