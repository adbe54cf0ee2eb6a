import { expect, it } from 'vitest';
import { decodeEntities } from '../../../../../main/providers/aps/html-entities';

it.each([
  ['order &#39; description', "order ' description"],
  ['a &lt;b&gt; &quot;c&quot; &apos;d&apos; &amp; e', 'a <b> "c" \'d\' & e'],
  ['&#x27;&#X1F600;', "'😀"],
  ['&amp;#39;', '&#39;'],
  ['&#9999999;', '&#9999999;'],
  ['&nosuch; & &#;', '&nosuch; & &#;'],
])('shows %s as %s', (encoded, shown) => {
  expect(decodeEntities(encoded)).toBe(shown);
});
