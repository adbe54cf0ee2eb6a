import { textFields, type LinkFilter, type TextField } from '#domain/link-filter';

import { foldForIndex, searchColumns } from './search-index';
import { anyOf, type SqlPart } from './sql-part';

type Asked = Pick<LinkFilter, 'words' | 'texts'>;

/** A folded text to be found in one of some fields. */
export interface TextTerm {
  readonly fields: readonly TextField[];
  readonly text: string;
}

/** What is asked of a link's texts, by how it is found. */
export interface TextTerms {
  /** Three characters and more, which the trigram index answers. */
  readonly indexed: readonly TextTerm[];
  /** One or two characters: found by looking through the texts. */
  readonly short: readonly TextTerm[];
  /** Texts of which nothing is left when folded are found wherever there is a text. */
  readonly present: readonly TextField[];
  /** The same of a word, which is found in every link: each has a reference. */
  readonly hasEmptyWord: boolean;
}

export function textTerms({ words = [], texts = {} }: Asked): TextTerms {
  const inAny = words.map((word): TextTerm => ({ fields: textFields, text: foldForIndex(word) }));
  const inOne = textFields.flatMap((field): TextTerm[] => {
    const text = texts[field];
    return text === undefined ? [] : [{ fields: [field], text: foldForIndex(text) }];
  });
  const terms = [...inAny, ...inOne];
  const lengthOf = ({ text }: TextTerm): number => [...text].length;
  return {
    indexed: terms.filter((term) => lengthOf(term) >= 3),
    short: terms.filter((term) => lengthOf(term) === 1 || lengthOf(term) === 2),
    present: inOne.filter(({ text }) => text === '').flatMap(({ fields }) => fields),
    hasEmptyWord: inAny.some(({ text }) => text === ''),
  };
}

/** What has to be searched for in texts, and what must not be found. */
export function searchedTerms(filter: Asked & { readonly not?: Asked }): {
  readonly wanted: readonly TextTerm[];
  readonly refused: readonly TextTerm[];
} {
  const searched = ({ indexed, short }: TextTerms) => [...indexed, ...short];
  return { wanted: searched(textTerms(filter)), refused: searched(textTerms(filter.not ?? {})) };
}

/** An expression for MATCH that wants all of the terms, or any (https://sqlite.org/fts5.html#full_text_query_syntax). */
export function matchExpression(terms: readonly TextTerm[], word: 'AND' | 'OR'): string {
  return terms
    .map(({ fields, text }) => {
      const phrase = `"${text.replaceAll('"', '""')}"`;
      return fields.length > 1
        ? phrase
        : `{${fields.map((field) => searchColumns[field]).join(' ')}} : ${phrase}`;
    })
    .join(` ${word} `);
}

/**
 * The terms as conditions on folded texts, of which `column` names each. `instr` unlike LIKE has no wildcards to escape.
 */
export function conditionsOf(
  terms: readonly TextTerm[],
  column: (field: TextField) => string,
): readonly SqlPart[] {
  return terms.map(({ fields, text }) =>
    anyOf(fields.map((field) => ({ sql: `instr(${column(field)}, ?) > 0`, params: [text] }))),
  );
}

/**
 * The folded texts of the index as a plain table: the index's own rows cannot be read from one key to another without a MATCH,
 * this table's can. Its columns are c0, c1, ... in the index's order (https://sqlite.org/fts5.html#fts5_data_structures).
 */
export const foldedTexts = {
  table: 'link_search_content',
  column: (field: TextField): string => `c${String(textFields.indexOf(field))}`,
} as const;
