import { builtinModules } from 'node:module';
import { existsSync } from 'node:fs';
import { inRepo, repoRoot } from '../scripts/lib/paths.mjs';
import { watPlugin } from './wat.mjs';

/** Everything of Node itself, with and without the `node:` prefix. */
const nodeBuiltins = [...builtinModules, /^node:/];

/**
 * A Vite configuration that bundles entries for Node: one folder of ES modules, unminified so that stack traces read
 * well and functions keep their source. Entries whose source file does not exist yet are left out.
 * @param {{ outDir: string, entries: Record<string, string>, external: (string | RegExp)[], format?: 'es' | 'cjs', extension?: string }} bundle
 * @returns {import('vite').InlineConfig}
 */
export function nodeBundle({ outDir, entries, external, format = 'es', extension = 'js' }) {
  const input = Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(inRepo(file))));
  return {
    root: repoRoot,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [watPlugin()],
    // A bundle carries its pure JavaScript libraries, so that the shipped application needs native ones only.
    ssr: { noExternal: true },
    resolve: { conditions: ['node', 'module', 'import', 'default'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: inRepo(outDir),
      emptyOutDir: true,
      minify: false,
      sourcemap: format === 'es',
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        external: [...nodeBuiltins, ...external],
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/[name]-[hash].${extension}`,
        },
      },
    },
  };
}
