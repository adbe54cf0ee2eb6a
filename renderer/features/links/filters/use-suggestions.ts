import { useTranslation } from 'react-i18next';
import { fields, type Field } from '#domain/filter-language/fields';
import type { FilterNames } from '#domain/filter-language/filter-names';
import { parseFilter } from '#domain/filter-language/parse-filter';
import { suggestTerms, type Suggestion } from '#domain/filter-language/suggest-terms';
import type { SearchSuggestion } from '../../../ui/search-combobox';
import { useFilterWords } from './use-filter-words';

/** Text with a caret in it. */
export interface CaretText {
  readonly text: string;
  readonly caret: number;
}

export interface WordedSuggestions {
  readonly items: readonly SearchSuggestion[];
  /** True while nothing is begun at the caret: all fields would be offered to somebody who goes on to another word. */
  readonly isAtGap: boolean;
  /** The text with a suggestion in its place. */
  readonly take: (index: number) => TakenText;
}

/** A text with the caret behind what was put into it; `goesOn` while that still wants something behind it. */
export interface TakenText extends CaretText {
  readonly goesOn: boolean;
}

/** What could stand at the caret, with what it means in the user's language. */
export function useSuggestions({ text, caret }: CaretText, names: FilterNames): WordedSuggestions {
  const meaning = useMeaning(names);
  const { from, to, items } = suggestTerms(text, caret, names);
  return {
    items: items.map((item) => ({
      id: `${item.kind} ${item.field} ${item.insert}`,
      term: item.insert.trim(),
      label: meaning(item),
    })),
    isAtGap: caret <= from && /^$|\s$/.test(text.slice(0, from)),
    take: (index) => {
      const item = items[index];
      if (item === undefined) return { text, caret, goesOn: true };
      return takeSuggestion({ text, from, to, item });
    },
  };
}

interface Taken {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly item: Pick<Suggestion, 'insert' | 'kind'>;
}

/** Puts a suggestion into a text; behind a complete term goes a space, so that the next one can be typed. */
export function takeSuggestion({ text, from, to, item }: Taken): TakenText {
  const after = text.slice(to);
  const goesOn = item.kind === 'field' || isSign(item.insert);
  const put = item.insert + (goesOn || after !== '' ? '' : ' ');
  return { text: text.slice(0, from) + put + after, caret: from + put.length, goesOn };
}

/** A sign of comparing, which wants a number. */
const isSign = (insert: string): boolean => /[<>]=?$/.test(insert);

const signWords: Readonly<Record<string, 'above' | 'orMore' | 'below' | 'orLess'>> = {
  '>': 'above',
  '>=': 'orMore',
  '<': 'below',
  '<=': 'orLess',
};

function useMeaning(names: FilterNames): (item: Suggestion) => string {
  const words = useFilterWords();
  const { t, i18n } = useTranslation('links');
  const currencyNames = new Intl.DisplayNames([i18n.language], { type: 'currency' });
  return ({ kind, field: name, value = '' }) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (field === undefined) return name;
    if (kind === 'field') return words.part(field.part);
    if (field.kind === 'list') {
      if (field.part === 'currencies' && value !== '') return currencyNames.of(value) ?? value;
      return field.part === 'connectionIds' ? words.part(field.part) : words.member(field.part, value);
    }
    const sign = signWords[value];
    if (sign !== undefined) return t(`bounds.${sign}`, { value: '…' });
    return wordsOfRange(field, value, { names, words }) ?? words.part(field.part);
  };
}

/** A number or a date as the chip would word it; undefined while it is only the beginning of one. */
function wordsOfRange(
  { name, kind, part }: Field,
  value: string,
  { names, words }: { readonly names: FilterNames; readonly words: ReturnType<typeof useFilterWords> },
): string | undefined {
  const { filter } = parseFilter(`${name}:${value}`, names);
  if (kind === 'date') return filter[part] && words.date(part, filter[part]);
  if (kind === 'number') return filter[part] && words.bounds(filter[part]);
  return undefined;
}
