import { RuleTester } from 'eslint';
import { describe, expect, it } from 'vitest';
import { isKebabCase, kebabCaseFiles } from '../../../../build/lint/kebab-case-files.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const errors = [{ messageId: 'notKebabCase' }];

new RuleTester().run('kebab-case-files', kebabCaseFiles, {
  valid: [
    { code: '', filename: 'main/links/query-links.ts' },
    { code: '', filename: 'main/index.ts' },
    { code: '', filename: 'test/unit/preload/domain/money.test.ts' },
    { code: '', filename: 'build/eslint.config.mjs' },
    { code: '', filename: 'README/aps2-wire.ts' },
  ],
  invalid: [
    { code: '', filename: 'main/links/QueryLinks.ts', errors },
    { code: '', filename: 'main/links/queryLinks.ts', errors },
    { code: '', filename: 'main/links/query_links.ts', errors },
    { code: '', filename: 'main/links/query--links.ts', errors },
    { code: '', filename: 'renderer/ui/Dialog.tsx', errors },
  ],
});

describe('isKebabCase', () => {
  it('looks at the name and not at the folders', () => {
    expect(isKebabCase('SRC/good-name.ts')).toBe(true);
    expect(isKebabCase('src/-bad.ts')).toBe(false);
  });
});
