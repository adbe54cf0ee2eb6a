import { createInstance, type i18n as I18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Wording } from './define-wording';
import { languages, localeOf, pickLanguage, type Language } from './locales';
import { baseWordings } from './wording';

export interface I18nOptions {
  readonly language: Language;
  /** The words of the features; the base words are always there. */
  readonly wordings?: readonly Wording[];
}

/** Makes the interface's translator, ready at once: all words are bundled, nothing is fetched. */
export function createI18n({ language, wordings = [] }: I18nOptions): I18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...languages],
    defaultNS: 'common',
    ns: [...baseWordings, ...wordings].map((wording) => wording.namespace),
    resources: resourcesOf([...baseWordings, ...wordings]),
    initAsync: false,
    // React escapes what it draws; escaping twice would show "&amp;".
    interpolation: { escapeValue: false },
  });
  formatNumbers(instance);
  return instance;
}

function resourcesOf(wordings: readonly Wording[]): Resource {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      Object.fromEntries(wordings.map(({ namespace, words }) => [namespace, words[language]])),
    ]),
  );
}

/** Makes `{{count, number}}` use our locale, with its digits, rather than the bare language. */
function formatNumbers(instance: I18n): void {
  // Not i18next's own cache: it makes and keeps a format for every number, which a table of rows feels.
  const formats = {
    en: new Intl.NumberFormat(localeOf('en')),
    ar: new Intl.NumberFormat(localeOf('ar')),
  } satisfies Record<Language, Intl.NumberFormat>;
  instance.services.formatter?.add('number', (value: number, tag) =>
    formats[pickLanguage([tag ?? 'en'])].format(value),
  );
}
