/** Names that live outside a filter: what a user calls a connection, and which currencies are there to choose from. */
export interface FilterNames {
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  /** Codes of the links at hand, the empty code for links without an amount; without it, all of ISO 4217. */
  readonly currencies?: readonly string[];
}
