import type { ColumnAnswer } from './column-answer';

/** So many are remembered before those nobody holds any more are forgotten. */
const mostRemembered = 64;

/** Answers that may still have to be worked out, as long as somebody holds them. */
export class OpenAnswers {
  #answers: WeakRef<ColumnAnswer>[] = [];

  add(answer: ColumnAnswer): void {
    if (this.#answers.length >= mostRemembered) {
      this.#answers = this.#answers.filter((known) => known.deref() !== undefined);
    }
    this.#answers.push(new WeakRef(answer));
  }

  /** Works all of them out, because what they rest on is about to change. */
  finish(): void {
    for (const answer of this.#answers) answer.deref()?.finish();
    this.#answers = [];
  }
}
