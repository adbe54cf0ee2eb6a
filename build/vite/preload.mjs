import { nodeBundle } from './node-bundle.mjs';

/** The preload: one CommonJS file, because a sandboxed preload can be nothing else. */
export const preloadConfig = () =>
  nodeBundle({
    outDir: 'out/preload',
    entries: { preload: 'preload/index.ts' },
    external: [/^electron(\/.+)?$/],
    format: 'cjs',
    extension: 'cjs',
  });
