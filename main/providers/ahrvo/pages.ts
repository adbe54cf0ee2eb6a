import type { ListStep } from '../payment-provider';
import { nextState, walkedStates } from './walked-states';
import { ceiling, limitOf, start, toPosition, type Place } from './place';

/** What a page tells of itself, whatever its rows are. */
export interface PageFacts {
  readonly rows: number;
  readonly ids: readonly string[];
  /** The states of its rows, as they are written. */
  readonly states: readonly string[];
  /** `none`: the page says nothing of a cursor; `end`: it says that there is none after it. */
  readonly cursor: { readonly kind: 'none' | 'end' } | { readonly kind: 'on'; readonly after: string };
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly count?: number | undefined;
}

/** Where to go on, as `LinkListPage` tells it. */
export interface NextSteps {
  readonly ifNew: ListStep;
  readonly ifAllMet: ListStep;
}

/** Two million links; a list that is longer makes its links up. */
const mostPages = 20_000;

/** Pages in a row that may bring nothing new before a cursor is no longer followed. */
const patience = 2;

/** The links of one state begin with those that were met before the list was narrowed: a hundred pages and some. */
const narrowPatience = 150;

/** Rows that a state's next page reads again: a link that is paid meanwhile leaves the state, and the others move up by one. */
const overlap = 10;

const incomplete: ListStep = { kind: 'incomplete' };
const both = (step: ListStep): NextSteps => ({ ifNew: step, ifAllMet: step });
const on = (place: Place): ListStep => ({ kind: 'on', position: toPosition(place) });

/** The end of a whole list, or of one state's, after which comes the next one's. */
function endOf(place: Place): ListStep {
  if (place.state === undefined) return { kind: 'end' };
  const state = nextState(place.state);
  if (state !== undefined)
    return on({ ...start, mode: 'offset', state, isCut: place.isCut, pages: place.pages });
  return place.isCut ? incomplete : { kind: 'end' };
}

/** Begins to read the list state by state, each with the ten thousand links that offsets reach. */
function narrow(place: Place): ListStep {
  const [state] = walkedStates;
  return on({ ...start, mode: 'offset', state, pages: place.pages });
}

/** Leaves cursors for offsets: right behind the rows that were new so far. */
export function toOffset(place: Place, count?: number): ListStep {
  if (place.rows >= ceiling || (count ?? 0) > ceiling) return narrow(place);
  const { firstId, rows, pages } = place;
  return on({ ...start, mode: 'offset', offset: rows, firstId, rows, pages });
}

/** True when the list certainly goes on behind this page; a count that is too small is believed by nobody. */
function promisesMore(facts: PageFacts, read: number): boolean {
  return facts.offset !== undefined && (facts.count ?? 0) > read;
}

function isFull(place: Place, facts: PageFacts): boolean {
  const told = facts.limit === undefined || facts.limit === 0 ? Infinity : facts.limit;
  return facts.rows >= Math.min(limitOf(place), told);
}

/** True when a page begins where the one before it began, or holds the very row it was to begin behind. */
function isRepeated(place: Place, facts: PageFacts): boolean {
  const { firstId, cursor } = place;
  return (
    (firstId !== undefined && facts.ids.includes(firstId)) ||
    (cursor !== undefined && facts.ids.includes(cursor))
  );
}

/** The same way on for a page that brought something new and for one that did not; `whenIdle` once too many did not. */
function walkOn(
  place: Place,
  next: Place,
  whenIdle: { readonly after: number; readonly step: ListStep },
): NextSteps {
  const idle = place.idle + 1;
  // Rows that were met before do not count: offsets would pass over as many others.
  const ifAllMet = idle > whenIdle.after ? whenIdle.step : on({ ...next, rows: place.rows, idle });
  return { ifNew: on(next), ifAllMet };
}

/** True when most rows are of another state than was asked for: the question was passed over, not overtaken. */
function isOtherState(state: Place['state'], { states }: PageFacts): boolean {
  const others = states.filter((word) => word !== '' && word.toUpperCase() !== state);
  return state !== undefined && others.length > states.length / 2;
}

function judgeOffset(place: Place, facts: PageFacts): NextSteps {
  const { offset, state } = place;
  const read = offset + facts.rows;
  const isStuck = offset > 0 && facts.ids[0] !== undefined && facts.ids[0] === place.firstId;
  if (isStuck || isOtherState(state, facts)) return both(incomplete);
  const isEnd = facts.cursor.kind === 'end' || (facts.cursor.kind === 'none' && !isFull(place, facts));
  if (isEnd && !promisesMore(facts, read)) return both(endOf(place));
  if (read >= ceiling) {
    return both(state === undefined ? narrow(place) : endOf({ ...place, isCut: true }));
  }
  const offsetAfter = state === undefined ? read : read - Math.min(overlap, Math.floor(facts.rows / 2));
  const next = { ...place, offset: offsetAfter, firstId: facts.ids[0], rows: read, idle: 0 };
  return walkOn(place, next, {
    after: state === undefined ? 1 : narrowPatience,
    step: incomplete,
  });
}

/** Follows the cursor that a page tells. */
function followCursor(place: Place, facts: PageFacts, after: string): NextSteps {
  const step = toOffset(place, facts.count);
  const next: Place = { ...placeAfter(place, facts), mode: 'cursor', cursor: after };
  return walkOn(place, next, { after: patience, step });
}

function placeAfter(place: Place, facts: PageFacts): Place {
  const { rows, pages } = place;
  return { ...start, rows: rows + facts.rows, pages, firstId: facts.ids[0] };
}

/** Goes on without being told how: behind the last row, as the cursors of Finix's samples do; else by offset. */
function guess(place: Place, facts: PageFacts): NextSteps {
  const next = placeAfter(place, facts);
  const isGuess = place.mode === 'guess';
  const giveUp = toOffset(place, facts.count);
  if (isGuess && isRepeated(place, facts)) return both(giveUp);
  const last = facts.ids.at(-1);
  const isMore = promisesMore(facts, next.rows);
  if (!isFull(place, facts) && !isMore)
    return { ifNew: { kind: 'end' }, ifAllMet: isGuess ? giveUp : { kind: 'end' } };
  if (!isFull(place, facts) || last === undefined)
    return { ifNew: toOffset(next, facts.count), ifAllMet: giveUp };
  return walkOn(
    place,
    { ...next, mode: 'guess', cursor: last },
    { after: isGuess ? 0 : patience, step: giveUp },
  );
}

/**
 * Decides where the list goes on behind a page, for both that it brought something new and that it did not. Whether cursors or
 * offsets lead on depends on a version header that may not arrive, and Ahrvo's own page shows one and documents the other: so every
 * shape is taken as it comes, and none is trusted to come to an end.
 */
export function judgePage(place: Place, facts: PageFacts): NextSteps {
  const here = { ...place, pages: place.pages + 1 };
  if (here.pages >= mostPages) return both(incomplete);
  if (facts.rows === 0) {
    const isDoubtful = here.mode === 'guess' && promisesMore(facts, here.rows);
    return both(isDoubtful ? toOffset(here, facts.count) : endOf(here));
  }
  if (here.mode === 'offset') return judgeOffset(here, facts);
  const { cursor } = facts;
  if (cursor.kind === 'on') return followCursor(here, facts, cursor.after);
  if (cursor.kind === 'none') return guess(here, facts);
  // A cursor that is always null beside a count: the count knows more.
  const read = placeAfter(here, facts);
  const isMore = isFull(here, facts) && promisesMore(facts, read.rows);
  return { ifNew: isMore ? toOffset(read, facts.count) : { kind: 'end' }, ifAllMet: { kind: 'end' } };
}
