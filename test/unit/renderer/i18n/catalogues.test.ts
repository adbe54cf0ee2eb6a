import { describe, expect, it } from 'vitest';
import type { Wording, WordTree } from '../../../../renderer/i18n/define-wording';

// Every wording.ts of the renderer, of features that do not exist yet too.
const modules = import.meta.glob<Record<string, unknown>>('../../../../renderer/**/wording.ts', {
  eager: true,
});

function isWording(value: unknown): value is Wording {
  return typeof value === 'object' && value !== null && 'namespace' in value && 'words' in value;
}

const wordings = Object.values(modules)
  .flatMap((module) => Object.values(module).flat())
  .filter(isWording);

const arabicForms = new Intl.PluralRules('ar').resolvedOptions().pluralCategories;
const englishForms = new Intl.PluralRules('en').resolvedOptions().pluralCategories;
const suffix = /_(zero|one|two|few|many|other)$/;

/** All words by their full key: `{ a: { b: 'x' } }` becomes `a.b -> x`. */
function flatten(tree: WordTree, prefix = ''): ReadonlyMap<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** Keys that come in plural forms: only those with `_other` are plurals, `step_two` alone is not. */
function pluralsOf(words: ReadonlyMap<string, string>): ReadonlySet<string> {
  return new Set(
    [...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(suffix, '')),
  );
}

function baseKeys(words: ReadonlyMap<string, string>): readonly string[] {
  const plurals = pluralsOf(words);
  const base = [...words.keys()].map((key) =>
    plurals.has(key.replace(suffix, '')) ? key.replace(suffix, '') : key,
  );
  return [...new Set(base)].sort();
}

function variables(text: string): readonly string[] {
  return [...text.matchAll(/{{-?\s*([^},\s]+)[^}]*}}/g)].map((match) => match[1] ?? '').sort();
}

it('finds the base words', () => {
  expect(wordings.map(({ namespace }) => namespace)).toEqual(
    expect.arrayContaining(['common', 'errors', 'grid', 'status']),
  );
  expect(new Set(wordings.map(({ namespace }) => namespace)).size).toBe(wordings.length);
});

describe.each(wordings)('the words of $namespace', ({ words }) => {
  const en = flatten(words.en);
  const ar = flatten(words.ar);

  it('have the same keys in both languages', () => {
    expect(baseKeys(ar)).toEqual(baseKeys(en));
    expect([...pluralsOf(ar)].sort()).toEqual([...pluralsOf(en)].sort());
  });

  it('have every plural form of the language', () => {
    const missing = (all: ReadonlyMap<string, string>, forms: readonly string[]): readonly string[] =>
      [...pluralsOf(all)]
        .flatMap((key) => forms.map((form) => `${key}_${form}`))
        .filter((key) => !all.has(key));
    expect(missing(ar, arabicForms)).toEqual([]);
    expect(missing(en, englishForms)).toEqual([]);
  });

  it('use the same variables; only a form for one exact count may leave some out', () => {
    const wrong = [...ar].filter(([key, text]) => {
      const plural = key.replace(suffix, '');
      const wanted = variables(en.get(key) ?? en.get(`${plural}_other`) ?? '');
      const used = variables(text);
      const isExactForm = pluralsOf(ar).has(plural) && /_(zero|one|two)$/.test(key);
      return isExactForm ? !used.every((name) => wanted.includes(name)) : used.join() !== wanted.join();
    });
    expect(wrong).toEqual([]);
  });

  it('are neither empty nor left in English', () => {
    const untranslated = [...ar].filter(
      ([key, text]) =>
        // Each language is called by its own name everywhere, and each provider by its brand.
        !/^(?:languages|provider)\./.test(key) &&
        text === en.get(key) &&
        /\p{Ll}{2,}/u.test(text.replaceAll(/{{[^}]*}}/g, '')),
    );
    expect([...en, ...ar].filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(untranslated).toEqual([]);
  });
});
