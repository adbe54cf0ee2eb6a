import { describe, expect, it } from 'vitest';

import { changeWording } from '../../../../main/export/change-wording';
import { ar } from '../../../../renderer/features/jobs/bulk-edit/wording/ar';
import { en } from '../../../../renderer/features/jobs/bulk-edit/wording/en';

describe('the reasons in a file', () => {
  it.each([
    ['en', en],
    ['ar', ar],
  ] as const)('are worded as on the %s screen', (language, onScreen) => {
    expect(changeWording[language].reasons).toEqual(onScreen.reasons);
  });
});
