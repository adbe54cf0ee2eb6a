import type { ExportLanguage } from '../wording';

const names: Readonly<Record<ExportLanguage, string>> = { en: 'Payment links', ar: 'روابط الدفع' };

/** The names of the sheets of links: `Payment links`, `Payment links 2` ... */
export function sheetNames(language: ExportLanguage, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? names[language] : `${names[language]} ${index + 1}`,
  );
}
