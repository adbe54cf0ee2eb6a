import { describe, expect, it } from 'vitest';

import { errorCodes } from '#domain/app-error';
import { errorTitles } from '../../../../main/export/error-titles';
import { errors as arabic } from '../../../../renderer/i18n/ar/errors';
import { errors as english } from '../../../../renderer/i18n/en/errors';

describe('the errors in a file', () => {
  it.each([
    ['en', english],
    ['ar', arabic],
  ] as const)('are worded as on the %s screen', (language, onScreen) => {
    expect(errorTitles[language]).toEqual(
      Object.fromEntries(errorCodes.map((code) => [code, onScreen[code].title])),
    );
  });
});
