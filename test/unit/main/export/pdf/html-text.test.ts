import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, isolated } from '../../../../../main/export/pdf/html-text';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
};

/** What a browser reads: five names and two numbers are all that may come. */
const read = (html: string) => html.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? `UNKNOWN ${entity}`);

/** Text with all that markup, XML and direction have to say. */
const nasty = string({
  unit: 'binary',
  maxLength: 60,
}).map((text) => text.replaceAll('a', '<').replaceAll('b', '&').replaceAll('c', `"'>`));

// Source: XML 1.0, production 2 (Char); with the u flag only half of a surrogate pair is outside of it.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

describe('escapeHtml', () => {
  it('leaves no character that begins or ends markup, and reads back as the text', () => {
    assert(
      property(nasty, (text) => {
        const { text: html, stripped } = escapeHtml(text);
        expect(html).not.toMatch(/[<>"'\r]/);
        expect(html).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39|#13);)/);
        expect(read(html)).toBe(text.replace(forbidden, ''));
        expect(stripped).toBe(text.length - text.replace(forbidden, '').length);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['</td><script>alert(1)</script>', '&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['&lt;', '&amp;lt;'],
    [`" onload='x'`, '&quot; onload=&#39;x&#39;'],
    ['a\u0000b\u001fc\ud800d', 'abcd'],
    ['\u202eevil\u2066', '\u202eevil\u2066'],
  ])('escapes %j', (text, html) => {
    expect(escapeHtml(text).text).toBe(html);
  });
});

describe('isolated', () => {
  it('keeps marks of direction inside of an element that ends their reach', () => {
    expect(isolated('\u202eevil')).toBe('<bdi>\u202eevil</bdi>');
  });
});
