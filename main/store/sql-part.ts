/** A piece of SQL with the values of its placeholders, in their order. */
export interface SqlPart {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** Conditions that must all hold; none hold for every row. */
export function allOf(parts: readonly SqlPart[]): SqlPart {
  return joined(parts, ' AND ', 'TRUE');
}

/** Conditions of which one must hold; none hold for no row. */
export function anyOf(parts: readonly SqlPart[]): SqlPart {
  return joined(parts, ' OR ', 'FALSE');
}

function joined(parts: readonly SqlPart[], word: string, empty: string): SqlPart {
  return {
    sql: parts.length === 0 ? empty : `(${parts.map(({ sql }) => sql).join(word)})`,
    params: parts.flatMap(({ params }) => params),
  };
}
