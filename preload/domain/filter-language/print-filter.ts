import type { LinkFilter } from '../link-filter';
import { tidyFilter } from '../tidy-filter';
import { writeDate } from './date-range';
import { fields, type Field } from './fields';
import type { FilterNames } from './filter-names';
import { listValues } from './list-values';
import { writeNumber } from './number-range';
import { quoteText, quoteWord } from './quote';

/**
 * Writes a filter as a text that is read back as the same filter. Equal filters have one text: what is wanted in the order of the
 * fields, what is refused, then the words. Members of lists keep their order.
 */
export function printFilter(filter: LinkFilter, names: FilterNames): string {
  const tidy = tidyFilter(filter);
  const { words = [], not = {} } = tidy;
  const terms = [
    ...fields.flatMap((field) => termsOf(field, tidy, names)),
    ...fields.flatMap((field) => termsOf(field, not, names)).map((term) => `-${term}`),
    ...words.map(quoteWord),
    ...(not.words ?? []).map((word) => `-${quoteWord(word)}`),
  ];
  return terms.join(' ');
}

/** A field's part of a filter as terms: none, one, or two for a range that one cannot say. */
function termsOf(field: Field, filter: LinkFilter, names: FilterNames): readonly string[] {
  return valuesOf(field, filter, names).map((value) => `${field.name}:${value}`);
}

function valuesOf(field: Field, filter: LinkFilter, names: FilterNames): readonly string[] {
  switch (field.kind) {
    case 'list': {
      const members = filter[field.part] ?? [];
      const written = members.map((member) => listValues[field.part].write(member, names));
      return written.length === 0 ? [] : [written.join(',')];
    }
    case 'number': {
      const number = filter[field.part];
      return number === undefined ? [] : writeNumber(number);
    }
    case 'date': {
      const date = filter[field.part];
      return date === undefined ? [] : [writeDate(date)];
    }
    case 'text': {
      const text = filter.texts?.[field.part];
      return text === undefined ? [] : [quoteText(text)];
    }
  }
}
