/** Few texts that many links share, each under a small number; 0 stands for no text. */
export class CodeList {
  readonly #texts: string[] = [''];
  readonly #codes = new Map<string, number>();

  /** The texts by their number; the first is the empty one, for none. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  codeOf(text: string | null): number {
    if (text === null) return 0;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.push(text) - 1;
    this.#codes.set(text, code);
    return code;
  }
}
