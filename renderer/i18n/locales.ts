/** The languages the interface speaks. */
export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];

/** Which digits numbers are written with. Latin by default, in Arabic too: they can be pasted into banks and spreadsheets. */
export type Numerals = 'latn' | 'arab';

/**
 * The BCP 47 locale for formatting. Calendar and digits are always named, because what `ar` alone means differs by region
 * (Arabic-Indic digits in ar-EG, the Hijri calendar in ar-SA).
 */
export function localeOf(language: Language, numerals: Numerals = 'latn'): string {
  return language === 'ar' ? `ar-u-ca-gregory-nu-${numerals}` : 'en-GB-u-ca-gregory-nu-latn';
}

/** The reading direction of a language. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The first language of a preference list (as in `navigator.languages`) that we speak, else English. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split('-')[0];
    const known = languages.find((language) => language === primary);
    if (known !== undefined) return known;
  }
  return 'en';
}
