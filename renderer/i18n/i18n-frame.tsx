import type { i18n as I18n } from 'i18next';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createFormatters } from './formatters';
import { directionOf, localeOf, pickLanguage, type Numerals } from './locales';
import { FormattersContext } from './use-formatters';
import { FrameWordsContext, statusWords, StatusWordsContext } from './use-frame-words';

export interface I18nFrameProps {
  readonly i18n: I18n;
  readonly numerals?: Numerals;
  readonly children: ReactNode;
}

/** Gives everything inside its language: words, react-aria's locale, and `lang` and `dir` of the page. */
export function I18nFrame({ i18n, numerals = 'latn', children }: I18nFrameProps): ReactNode {
  return (
    <I18nextProvider i18n={i18n}>
      <LocaleFrame numerals={numerals}>{children}</LocaleFrame>
    </I18nextProvider>
  );
}

function LocaleFrame({ numerals, children }: Required<Omit<I18nFrameProps, 'i18n'>>): ReactNode {
  // useTranslation draws this part again when the language changes.
  const { i18n, t } = useTranslation(['common', 'status']);
  const language = pickLanguage([i18n.language]);
  // Before painting, so that no frame shows Arabic left to right.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  const locale = localeOf(language, numerals);
  const formatters = useMemo(() => createFormatters(locale), [locale]);
  const statuses = useMemo(() => statusWords(t), [t]);
  return (
    <I18nProvider locale={locale}>
      <FormattersContext value={formatters}>
        <FrameWordsContext value={t}>
          <StatusWordsContext value={statuses}>{children}</StatusWordsContext>
        </FrameWordsContext>
      </FormattersContext>
    </I18nProvider>
  );
}
