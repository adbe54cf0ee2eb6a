import { describe, expect, it } from 'vitest';
import {
  believeExitCode,
  closingLine,
  countPlaywright,
  countVitest,
  sumCounts,
} from '../../../../build/scripts/lib/count-results.mjs';

const file = (status: string, ...states: readonly string[]) => ({
  status,
  assertionResults: states.map((state) => ({ status: state })),
});

describe('counting test results', () => {
  it('counts what vitest reports', () => {
    const testResults = [file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed', 'todo')];
    expect(countVitest({ testResults })).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts what Playwright reports, a test that needed a second try among those that passed', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it('counts an error outside of any Playwright test', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: [new Error('no config')] }).failed).toBe(1);
  });

  it('does not call a run clean whose runner ended with an error', () => {
    const clean = { passed: 5, failed: 0, skipped: 0 };
    expect(believeExitCode(clean, 1).failed).toBe(1);
    expect(believeExitCode(clean, 0)).toEqual(clean);
    expect(believeExitCode({ passed: 5, failed: 3, skipped: 0 }, 1).failed).toBe(3);
  });

  it('adds up and words the closing line', () => {
    const sum = sumCounts([
      { passed: 5, failed: 0, skipped: 1 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(closingLine(sum)).toBe('7 passed, 1 failed, 1 skipped');
    expect(closingLine({ passed: 7, failed: 0, skipped: 0 })).toBe('7 passed, 0 failed');
  });
});
