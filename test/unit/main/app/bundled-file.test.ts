import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledFile, isOurPage } from '../../../../main/app/bundled-file';

const folder = path.resolve('/app/renderer');
const get = (url: string) => bundledFile({ method: 'GET', url }, folder);

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

  it('answers nothing but GET', () => {
    expect(bundledFile({ method: 'POST', url: 'app://bundle/index.html' }, folder)).toBeUndefined();
  });
});

describe('isOurPage', () => {
  it('compares the parsed origin', () => {
    expect(isOurPage('app://bundle/index.html')).toBe(true);
    for (const url of [
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
