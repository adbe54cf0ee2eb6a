import { defineConfig } from '@playwright/test';
import { inRepo } from './scripts/lib/paths.mjs';

// The application under test is started by test/e2e/launch.ts; Playwright downloads no browser of its own.
export default defineConfig({
  globalSetup: inRepo('build/scripts/lib/build-before-specs.mjs'),
  testDir: inRepo('test/e2e'),
  outputDir: inRepo('out/test-results'),
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  forbidOnly: process.env['CI'] !== undefined,
});
