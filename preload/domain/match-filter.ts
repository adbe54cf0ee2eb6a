import { exponentOf } from './currency';
import { foldText } from './fold-text';
import type { Instant } from './instant';
import {
  textFields,
  type InstantRange,
  type LinkFilter,
  type LinkMark,
  type NumberFilter,
  type ResolvedFilter,
} from './link-filter';
import type { Money } from './money';
import type { PaymentLink } from './payment-link';

/** Whether a link passes a filter: the meaning of a filter, against which the store's two ways of answering are tested. */
export function matchesFilter(
  link: PaymentLink,
  filter: ResolvedFilter,
  marks: ReadonlySet<LinkMark> = new Set(),
): boolean {
  const { amount, attempts, expires, created, checked, not } = filter;
  const refused = not === undefined ? [] : choicesOf(link, not, marks);
  return (
    choicesOf(link, filter, marks).every(Boolean) &&
    !refused.some(Boolean) &&
    isWithin(link.amount === undefined ? undefined : majorUnits(link.amount), amount) &&
    isWithin(link.attempts, attempts) &&
    isInRange(link.expiresAt, expires) &&
    isInRange(link.createdAt, created) &&
    isInRange(link.checkedAt, checked)
  );
}

/** One answer for each wanted word and text and for each list; what is not asked has none. */
function choicesOf(
  link: PaymentLink,
  asked: NonNullable<LinkFilter['not']>,
  marks: ReadonlySet<LinkMark>,
): readonly boolean[] {
  const { words = [], texts = {}, statuses, currencies, connectionIds } = asked;
  return [
    ...words.map((word) => textFields.some((field) => isFound(word, link[field]))),
    ...textFields.flatMap((field) =>
      texts[field] === undefined ? [] : [isFound(texts[field], link[field])],
    ),
    ...(statuses === undefined ? [] : [statuses.includes(link.status)]),
    ...(currencies === undefined ? [] : [currencies.includes(link.amount?.currency ?? '')]),
    ...(connectionIds === undefined ? [] : [connectionIds.includes(link.connectionId)]),
    ...(asked.marks === undefined ? [] : [asked.marks.some((mark) => marks.has(mark))]),
  ];
}

function isFound(wanted: string, text: string | undefined): boolean {
  return text !== undefined && foldText(text).includes(foldText(wanted));
}

/** The amount in major units, for comparing only: the number nearest to the quotient, as it is to its decimal text. */
export function majorUnits({ amountMinor, currency }: Money): number {
  return amountMinor / 10 ** (exponentOf(currency) ?? 0);
}

function isWithin(value: number | undefined, bounds: NumberFilter | undefined): boolean {
  if (bounds === undefined) return true;
  if (value === undefined) return false;
  const { from, above, until, below } = bounds;
  return (
    (from === undefined || value >= Number(from)) &&
    (above === undefined || value > Number(above)) &&
    (until === undefined || value <= Number(until)) &&
    (below === undefined || value < Number(below))
  );
}

function isInRange(at: Instant | undefined, range: InstantRange | undefined): boolean {
  if (range === undefined) return true;
  if (range.none === true) return at === undefined;
  return at !== undefined && at >= (range.from ?? -Infinity) && at <= (range.until ?? Infinity);
}
