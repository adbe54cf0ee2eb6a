import { foldText } from '#domain/fold-text';

/** Whether a name holds every word that was typed, in any order, folded as for searching. */
export function matchWords(name: string, typed: string): boolean {
  const folded = foldText(name);
  return foldText(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
