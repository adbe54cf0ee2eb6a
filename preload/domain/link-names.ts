/** What somebody pasted to have links added: each name once, in the order of the text. */
export interface LinkNames {
  readonly names: readonly string[];
  /** Names that stood there more than once, each told once. */
  readonly repeated: readonly string[];
  /** What is longer than any name of a link can be; cut to 80 characters. */
  readonly unusable: readonly string[];
}

/** APS references have 40 characters at most; ids and nicknames of other providers are allowed some more. */
const longestName = 100;

/**
 * Reads link ids or references from text with any separators between them: blanks, lines, commas, semicolons, tabs, bars, quotes
 * around them. Nothing of it is judged by its looks: what a provider does not know, it says.
 */
export function parseLinkNames(text: string): LinkNames {
  const pieces = text.split(/[\s,;|،؛"'“”«»<>()[\]{}\u200e\u200f\ufeff]+/u).filter((piece) => piece !== '');
  const usable = pieces.filter((piece) => piece.length <= longestName);
  const counts = new Map<string, number>();
  for (const piece of usable) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return {
    names: [...counts.keys()],
    repeated: [...counts].filter(([, count]) => count > 1).map(([name]) => name),
    unusable: pieces.filter((piece) => piece.length > longestName).map((piece) => piece.slice(0, 80)),
  };
}

/** APS ids have 18 digits; a shorter number may just as well be a reference. */
export function looksLikeApsId(name: string): boolean {
  return /^\d{15,20}$/.test(name);
}
