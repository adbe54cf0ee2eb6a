import type { SearchedTerms } from './text-search';
import type { FoldedTexts } from './folded-texts';

const encoder = new TextEncoder();

/** From this share of links on, reading a trigram's places costs the index more than looking through memory. */
const rareShare = 1 / 200;

/** So many links of a block tell; an eighth of them all, because each trigram of a text may have to be looked for. */
const recordsLookedAt = 1_024;

/**
 * Whether the trigram index finds terms soon: it goes from place to place of the rarest trigram it is asked for. How rare that is,
 * the first links of three blocks tell.
 */
export function indexIsQuick(texts: FoldedTexts, { wanted, refused }: SearchedTerms): boolean {
  const last = texts.blockCount - 1;
  const blocks = [...new Set([0, last >> 1, last])].filter((block) => block >= 0 && block <= last);
  const isRare = ({ text }: { readonly text: string }) =>
    trigramsOf(text).some((trigram) => isRareIn(texts, blocks, trigram));
  return (wanted.length === 0 || wanted.some(isRare)) && refused.every(isRare);
}

/** As the index cuts a text: a shorter one has none, and is not in the index. */
function trigramsOf(text: string): readonly string[] {
  const letters = [...text];
  return letters.slice(2).map((last, index) => `${letters[index] ?? ''}${letters[index + 1] ?? ''}${last}`);
}

function isRareIn(texts: FoldedTexts, blocks: readonly number[], trigram: string): boolean {
  const needle = { bytes: encoder.encode(trigram), fields: -1 };
  let found = 0;
  let looked = 0;
  for (const block of blocks) {
    found += texts.findIn(block, needle, recordsLookedAt).length;
    looked += Math.min(texts.recordsIn(block), recordsLookedAt);
  }
  return found <= looked * rareShare;
}
