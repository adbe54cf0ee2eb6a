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
  readonly #wanted: readonly Needle[];
  readonly #refused: readonly Needle[];
  /** How many of the wanted terms, in their order, each slot has; or `refusedMark`. */
  #marks = new Uint8Array();
  #version = -1;
  #steps: Iterator<undefined>;

  constructor(texts: FoldedTexts, { wanted, refused }: SearchedTerms) {
    this.texts = texts;
    this.#wanted = wanted.map(toNeedle);
    this.#refused = refused.map(toNeedle);
    this.#steps = this.#search();
  }

  /** Takes a step of less than a millisecond; true when it was the last. */
  step(): boolean {
    return this.#steps.next().done === true;
  }

  /** 1 for each slot that passes, as the texts are now: takes the steps that are left, and all again where a text has changed. */
  mask(): Uint8Array<ArrayBuffer> {
    if (this.#version !== this.texts.version) this.#steps = this.#search();
    while (!this.step());
    const whole = this.#wanted.length;
    return this.#marks.map((mark) => Number(mark === whole));
  }

  *#search(): Generator<undefined> {
    const { texts } = this;
    const marks = new Uint8Array(texts.count);
    this.#marks = marks;
    this.#version = texts.version;
    for (const [index, needle] of this.#wanted.entries()) {
      for (let block = 0; block < texts.blockCount; block++) {
        for (const slot of texts.findIn(block, needle)) if (marks[slot] === index) marks[slot] = index + 1;
        yield;
      }
    }
    for (const needle of this.#refused) {
      for (let block = 0; block < texts.blockCount; block++) {
        for (const slot of texts.findIn(block, needle)) marks[slot] = refusedMark;
        yield;
      }
    }
  }
}

function toNeedle({ fields, text }: TextTerm): Needle {
  const isAny = fields.length === textFields.length;
  const bits = fields.reduce((all, field) => all | (1 << textFields.indexOf(field)), 0);
  return { bytes: new TextEncoder().encode(text), fields: isAny ? -1 : bits };
}
