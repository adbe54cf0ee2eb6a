import type { ToldByFile } from '#domain/column-facts';
import type { Attributes } from './parse-xml';

/** The root and the row of our own exports; see `assets/payment-links.xsd`. */
const ownRowPath = ['paymentLinks', 'paymentLink'];

/** Whether rows are those of an export of ours, whose every row has the same columns. */
export function isOwnRowPath(path: readonly string[]): boolean {
  return path.length === ownRowPath.length && path.every((name, index) => name === ownRowPath[index]);
}

/** What the root of our own export says of the amounts below it. */
export function toldByOwnRoot(root: Attributes): ToldByFile {
  return { decimal: '.', units: root['amounts'] === 'minor' ? 'minor' : 'major' };
}
