import { fileURLToPath } from 'node:url';

import { build } from 'vite';
import { watPlugin } from '../../../build/vite/wat.mjs';

const repoRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles one TypeScript entry into out/test-tools, where native packages are still found; answers its path. */
export async function bundleEntry(name: string, source: string): Promise<string> {
  const outDir = `${repoRoot}out/test-tools/${name}`;
  await build({
    root: repoRoot,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [watPlugin()],
    ssr: { noExternal: true, external: ['keytar', 'better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: source,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'entry.mjs' } },
    },
  });
  return `${outDir}/entry.mjs`;
}
