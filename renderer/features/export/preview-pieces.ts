export interface PreviewPiece {
  readonly piece: string;
  readonly isMark: boolean;
}

/** A text cut at marks of one character each; nothing is lost, and pieces without a character are left out. */
export function piecesBetween(text: string, marks: readonly string[]): readonly PreviewPiece[] {
  const pieces: PreviewPiece[] = [];
  let from = 0;
  const take = (to: number) => {
    if (to > from) pieces.push({ piece: text.slice(from, to), isMark: false });
  };
  for (let at = 0; at < text.length; at += 1) {
    if (!marks.includes(text.charAt(at))) continue;
    take(at);
    pieces.push({ piece: text.charAt(at), isMark: true });
    from = at + 1;
  }
  take(text.length);
  return pieces;
}
