import { instantOf, localDay, localOf } from './expiry';
import type { Instant } from './instant';
import {
  dateFields,
  type DateField,
  type DateFilter,
  type InstantRange,
  type LinkFilter,
  type ResolvedFilter,
} from './link-filter';

interface Moment {
  readonly now: Instant;
  /** IANA name. */
  readonly zone: string;
}

/**
 * Turns relative dates into instants for a moment and a zone. "Within 7 days" runs from now to the end of the seventh local day;
 * of what lies in the past it runs from the start of the seventh day back until now.
 */
export function resolveFilter(filter: LinkFilter, moment: Moment): ResolvedFilter {
  const { expires, created, checked, ...rest } = filter;
  const given: Readonly<Record<DateField, DateFilter | undefined>> = { expires, created, checked };
  const ranges = dateFields.flatMap((field) => {
    const date = given[field];
    return date === undefined ? [] : [[field, rangeOf(field, date, moment)] as const];
  });
  return { ...rest, ...Object.fromEntries(ranges) };
}

function rangeOf(field: DateField, date: DateFilter, { now, zone }: Moment): InstantRange {
  const isAhead = field === 'expires';
  switch (date.kind) {
    case 'past':
      return { until: now };
    case 'today':
      return daysOf({ from: localOf(now, zone).date, until: localOf(now, zone).date }, zone);
    case 'this-month':
      return daysOf(monthOf(localOf(now, zone).date), zone);
    case 'within-days':
      return isAhead
        ? { from: now, until: localDay(now, zone, date.days).end }
        : { from: localDay(now, zone, -date.days).start, until: now };
    case 'beyond-days':
      return isAhead
        ? { from: localDay(now, zone, date.days).end + 1 }
        : { until: localDay(now, zone, -date.days).start - 1 };
    case 'between':
      return daysOf(date, zone);
    case 'none':
      return { none: true };
  }
}

/** From the first instant of the first day to the last of the last one. */
function daysOf(days: { readonly from?: string; readonly until?: string }, zone: string): InstantRange {
  const day = (date: string) => localDay(instantOf({ date, time: '12:00', zone }), zone, 0);
  return {
    ...(days.from === undefined ? {} : { from: day(days.from).start }),
    ...(days.until === undefined ? {} : { until: day(days.until).end }),
  };
}

/** The first and the last day of the month of a local date. */
export function monthOf(date: string): { readonly from: string; readonly until: string } {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${date.slice(0, 7)}-01`, until: `${date.slice(0, 7)}-${String(last).padStart(2, '0')}` };
}

/** True when a filter means other rows at another moment or in another zone. */
export function hasDates(filter: LinkFilter): boolean {
  return dateFields.some((field) => filter[field] !== undefined && filter[field].kind !== 'none');
}
