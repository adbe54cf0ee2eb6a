import { expect, it, vi } from 'vitest';
import { errorCodes } from '#domain/app-error';
import { createI18n } from '../../../../renderer/i18n/create-i18n';
import { defineWording } from '../../../../renderer/i18n/define-wording';

it('is ready at once and uses all six Arabic plural forms', () => {
  const i18n = createI18n({ language: 'ar' });
  const words = [0, 1, 2, 3, 11, 100].map((count) => i18n.t('common:links', { count }));
  expect(words).toEqual(['لا روابط', 'رابط واحد', 'رابطان', '3 روابط', '11 رابطًا', '100 رابط']);
});

it('writes numbers inside words as the language does', () => {
  expect(createI18n({ language: 'en' }).t('common:shown', { shown: 128_412, total: 1_000_000 })).toBe(
    '128,412 of 1,000,000',
  );
  expect(createI18n({ language: 'ar' }).t('common:shown', { shown: 128_412, total: 1_000_000 })).toBe(
    '128,412 من 1,000,000',
  );
});

it('makes one number format per language, however many numbers are named', () => {
  const i18n = createI18n({ language: 'en' });
  const make = vi.spyOn(Intl, 'NumberFormat');
  for (let row = 1; row <= 50; row += 1) i18n.t('common:links', { count: row });
  expect(i18n.t('common:links', { count: 1234 })).toContain('1,234');
  expect(make.mock.calls.length).toBeLessThanOrEqual(1);
  make.mockRestore();
});

it('does not escape what React escapes itself', () => {
  expect(createI18n({ language: 'en' }).t('common:remove', { what: 'A & B' })).toBe('Remove A & B');
});

it('has a title and a next step for every error code', () => {
  const i18n = createI18n({ language: 'ar' });
  for (const code of errorCodes) {
    expect(i18n.exists(`errors:${code}.title`), code).toBe(true);
    expect(i18n.exists(`errors:${code}.next`), code).toBe(true);
  }
});

it('takes the words of a feature beside its own', () => {
  const wording = defineWording('sample', { en: { hello: 'Hello' }, ar: { hello: 'مرحبًا' } });
  const i18n = createI18n({ language: 'ar', wordings: [wording] });
  expect(i18n.getResource('ar', 'sample', 'hello')).toBe('مرحبًا');
  expect(i18n.t('common:save')).toBe('حفظ');
});
