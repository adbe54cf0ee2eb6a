/** The longest text that is compared: beyond it nobody mistyped a keyword. */
const longest = 40;

/**
 * The known word a mistyped one was probably meant to be: one that it begins, or the one with the fewest letters wrong, left
 * out, added or swapped, of which one in three may be. Undefined when none is near.
 */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  if (wanted === '' || wanted.length > longest) return undefined;
  const begun = known.filter((word) => wanted.length > 1 && word.toLowerCase().startsWith(wanted));
  if (begun.length === 1) return begun[0];
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const ranked = known
    .filter((word) => word.length <= longest)
    .map((word) => ({ word, distance: distance(wanted, word.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= allowed && candidate.distance < wanted.length)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.word;
}

/** Optimal string alignment: Levenshtein's distance in which two swapped neighbours count as one mistake. */
function distance(a: string, b: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
