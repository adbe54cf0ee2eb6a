import path from 'node:path';

const ENDING = '.summary.json';
/** What file systems allow; some count bytes, some half as many characters. */
const MOST_BYTES = 255;

/** The file beside an export that holds its summary: `links.csv.summary.json`. A name that leaves no room for the ending is cut. */
export function summaryPathFor(target: string): string {
  const letters = [...path.basename(target)];
  while (Buffer.byteLength(letters.join('') + ENDING) > MOST_BYTES) letters.pop();
  return path.join(path.dirname(target), letters.join('') + ENDING);
}
