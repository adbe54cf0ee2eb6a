import { describe, expect, it } from 'vitest';
import { createPrintPages } from '../../../../main/app/print-pages';

const pagesNamed = (...names: string[]) => createPrintPages(() => names.shift() ?? 'more');

describe('createPrintPages', () => {
  it('hands a page out once, under the address it was given', () => {
    const pages = pagesNamed('a1', 'b2');
    const first = pages.offer('<p>first</p>');
    const second = pages.offer('<p>second</p>');
    expect([first.url, second.url]).toEqual(['app://print/a1.html', 'app://print/b2.html']);
    expect(pages.take(second.url)).toBe('<p>second</p>');
    expect(pages.take(second.url)).toBeUndefined();
    expect(pages.take(first.url)).toBe('<p>first</p>');
  });

  it.each(['app://print/a1', 'app://bundle/a1.html', 'app://print/a1.html?x', 'https://print/a1.html', ''])(
    'has nothing at %s',
    (url) => {
      const pages = pagesNamed('a1');
      pages.offer('<p>secret</p>');
      expect(pages.take(url)).toBeUndefined();
    },
  );

  it('has nothing left of a page that was taken back', () => {
    const pages = pagesNamed('a1');
    const { url, withdraw } = pages.offer('<p>secret</p>');
    withdraw();
    expect(pages.take(url)).toBeUndefined();
  });
});
