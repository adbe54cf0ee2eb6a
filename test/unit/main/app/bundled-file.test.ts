import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appOrigin, bundledFile, isOurPage, printOrigin } from '../../../../main/app/bundled-file';

const folder = path.resolve('/app/renderer');
const site = { origin: appOrigin, folder };
const get = (url: string) => bundledFile({ method: 'GET', url }, site);

describe('bundledFile', () => {
  it('finds files of a known kind inside the folder, and the page at the root', () => {
    expect(get('app://bundle/')).toBe(path.join(folder, 'index.html'));
    expect(get('app://bundle/assets/index-1.js')).toBe(path.join(folder, 'assets/index-1.js'));
  });

  it.each([
    'app://bundle/../main/main.js',
    'app://bundle/%2e%2e/main/main.js',
    'app://bundle/assets/../../x.js',
  ])('stays inside the folder for %s', (url) => {
    expect(get(url)).toMatch(new RegExp(`^${folder}`));
  });

  it.each([
    'app://other/index.html',
    'https://bundle/index.html',
    'app://bundle/..%2fmain.js',
    'app://bundle/links.db',
    'app://bundle/%',
    'not a url',
  ])('refuses %s', (url) => {
    expect(get(url)).toBeUndefined();
  });

  it('tells the screen and what is printed apart by their origins', () => {
    const print = { origin: printOrigin, folder: path.resolve('/app/print') };
    const asked = (url: string) => bundledFile({ method: 'GET', url }, print);
    expect(asked('app://print/print.css')).toBe(path.resolve('/app/print/print.css'));
    expect(asked('app://bundle/print.css')).toBeUndefined();
    expect(get('app://print/index.html')).toBeUndefined();
  });

  it('answers nothing but GET', () => {
    expect(bundledFile({ method: 'POST', url: 'app://bundle/index.html' }, site)).toBeUndefined();
  });
});

describe('isOurPage', () => {
  it('compares the parsed origin', () => {
    expect(isOurPage('app://bundle/index.html')).toBe(true);
    for (const url of [
      'app://print/index.html',
      'app://bundle.evil/',
      'app://bundled/',
      'https://bundle/',
      'app:bundle',
      'about:blank',
    ]) {
      expect(isOurPage(url)).toBe(false);
    }
  });
});
