import type { ExportSummary } from '#domain/export-summary';
import type { CurrencySum } from '#domain/link-filter';
import { formatMinor } from '#domain/money';
import { createZoneClock } from '../files/zone-clock';

/** A sum with its amount in major units too, for people. */
function worded<Sum extends CurrencySum>(sum: Sum) {
  return { ...sum, total: formatMinor(sum.totalMinor, sum.currency) };
}

/** A summary as a JSON file beside the file it is about; times are on the wall clock of the export's zone. */
export function summaryJson(summary: ExportSummary, { fileName }: { readonly fileName: string }): string {
  const { createdAt, oldestCheckedAt, sums, byStatus, ...rest } = summary;
  const clock = createZoneClock(summary.zone);
  const content = {
    file: fileName,
    ...rest,
    createdAt: clock.format(createdAt),
    ...(oldestCheckedAt === undefined ? {} : { oldestCheckedAt: clock.format(oldestCheckedAt) }),
    sums: sums.map(worded),
    byStatus: byStatus.map(worded),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
