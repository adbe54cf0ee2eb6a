import type { ImportMap } from './import-map';
import type { ImportReading } from './import-reading';

/** How a file was read, to read the next one with the same headers alike. */
export interface RememberedImport {
  /** Tells files with the same headers: see `headersKey`. */
  readonly headersKey: string;
  readonly map: ImportMap;
  readonly reading: ImportReading;
  readonly zone: string;
}

/** As many as the settings take; the one used longest ago gives way. */
export const mostRememberedImports = 60;

/**
 * A short key of a file's headers, the same however they are spaced, cased or composed. FNV-1a of 64 bits: it only has to tell a few
 * dozen files apart, and the columns are checked again before anything is read with them.
 */
export function headersKey(headers: readonly string[]): string {
  const text = headers.map(foldHeader).join('\u001f');
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

const foldHeader = (header: string): string =>
  header.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** What is remembered of files with these headers. Nothing where a column it uses is not there. */
export function recallImport(
  remembered: readonly RememberedImport[],
  headers: readonly string[],
): RememberedImport | undefined {
  const key = headersKey(headers);
  const found = remembered.find((one) => one.headersKey === key);
  const isThere = found !== undefined && Object.values(found.map).every((column) => column < headers.length);
  return isThere ? found : undefined;
}

/** The list with one remembered in front; what stood there of the same headers goes, and so does what is used least. */
export function withRemembered(
  remembered: readonly RememberedImport[],
  one: RememberedImport,
): readonly RememberedImport[] {
  const others = remembered.filter(({ headersKey: key }) => key !== one.headersKey);
  return [one, ...others].slice(0, mostRememberedImports);
}
