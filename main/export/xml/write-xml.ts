import { columnKinds } from '#domain/export-spec';
import { createZoneClock } from '../../files/zone-clock';
import { createCellTexts, type CellText } from '../cell-texts';
import { at } from '#domain/export-row';
import type { ExportSheet } from '../export-sheet';
import type { ExportWriter } from '../export-writer';
import { createRowText } from '../row-text';
import { summaryElement } from './xml-summary';
import { buildXmlTemplate } from './xml-template';
import { escapeXml, escapeXmlAttribute } from './xml-text';

/**
 * XML 1.0 in UTF-8, as `assets/payment-links.xsd` describes it: `<paymentLinks>` with one `<paymentLink>` per row, whose values
 * are elements or attributes, and a `<summary>` at its end. `dataSha256` there is the SHA-256 of all lines before it:
 *
 *     sed '/^  <summary/,$d' links.xml | sha256sum
 *
 * Text is never defused: nothing runs it, and who reads XML wants the value.
 */
export const xmlWriter: ExportWriter = {
  fill: async (sheet, output) => {
    const { spec } = sheet;
    const { head, rowParts } = buildXmlTemplate({
      ...spec.xml,
      columns: spec.columns,
      metadata: metadataOf(sheet),
    });
    const rowText = createRowText(rowParts, fillsOf(sheet));
    output.add(head);
    for await (const page of sheet.pages) {
      for (const row of page) output.add(rowText(row));
      await output.drain();
    }
    output.add('\n');
    const summary = sheet.summary(await output.sha256());
    output.add(summaryElement(summary));
    return summary;
  },
};

function metadataOf({ spec, createdAt, total }: ExportSheet): Readonly<Record<string, string>> {
  return {
    createdAt: createZoneClock(spec.zone).format(createdAt),
    zone: spec.zone,
    amounts: spec.amounts,
    language: spec.language,
    rows: String(total),
  };
}

/** What goes between the parts of a row. */
function fillsOf({ spec, connectionName, cells }: ExportSheet): readonly CellText[] {
  const values = createCellTexts(spec, connectionName);
  const escape = spec.xml.values === 'elements' ? escapeXml : escapeXmlAttribute;
  function escaped(text: string): string {
    const safe = escape(text);
    cells.strippedCharacters += safe.stripped;
    return safe.text;
  }
  return spec.columns.flatMap((column): CellText[] => {
    const value = values[column];
    if (column === 'status') return [(row) => row[at.status], value];
    return columnKinds[column] === 'text' ? [(row) => escaped(value(row))] : [value];
  });
}
