/** One format of files with rejected rows, as text. */
export interface RejectedFormat {
  readonly head: string;
  readonly foot: string;
  row(cells: readonly string[], reason: string): string;
  /** The bytes of a text that this format writes. */
  encode(text: string): Uint8Array;
}
