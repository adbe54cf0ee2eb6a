import { create } from 'xmlbuilder2';
import type { ExportSummary } from '#domain/export-summary';
import type { CurrencySum } from '#domain/link-filter';
import { formatMinor } from '#domain/money';
import { createZoneClock } from '../../files/zone-clock';
import { keepXmlChars } from './xml-text';

const START = '  <summary';

const sumAttributes = ({ currency, count, totalMinor }: CurrencySum) => ({
  currency,
  count: String(count),
  total: formatMinor(totalMinor, currency),
  totalMinor,
});

/** The element that ends a document, and the end of the document. */
export function summaryElement(summary: ExportSummary): string {
  const clock = createZoneClock(summary.zone);
  const { oldestCheckedAt } = summary;
  const root = create().ele('paymentLinks');
  const element = root.ele('summary', {
    rows: String(summary.rows),
    scope: summary.scope,
    ...(oldestCheckedAt === undefined ? {} : { oldestCheckedAt: clock.format(oldestCheckedAt) }),
    applicationVersion: summary.version,
    strippedCharacters: String(summary.strippedCharacters),
    defusedCells: String(summary.defusedCells),
    dataSha256: summary.dataSha256,
  });
  element.ele('filter').txt(keepXmlChars(summary.filterText));
  const sums = element.ele('sums');
  for (const sum of summary.sums) sums.ele('sum', sumAttributes(sum));
  const byStatus = element.ele('byStatus');
  for (const sum of summary.byStatus) byStatus.ele('sum', { status: sum.status, ...sumAttributes(sum) });
  const text = root.end({ prettyPrint: true });
  return `${text.slice(text.indexOf(START))}\n`;
}
