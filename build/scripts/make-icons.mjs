// Draws build/installer/icon.svg as the pictures that installers and windows want: `node build/scripts/make-icons.mjs`.
// The results are in version control; run it again after a change of the drawing.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './lib/find-browser.mjs';
import { asIcns, asIco } from './lib/icon-files.mjs';
import { inRepo } from './lib/paths.mjs';

const drawing = readFileSync(inRepo('build/installer/icon.svg'), 'utf8');
const program = findBrowser();
if (!program) throw new Error('Drawing icons needs Chromium, Chrome or Edge.');
const browser = await chromium.launch({ executablePath: program.path, args: ['--no-sandbox'] });

/** @param {number} size */
async function draw(size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

try {
  const [tiny, small, medium, large] = [await draw(32), await draw(256), await draw(512), await draw(1024)];
  writeFileSync(inRepo('build/installer/icon.png'), medium);
  writeFileSync(
    inRepo('build/installer/icon.ico'),
    asIco([
      { size: 32, png: tiny },
      { size: 256, png: small },
    ]),
  );
  writeFileSync(
    inRepo('build/installer/icon.icns'),
    asIcns([
      { type: 'ic08', png: small },
      { type: 'ic09', png: medium },
      { type: 'ic10', png: large },
    ]),
  );
  writeFileSync(inRepo('assets/icon.png'), small);
} finally {
  await browser.close();
}
