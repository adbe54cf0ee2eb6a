import { cpSync, existsSync, rmSync } from 'node:fs';
import { inRepo } from './paths.mjs';

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} output  what it makes, from the repository's root
 * @property {readonly string[]} sources  files and folders it is made from
 * @property {string} needs  without this file there is nothing to build yet
 * @property {() => Promise<void>} make
 */

const shared = ['preload/domain', 'preload/contract'];

// The configurations are imported only when something has to be built: an up-to-date tree then starts without loading Vite.
/** @param {() => Promise<import('vite').InlineConfig>} load */
const viteBuild = (load) => async () => {
  const [{ build }, config] = await Promise.all([import('vite'), load()]);
  await build(config);
};

/**
 * The fonts of printed pages by the name the style sheet has for them. In single weights: Chromium can put only those into a PDF as
 * fonts, and draws the letters of a variable one.
 */
const printFonts = {
  'inter-400.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter-600.woff2': '@fontsource/inter/files/inter-latin-600-normal.woff2',
  'inter-ext-400.woff2': '@fontsource/inter/files/inter-latin-ext-400-normal.woff2',
  'noto-arabic-400.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  'noto-arabic-600.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2',
};

async function copyAssets() {
  rmSync(inRepo('out/assets'), { recursive: true, force: true });
  cpSync(inRepo('assets'), inRepo('out/assets'), { recursive: true });
  for (const [name, file] of Object.entries(printFonts)) {
    cpSync(inRepo('node_modules', file), inRepo('out/assets/print', name));
  }
}

/** All that a build can make, in order. @type {readonly Target[]} */
export const targets = [
  {
    name: 'main',
    output: 'out/main/main.js',
    sources: ['main', ...shared],
    needs: 'main/index.ts',
    make: viteBuild(async () => (await import('../../vite/main.mjs')).mainConfig()),
  },
  {
    name: 'preload',
    output: 'out/preload/preload.cjs',
    sources: ['preload'],
    needs: 'preload/index.ts',
    make: viteBuild(async () => (await import('../../vite/preload.mjs')).preloadConfig()),
  },
  {
    name: 'renderer',
    output: 'out/renderer/index.html',
    sources: ['renderer', ...shared],
    needs: 'renderer/index.html',
    make: viteBuild(async () => (await import('../../vite/renderer.mjs')).rendererConfig()),
  },
  {
    name: 'browser-host',
    output: 'out/browser-host/register.js',
    sources: ['test/browser-host', 'build/scripts/lib'],
    needs: 'test/browser-host/register.ts',
    make: viteBuild(async () => (await import('../../vite/browser-host.mjs')).browserHostConfig()),
  },
  {
    name: 'tools',
    output: 'out/tools',
    sources: [
      'test/e2e',
      'test/bench',
      'test/browser-host',
      'test/support',
      'main',
      'build/scripts/lib',
      ...shared,
    ],
    needs: 'test/bench/run.ts',
    make: viteBuild(async () => (await import('../../vite/tools.mjs')).toolsConfig()),
  },
  { name: 'assets', output: 'out/assets', sources: ['assets'], needs: 'assets', make: copyAssets },
];

/** What every target depends on besides its own sources. */
export const commonSources = [
  'package.json',
  'package-lock.json',
  'build/vite',
  'build/scripts/lib/targets.mjs',
];

/** @param {Target} target */
export const canBuild = (target) => existsSync(inRepo(target.needs));
