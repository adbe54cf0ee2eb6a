import { linkStatuses } from '#domain/payment-link';
import { exportWording } from '../export/wording';

const englishByArabic: ReadonlyMap<string, string> = new Map(
  linkStatuses.map((status) => [exportWording.ar.statuses[status], exportWording.en.statuses[status]]),
);

/** The provider's word behind a status cell: our own Arabic exports say it in Arabic. */
export function statusWordOf(cell: string): string {
  const word = cell.trim();
  return englishByArabic.get(word) ?? word;
}
