import { describe, expect, it } from 'vitest';
import { buildXmlTemplate } from '../../../../main/export/xml-template';

describe('buildXmlTemplate', () => {
  it('comes apart into head, row parts and foot', () => {
    const { head, rowParts, foot } = buildXmlTemplate(['linkId', 'status'], { rows: '2', zone: 'A&B' });
    expect(head).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<paymentLinks rows="2" zone="A&amp;B">');
    expect(rowParts).toEqual([
      '\n  <paymentLink>\n    <linkId>',
      '</linkId>\n    <status code="',
      '">',
      '</status>\n  </paymentLink>',
    ]);
    expect(foot).toBe('\n</paymentLinks>\n');
  });
});
