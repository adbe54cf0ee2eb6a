import { describe, expect, it } from 'vitest';
import { buildXmlTemplate } from '../../../../../main/export/xml/xml-template';

const shape = { columns: ['linkId', 'status'], metadata: { rows: '2', zone: 'A&B' } } as const;

describe('buildXmlTemplate', () => {
  it('comes apart into the head and the parts of a row', () => {
    const { head, rowParts } = buildXmlTemplate({ ...shape, values: 'elements' });
    expect(head).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<paymentLinks rows="2" zone="A&amp;B">');
    expect(rowParts).toEqual([
      '\n  <paymentLink>\n    <linkId>',
      '</linkId>\n    <status code="',
      '">',
      '</status>\n  </paymentLink>',
    ]);
  });

  it('has a place for every value in attributes too', () => {
    const { rowParts } = buildXmlTemplate({ ...shape, values: 'attributes' });
    expect(rowParts).toEqual(['\n  <paymentLink linkId="', '" statusCode="', '" status="', '"/>']);
  });
});
