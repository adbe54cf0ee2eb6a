import { foldText } from '#domain/fold-text';
import type { DateField, DateFilter } from '#domain/link-filter';

/** What a date chip offers. `within` and `beyond` leave the number of days to the user. */
export type DateChoice =
  'past' | 'today' | 'within7' | 'within30' | 'this-month' | 'within' | 'beyond' | 'between' | 'none';

const ofEvery = [
  'today',
  'within7',
  'within30',
  'this-month',
  'within',
  'beyond',
  'between',
  'none',
] as const satisfies readonly DateChoice[];

/** The choices of a field in their order. Only an expiry can lie ahead, so only there "past" says something. */
export function dateChoices(field: DateField): readonly DateChoice[] {
  return field === 'expires' ? ['past', ...ofEvery] : ofEvery;
}

/** The days with which a choice of one's own number begins. */
const firstDays = { within: 14, beyond: 30 } as const;

/** The filter of a choice; a fresh "between" has no bounds yet. */
export function dateOf(choice: DateChoice): DateFilter {
  switch (choice) {
    case 'within7':
      return { kind: 'within-days', days: 7 };
    case 'within30':
      return { kind: 'within-days', days: 30 };
    case 'within':
      return { kind: 'within-days', days: firstDays.within };
    case 'beyond':
      return { kind: 'beyond-days', days: firstDays.beyond };
    default:
      return { kind: choice };
  }
}

/** The choice that a filter is; a number of days that is not offered by itself is one of the user's own. */
export function choiceOf(date: DateFilter | undefined): DateChoice | undefined {
  if (date === undefined) return undefined;
  if (date.kind === 'beyond-days') return 'beyond';
  if (date.kind !== 'within-days') return date.kind;
  if (date.days === 7) return 'within7';
  return date.days === 30 ? 'within30' : 'within';
}

/** More days than this are a date, not a distance; the contract takes no more. */
export const maxDays = 3660;

/** A typed number of days, in digits of any script. Undefined when it is none, or out of reason. */
export function readDays(typed: string): number | undefined {
  const text = foldText(typed.trim());
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= maxDays ? days : undefined;
}

/** The filter with another number of days. */
export function withDays(date: DateFilter | undefined, days: number): DateFilter {
  return { kind: date?.kind === 'beyond-days' ? 'beyond-days' : 'within-days', days };
}

/** The number of days of a filter; undefined where it has none. */
export function daysIn(date: DateFilter | undefined): number | undefined {
  return date?.kind === 'within-days' || date?.kind === 'beyond-days' ? date.days : undefined;
}

/** A bound of a range of days set or, with undefined, taken away. Local days, `YYYY-MM-DD`. */
export function withDay(
  date: DateFilter | undefined,
  bound: 'from' | 'until',
  day: string | undefined,
): DateFilter {
  const before = date?.kind === 'between' ? date : undefined;
  const from = bound === 'from' ? day : before?.from;
  const until = bound === 'until' ? day : before?.until;
  return {
    kind: 'between',
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** True for a range of days of which neither end was given: it asks for nothing. */
export function isUnbounded(date: DateFilter | undefined): boolean {
  return date?.kind === 'between' && date.from === undefined && date.until === undefined;
}

/** True when no day lies between the bounds, because they are the wrong way round. */
export function isReversed(date: DateFilter | undefined): boolean {
  return (
    date?.kind === 'between' && date.from !== undefined && date.until !== undefined && date.from > date.until
  );
}
