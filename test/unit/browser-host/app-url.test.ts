import { describe, expect, it } from 'vitest';
import { isAppPageUrl, toAppUrl, toPageUrl } from '../../browser-host/app-url';

describe('addresses of the application', () => {
  it.each([
    ['app://bundle/index.html', 'https://bundle.app.bh.test/index.html'],
    ['app://bundle/a/b.js?x=1#y', 'https://bundle.app.bh.test/a/b.js?x=1#y'],
  ])('%s is %s in a page, and back', (app, page) => {
    expect(toPageUrl(app)).toBe(page);
    expect(toAppUrl(page)).toBe(app);
  });

  it.each(['https://example.com/x', 'http://127.0.0.1:5183/', 'about:blank', 'data:,x'])(
    '%s stays as it is',
    (url) => {
      expect(toPageUrl(url)).toBe(url);
      expect(toAppUrl(url)).toBe(url);
    },
  );

  it.each(['https://bh.test.example.com/', 'http://bundle.app.bh.test/', 'not an address'])(
    '%s is foreign',
    (url) => {
      expect(isAppPageUrl(url)).toBe(false);
    },
  );
});
