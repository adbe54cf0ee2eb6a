/** True for marks that steer the direction of text, which copying from a right-to-left page leaves behind. */
export function isMark(letter: string): boolean {
  return /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(letter);
}

/** True for what stands between two terms. */
export function isGap(letter: string): boolean {
  return /\s/.test(letter) || isMark(letter);
}

export function withoutMarks(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}
