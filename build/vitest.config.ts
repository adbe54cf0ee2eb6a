import { defineConfig } from 'vitest/config';
import { repoRoot } from './scripts/lib/paths.mjs';
import { watPlugin } from './vite/wat.mjs';

// Tests that start processes (a keyring, a store process, Chromium) get more time and do not run beside each other on small machines.
const slow = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  root: repoRoot,
  plugins: [watPlugin()],
  test: {
    environment: 'node',
    testTimeout: 10_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          fileParallelism: false,
          ...slow,
        },
      },
      { extends: true, test: { name: 'model', include: ['test/model/**/*.test.ts'], ...slow } },
      { extends: true, test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], ...slow } },
    ],
  },
});
