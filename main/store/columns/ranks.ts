/** Numbers by slot, of which smaller ones come first, equal ones tie, and the number of groups stands for no value. */
export interface Ranks {
  readonly values: Int32Array | Uint16Array | Uint8Array;
  readonly groups: number;
}
