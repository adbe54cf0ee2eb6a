import type { Language } from './locales';

/** Words by key; keys may be nested. Plurals are keys with the suffixes of i18next: `rows_one`, `rows_other`. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The words of one namespace in every language. */
export interface Wording {
  readonly namespace: string;
  readonly words: Readonly<Record<Language, WordTree>>;
}

/** Binds a namespace to its words. A test checks that all languages have the same keys. */
export function defineWording(namespace: string, words: Readonly<Record<Language, WordTree>>): Wording {
  return { namespace, words };
}
