import { describe, expect, it } from 'vitest';

import { namePlaywright, nameVitest } from '../../../../build/scripts/lib/name-failures.mjs';
import { inRepo } from '../../../../build/scripts/lib/paths.mjs';

describe('what failed', () => {
  it('is named by vitest with its file and the first line of the reason', () => {
    const passed = { fullName: 'a adds', status: 'passed', failureMessages: [] };
    const failed = { fullName: 'a takes', status: 'failed', failureMessages: ['Error: 3\n  at a.ts:1'] };
    const files = [
      { name: inRepo('test/unit/a.test.ts'), status: 'failed', assertionResults: [passed, failed] },
      {
        name: inRepo('test/unit/b.test.ts'),
        status: 'failed',
        message: 'No such file\n',
        assertionResults: [],
      },
      { name: inRepo('test/unit/c.test.ts'), status: 'passed', assertionResults: [passed] },
    ];
    expect(nameVitest({ testResults: files })).toEqual([
      'test/unit/a.test.ts › a takes: Error: 3',
      'test/unit/b.test.ts: No such file',
    ]);
  });

  it('is named by Playwright with its line, at any depth, and not when a second try passed', () => {
    const spec = (title: string, ok: boolean) => ({ title, ok, file: 'a.spec.ts', line: 7 });
    const report = {
      suites: [
        { specs: [spec('opens', false), spec('closes', true)], suites: [{ specs: [spec('ends', false)] }] },
      ],
    };
    expect(namePlaywright(report)).toEqual(['test/e2e/a.spec.ts:7 › opens', 'test/e2e/a.spec.ts:7 › ends']);
  });
});
