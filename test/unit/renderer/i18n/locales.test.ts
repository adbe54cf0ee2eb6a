import { expect, it } from 'vitest';
import { directionOf, localeOf, pickLanguage } from '../../../../renderer/i18n/locales';

it.each([
  [['ar-KW', 'en'], 'ar'],
  [['fr-FR', 'AR'], 'ar'],
  [['de'], 'en'],
  [[], 'en'],
  [['en-US', 'ar'], 'en'],
] as const)('from %j it picks %s', (preferred, language) => {
  expect(pickLanguage(preferred)).toBe(language);
});

it('always names the calendar and the digits', () => {
  expect(new Intl.NumberFormat(localeOf('ar')).resolvedOptions().numberingSystem).toBe('latn');
  expect(new Intl.DateTimeFormat(localeOf('ar')).resolvedOptions().calendar).toBe('gregory');
  expect(new Intl.NumberFormat(localeOf('ar', 'arab')).resolvedOptions().numberingSystem).toBe('arab');
});

it('reads Arabic from right to left', () => {
  expect([directionOf('ar'), directionOf('en')]).toEqual(['rtl', 'ltr']);
});
