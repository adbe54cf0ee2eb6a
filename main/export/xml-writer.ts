import { columnKinds } from '#domain/export-spec';
import type { ExportColumn, ExportSpec } from '#domain/export-spec';
import type { LinkRow } from '#domain/payment-link';
import type { CellValue } from './cell-values';
import type { LinkWriter } from './row-writer';
import { escapeXml } from './xml-text';
import { buildXmlTemplate } from './xml-template';
import type { XmlMetadata } from './xml-template';

/** XML 1.0 in UTF-8: `<paymentLinks createdAt zone amounts language rows>` with one `<paymentLink>` per row, an element per column. */
export function createXmlWriter(
  spec: ExportSpec,
  values: Readonly<Record<ExportColumn, CellValue>>,
  metadata: XmlMetadata,
): LinkWriter {
  const { head, foot, rowParts } = buildXmlTemplate(spec.columns, metadata);
  let stripped = 0;

  function escaped(text: string): string {
    const safe = escapeXml(text);
    stripped += safe.stripped;
    return safe.text;
  }

  const fills = spec.columns.flatMap((column): CellValue[] => {
    const value = values[column];
    if (column === 'status') return [(row) => row.status, value];
    return columnKinds[column] === 'text' ? [(row) => escaped(value(row))] : [value];
  });
  const [opening = '', ...parts] = rowParts;

  function writeRow(row: LinkRow): string {
    let text = opening;
    for (const [index, fill] of fills.entries()) text += fill(row) + (parts[index] ?? '');
    return text;
  }

  return {
    head,
    foot,
    rows: (page) => page.map(writeRow).join(''),
    strippedCharacters: () => stripped,
  };
}
