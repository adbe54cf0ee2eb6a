import { defineConfig } from '@playwright/test';
import { inRepo } from './scripts/lib/paths.mjs';

// The application under test is started by test/e2e/launch.ts; Playwright downloads no browser of its own.
export default defineConfig({
  globalSetup: inRepo('build/scripts/lib/build-before-specs.mjs'),
  testDir: inRepo('test/e2e'),
  outputDir: inRepo('out/test-results'),
  workers: 1,
  // Real processes, a real browser and real time: what a second run passes is listed as flaky, and is a bug to be found.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
});
