import { createContext, useContext } from 'react';
import { createFormatters, type Formatters } from './formatters';
import { localeOf } from './locales';

/** One set of formatters for the whole page: a table asks for them in every cell. Filled by `I18nFrame`. */
export const FormattersContext = createContext<Formatters>(createFormatters(localeOf('en')));

/** The formatters of the language in use. */
export function useFormatters(): Formatters {
  return useContext(FormattersContext);
}
