import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { escapeXml, escapeXmlAttribute } from '../../../../../main/export/xml/xml-text';

function readBack(escaped: string): string {
  const parser = new SaxesParser();
  let text = '';
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<a>${escaped}</a>`).close();
  return text;
}

describe('escapeXml', () => {
  it('escapes markup and keeps carriage returns', () => {
    expect(escapeXml('a & b < c > d\r\n]]>').text).toBe('a &amp; b &lt; c &gt; d&#13;\n]]&gt;');
  });

  it('leaves out what XML 1.0 forbids, and counts it', () => {
    expect(escapeXml('a\u0000b\u001fc\ufffe\ud800d')).toEqual({ text: 'abcd', stripped: 4 });
  });

  it('keeps emoji, Arabic, direction marks and tabs', () => {
    const text = '😀 أحمد \u202bمرحبا\u202c\t\n\u0085\u2028';
    expect(escapeXml(text)).toEqual({ text, stripped: 0 });
  });

  it('writes text that a strict parser reads back, but for what it counted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: escaped, stripped } = escapeXml(text);
        const read = readBack(escaped);
        expect(read.length).toBe(text.length - stripped);
        if (stripped === 0) expect(read).toBe(text);
      }),
    );
  });
});

describe('escapeXmlAttribute', () => {
  it('keeps quotes, tabs and line ends, which a reader would change', () => {
    const { text } = escapeXmlAttribute('a "b" & <c>\td\r\ne');
    expect(text).toBe('a &quot;b&quot; &amp; &lt;c&gt;&#9;d&#13;&#10;e');
  });

  it('leaves out what XML 1.0 forbids, and counts it', () => {
    expect(escapeXmlAttribute('a\u0000b\ud800c')).toEqual({ text: 'abc', stripped: 2 });
  });

  it('writes text that a strict parser reads back, but for what it counted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: escaped, stripped } = escapeXmlAttribute(text);
        const parser = new SaxesParser();
        let read = '';
        parser.on('opentag', ({ attributes }) => (read = attributes['b'] ?? ''));
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(`<a b="${escaped}"/>`).close();
        expect(read.length).toBe(text.length - stripped);
        if (stripped === 0) expect(read).toBe(text);
      }),
    );
  });
});
