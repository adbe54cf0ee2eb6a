/** Counts of the letters beyond ASCII in a text of a Windows code page, by their neighbours. */
interface LetterCounts {
  /** Letters beside another letter beyond ASCII and beside none of ASCII: Arabic words are made of these. */
  inRuns: number;
  /** Letters beside an ASCII letter: accents in European words. */
  besideAscii: number;
  /** Letters of neither kind: no evidence. */
  alone: number;
}

export interface CodePage {
  readonly encoding: 'windows-1256' | 'windows-1252';
  readonly isCertain: boolean;
}

const LEAST_LETTERS = 8;

const isAsciiLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte > 0x40 && byte < 0x5b) || (byte > 0x60 && byte < 0x7b));
/** Both code pages have letters at C0 to FF, but for two signs. */
const isHighLetter = (byte: number | undefined) =>
  byte !== undefined && byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;

/**
 * Tells Windows-1256 (Arabic) from Windows-1252 (Western European) text, which have every byte in common, by how letters beyond
 * ASCII stand together. Certain only with enough of them, nine in ten of one kind.
 */
export function createCodePageGuess(): { take(bytes: Uint8Array): void; guess(): CodePage } {
  const counts: LetterCounts = { inRuns: 0, besideAscii: 0, alone: 0 };
  return {
    take(bytes) {
      for (let at = 0; at < bytes.length; at += 1) {
        if (!isHighLetter(bytes[at])) continue;
        const [before, after] = [bytes[at - 1], bytes[at + 1]];
        if (isAsciiLetter(before) || isAsciiLetter(after)) counts.besideAscii += 1;
        else if (isHighLetter(before) || isHighLetter(after)) counts.inRuns += 1;
        else counts.alone += 1;
      }
    },
    guess() {
      const { inRuns, besideAscii } = counts;
      const [more, fewer] = [Math.max(inRuns, besideAscii), Math.min(inRuns, besideAscii)];
      return {
        encoding: inRuns >= besideAscii ? 'windows-1256' : 'windows-1252',
        isCertain: more >= LEAST_LETTERS && fewer * 10 <= more,
      };
    },
  };
}
