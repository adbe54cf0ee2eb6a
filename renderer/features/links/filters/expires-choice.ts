import { instantOf, localDay, localOf } from '#domain/expiry';
import type { ExpiresFilter } from '#domain/link-filter';

/** What the expiry chip offers, in its order. */
export const expiresChoices = ['past', 'today', 'within7', 'within30', 'between', 'none'] as const;
export type ExpiresChoice = (typeof expiresChoices)[number];

/** The filter of a choice; a fresh "between" has no bounds yet. */
export function expiresOf(choice: ExpiresChoice): ExpiresFilter {
  switch (choice) {
    case 'within7':
      return { kind: 'within-days', days: 7 };
    case 'within30':
      return { kind: 'within-days', days: 30 };
    default:
      return { kind: choice };
  }
}

/** The choice that a filter is; undefined for no filter and for a number of days the chip does not offer. */
export function choiceOf(expires: ExpiresFilter | undefined): ExpiresChoice | undefined {
  if (expires === undefined) return undefined;
  if (expires.kind !== 'within-days') return expires.kind;
  if (expires.days === 7) return 'within7';
  return expires.days === 30 ? 'within30' : undefined;
}

/** Whole local days as people name them, `YYYY-MM-DD`; both are inside. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** The filter for whole days of a zone, from the first instant of the first to the last of the last. */
export function betweenDays({ from, until }: DayRange, zone: string): ExpiresFilter {
  const day = (date: string) => localDay(instantOf({ date, time: '12:00', zone }), zone, 0);
  return {
    kind: 'between',
    ...(from === undefined ? {} : { from: day(from).start }),
    ...(until === undefined ? {} : { until: day(until).end }),
  };
}

/** The days a filter names, read back in a zone. */
export function daysOf(expires: ExpiresFilter | undefined, zone: string): DayRange {
  if (expires?.kind !== 'between') return {};
  const { from, until } = expires;
  return {
    from: from === undefined ? undefined : localOf(from, zone).date,
    until: until === undefined ? undefined : localOf(until, zone).date,
  };
}
