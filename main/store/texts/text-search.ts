import { textFields } from '#domain/link-filter';

import type { TextTerm } from '../text-terms';
import type { FoldedTexts, Needle } from './folded-texts';

export interface SearchedTerms {
  /** All of them must be found. */
  readonly wanted: readonly TextTerm[];
  /** None of them may be. */
  readonly refused: readonly TextTerm[];
}

/** More than a search has words. */
const refusedMark = 255;

/** Which links have the texts a filter asks for, found block by block. */
export class TextSearch {
  /** Where it looks. */
  readonly texts: FoldedTexts;
  readonly terms: SearchedTerms;
  readonly #wanted: readonly Needle[];
  readonly #refused: readonly Needle[];
  /** How many of the wanted terms, in their order, each slot has; or `refusedMark`. */
  #marks = new Uint8Array();
  #version = -1;
  #steps: Iterator<undefined>;

  constructor(texts: FoldedTexts, terms: SearchedTerms) {
    this.texts = texts;
    this.terms = terms;
    this.#wanted = terms.wanted.map(toNeedle);
    this.#refused = terms.refused.map(toNeedle);
    this.#steps = this.#search();
  }

  /** Looks through one block, which takes less than a millisecond; true when it was the last. */
  step(): boolean {
    return this.#steps.next().done === true;
  }

  /** 1 for each slot that passes, as the texts are now: takes the steps that are left, and all again where a text has changed. */
  mask(): Uint8Array<ArrayBuffer> {
    if (this.#version !== this.texts.version) this.#steps = this.#search();
    while (!this.step());
    const whole = this.#wanted.length;
    const passing = new Uint8Array(this.#marks.length);
    for (let slot = 0; slot < passing.length; slot++) passing[slot] = Number(this.#marks[slot] === whole);
    return passing;
  }

  /** The same for one slot, at once. */
  passes(slot: number): boolean {
    const isIn = (needle: Needle): boolean => this.texts.holds(slot, needle);
    return this.#wanted.every(isIn) && !this.#refused.some(isIn);
  }

  *#search(): Generator<undefined> {
    const { texts } = this;
    const marks = new Uint8Array(texts.count);
    this.#marks = marks;
    this.#version = texts.version;
    // All that is asked of a block while it is at hand.
    for (let block = 0; block < texts.blockCount; block++) {
      for (const [index, needle] of this.#wanted.entries()) {
        for (const slot of texts.findIn(block, needle)) if (marks[slot] === index) marks[slot] = index + 1;
      }
      for (const needle of this.#refused) {
        for (const slot of texts.findIn(block, needle)) marks[slot] = refusedMark;
      }
      yield;
    }
  }
}

function toNeedle({ fields, text }: TextTerm): Needle {
  const isAny = fields.length === textFields.length;
  const bits = fields.reduce((all, field) => all | (1 << textFields.indexOf(field)), 0);
  return { bytes: new TextEncoder().encode(text), fields: isAny ? -1 : bits };
}
