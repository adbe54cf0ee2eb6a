import { describe, expect, it } from 'vitest';
import { chooseSuites } from '../../../../build/scripts/lib/choose-suites.mjs';

describe('chooseSuites', () => {
  it('runs everything when nothing is named', () => {
    expect(chooseSuites([])).toEqual({ vitest: [], playwright: [] });
  });

  it('runs one folder of vitest', () => {
    expect(chooseSuites(['unit'])).toEqual({ vitest: ['test/unit/'], playwright: undefined });
  });

  it('runs all end-to-end tests', () => {
    expect(chooseSuites(['e2e'])).toEqual({ vitest: undefined, playwright: [] });
    expect(chooseSuites(['test/e2e/'])).toEqual({ vitest: undefined, playwright: [] });
  });

  it('gives a path to the runner that owns it', () => {
    expect(chooseSuites(['main/store'])).toEqual({ vitest: ['main/store'], playwright: undefined });
    expect(chooseSuites(['test/e2e/main-job.spec.ts'])).toEqual({
      vitest: undefined,
      playwright: ['test/e2e/main-job.spec.ts'],
    });
    expect(chooseSuites(['test\\e2e\\main-job.spec.ts']).playwright).toEqual(['test/e2e/main-job.spec.ts']);
  });

  it('gives options to the runners that run', () => {
    expect(chooseSuites(['unit', '-t', 'money'])).toEqual({
      vitest: ['test/unit/', '-t', 'money'],
      playwright: undefined,
    });
  });

  it('runs both when both are named', () => {
    expect(chooseSuites(['unit', 'e2e'])).toEqual({ vitest: ['test/unit/'], playwright: [] });
  });
});
