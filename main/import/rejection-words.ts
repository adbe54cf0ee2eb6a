import type { RejectedRow, RowProblem } from '#domain/import-map';

const words: Readonly<Record<RowProblem, string>> = {
  'id-missing': 'No payment link id',
  'id-damaged': 'The id lost its last digits in a spreadsheet',
  'id-repeated': 'The id stands in an earlier row already',
  'amount-unreadable': 'The amount cannot be read',
  'amount-too-precise': 'The amount has more decimals than its currency',
  'currency-unknown': 'The currency is not an ISO 4217 code',
  'date-unreadable': 'The date cannot be read',
  'number-unreadable': 'The number cannot be read',
  'status-missing': 'No status',
  'columns-missing': 'The row does not fit the columns of the header',
};

/** A rejected row's reason for a person: `Line 7: The date cannot be read (2026-02-31 10:00:00)`. */
export function reasonOf({ line, problem, text }: RejectedRow): string {
  const detail = problem === 'columns-missing' || text === '' ? '' : ` (${text})`;
  return `Line ${line}: ${words[problem]}${detail}`;
}
