import { csvDelimiters } from '#domain/export-spec';
import type { CsvDelimiter } from '#domain/import-reading';

/** How the text of a CSV file is written. */
export interface CsvShape {
  readonly delimiter: CsvDelimiter;
  readonly newline: '\r\n' | '\n' | '\r';
  /** Some lines end in CR LF and some in LF alone: parted at LF, their last cells keep a CR that is none of theirs. */
  readonly isMixed: boolean;
  /** The length of a first line that only names the delimiter for Excel: `sep=;`. */
  readonly namingChars: number;
}

// A line that names the delimiter, with its end. Source: how Excel opens CSV files; it is in no standard.
const naming = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n)/i;
const MOST_LINES = 50;

/** The lines at the start of a text without what stands in quotes, and how they end. */
function bareLines(text: string): { lines: string[]; ends: ReadonlySet<CsvShape['newline']> } {
  const lines: string[] = [];
  const ends = new Set<CsvShape['newline']>();
  let bare = '';
  let isQuoted = false;
  for (let at = 0; at < text.length && lines.length < MOST_LINES; at += 1) {
    const char = text.charAt(at);
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '\n' || char === '\r') {
      const isPair = char === '\r' && text.charAt(at + 1) === '\n';
      ends.add(isPair ? '\r\n' : char);
      if (isPair) at += 1;
      lines.push(bare);
      bare = '';
    } else bare += char;
  }
  // The last line may be cut; alone it is all there is.
  if (lines.length === 0) lines.push(bare);
  return { lines: lines.filter((line) => /[^ ]/.test(line)), ends };
}

/** How well a delimiter parts lines into a table: many cells, the same number of them in most lines. */
function fitOf(delimiter: string, lines: readonly string[]): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  const fits = [...tally].map(([count, found]) => count * (found / lines.length) ** 2);
  return Math.max(0, ...fits);
}

/** Tells delimiter and line ends from the first characters of a file; a first line `sep=;` is believed. */
export function csvShapeOf(text: string): CsvShape {
  const named = naming.exec(text);
  const namingChars = named?.[0].length ?? 0;
  const { lines, ends } = bareLines(text.slice(namingChars));
  const isMixed = ends.has('\n') && ends.has('\r\n');
  const [first = '\n'] = ends;
  const fits = csvDelimiters.map((delimiter) => fitOf(delimiter, lines));
  const fitting = csvDelimiters[fits.indexOf(Math.max(...fits))] ?? ',';
  const delimiter = csvDelimiters.find((one) => one === named?.[1]) ?? fitting;
  return { delimiter, newline: isMixed ? '\n' : first, isMixed, namingChars };
}
