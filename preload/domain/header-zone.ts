import { isZone } from './expiry';

const inBrackets = /^(.*\S)\s*\(([A-Za-z][A-Za-z0-9_+\-/]*)\)$/s;

/**
 * A header that names the zone of the times below it, as our workbooks have it: `Created at (Asia/Kuwait)`. Any other header has no
 * zone, and all of it is its word.
 */
export function readHeaderZone(header: string): { readonly word: string; readonly zone?: string } {
  const [, word, zone] = inBrackets.exec(header) ?? [];
  return word !== undefined && zone !== undefined && isZone(zone) ? { word, zone } : { word: header };
}

/** The header of a column of times in this zone. */
export function headerWithZone(word: string, zone: string): string {
  return `${word} (${zone})`;
}
