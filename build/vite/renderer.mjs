import react from '@vitejs/plugin-react';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { inRepo } from '../scripts/lib/paths.mjs';

/**
 * The screen. It is served by the application's own protocol under a strict content security policy: relative addresses, no inline
 * script, no data: fonts, no preload polyfill (which would be an inline script).
 * @returns {import('vite').InlineConfig}
 */
export const rendererConfig = () => ({
  root: inRepo('renderer'),
  configFile: false,
  logLevel: 'warn',
  base: './',
  publicDir: false,
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US', 'ar-AE'] }), enforce: 'pre' }],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    target: 'chrome140',
    outDir: inRepo('out/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});
