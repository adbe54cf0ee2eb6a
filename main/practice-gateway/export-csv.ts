import { exponentOf } from '#domain/currency';
import type { GatewayLink } from './gateway-link';

export interface CsvOptions {
  /** The zone of the wall clock times, which the dashboard prints without saying which. */
  readonly zone?: string;
  /** Adds Customer Name and Order Description, which the dashboard's table does not show. */
  readonly withDetails?: boolean;
}

const columns = [
  'Invoice ID',
  'Merchant Reference',
  'Customer Email',
  'Amount',
  'Currency',
  'Status',
  'Date & Time',
  'Expiry Date',
];
const detailColumns = ['Customer Name', 'Order Description'];

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `YYYY-MM-DD HH:mm:ss` in a zone: Swedish habit is ISO's form with a space. */
function wallClock(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (at) => format.format(at);
}

/**
 * The links as the APS dashboard exports them (Invoice Management): amounts in major units, local times without a zone.
 *
 * The exact header row is not published; these are the column titles of its screenshots.
 */
export function exportCsv(links: readonly GatewayLink[], options: CsvOptions = {}): string {
  const clock = wallClock(options.zone ?? 'Asia/Kuwait');
  const details = options.withDetails === true;
  const rows = links.map((link) => {
    const exponent = exponentOf(link.currency) ?? 2;
    return [
      link.id,
      link.reference,
      link.customerEmail,
      // Ten digits at most, so the division is exact to the decimals printed.
      (link.amountMinor / 10 ** exponent).toFixed(exponent),
      link.currency,
      link.status,
      clock(link.createdAt),
      clock(link.expiresAt),
      ...(details ? [link.customerName, link.orderText] : []),
    ];
  });
  const header = details ? [...columns, ...detailColumns] : columns;
  return [header, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}
