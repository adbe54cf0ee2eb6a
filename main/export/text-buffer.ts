/** Of UTF-8 for one UTF-16 code unit. */
const MOST_BYTES = 3;

/**
 * Text put together as UTF-8 in memory that is used again and again. Joining a page's rows into one string first costs three
 * times as much, and leaves a megabyte behind for each page.
 */
export class TextBuffer {
  #bytes: Buffer;
  #length = 0;

  constructor(usualBytes: number) {
    // Room for what goes beyond the usual before anybody looks.
    this.#bytes = Buffer.allocUnsafeSlow(usualBytes * 2);
  }

  get length(): number {
    return this.#length;
  }

  add(text: string): void {
    const most = this.#length + text.length * MOST_BYTES;
    if (most > this.#bytes.length) this.#grow(most);
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** What was added; it holds until the buffer is cleared and more is added. */
  content(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #grow(least: number): void {
    const wider = Buffer.allocUnsafeSlow(Math.max(least, this.#bytes.length * 2));
    wider.set(this.content());
    this.#bytes = wider;
  }
}
