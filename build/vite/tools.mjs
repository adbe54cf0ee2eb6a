import { nodeBundle } from './node-bundle.mjs';

/** Commands of the repository that are written in TypeScript beside the tests: the demo and the benchmarks. */
export const toolsConfig = () =>
  nodeBundle({
    outDir: 'out/tools',
    entries: {
      demo: 'test/e2e/demo.ts',
      bench: 'test/bench/run.ts',
      'xlsx-side': 'test/bench/xlsx-side/xlsx-side.ts',
      'import-side': 'test/bench/import-side/import-side.ts',
      'export-side': 'test/bench/export-side/export-side.ts',
    },
    external: [
      '@playwright/test',
      'playwright-core',
      'electron',
      'keytar',
      'better-sqlite3-multiple-ciphers',
      'vite',
      '@vitejs/plugin-react',
      '@duckdb/node-api',
      '@cj-tech-master/excelts',
    ],
  });
