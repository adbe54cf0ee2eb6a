import { isGap } from './text-marks';
import { nameAt } from './tokenize';

/** Writes a word so that it is read back letter by letter: in quotes only where it would be taken for something else. */
export function quoteWord(word: string): string {
  return word.startsWith('-') || nameAt(word, 0) !== undefined ? inQuotes(word) : quotePlain(word);
}

/** Writes a value of a text field; after two slashes `order:` would be the beginning of an address. */
export function quoteText(text: string): string {
  return text.startsWith('//') ? inQuotes(text) : quotePlain(text);
}

function quotePlain(text: string): string {
  return text === '' || text.startsWith('"') || [...text].some(isGap) ? inQuotes(text) : text;
}

/** Writes a member of a list, in which a comma divides. */
export function quoteMember(member: string): string {
  return member.includes(',') ? inQuotes(member) : quoteText(member);
}

/** Writes a text in quotes, whether it needs them or not. */
export function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
