import type { Struck } from '../faults';
import type { AhrvoDesk } from './ahrvo-desk';
import type { AhrvoShape } from './ahrvo-shape';
import { linkStates } from './ahrvo-link';
import { refusal, type AhrvoReply } from './ahrvo-replies';
import { rowView } from './link-view';
import type { LinkFacts } from './make-ahrvo-links';

const usualLimit = 5;
const highestLimit = 100;
/** Results that offsets reach (Finix's pagination page). */
const ceiling = 10_000;

type PageShape = Exclude<AhrvoShape, 'by-version'>;

/** What is asked of a list. */
export interface ListQuery {
  readonly query: URLSearchParams;
  /** The header `Finix-Version`. */
  readonly version: string;
  readonly struck: Struck;
}

function shapeOf({ shape }: AhrvoDesk, version: string): PageShape {
  if (shape !== 'by-version') return shape;
  return version >= '2022-02-01' ? 'cursor' : 'offset';
}

/** Milliseconds of `2022-09-27T11:21:23`, which is UTC, with or without a zone of its own. */
function momentOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
}

function filterOf({ query, struck }: ListQuery): (facts: LinkFacts) => boolean {
  if (struck.has('ignoresFilters')) return () => true;
  const [state, merchantId] = [query.get('state'), query.get('merchant_id')];
  const updatedSince = momentOf(query.get('updated_at.gte')) ?? -Infinity;
  const createdSince = momentOf(query.get('created_at.gte')) ?? -Infinity;
  return (facts) =>
    (state === null || facts.state === state) &&
    (merchantId === null || facts.merchantId === merchantId) &&
    facts.updatedAt >= updatedSince &&
    facts.createdAt >= createdSince;
}

function wholeOf(text: string | null, usual: number): number {
  return text === null ? usual : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

function judgeQuery({ query }: ListQuery): AhrvoReply | undefined {
  const [state, offset] = [query.get('state'), wholeOf(query.get('offset'), 0)];
  if (state !== null && !(linkStates as readonly string[]).includes(state)) {
    return refusal(422, 'state is not one of the known ones', 'state');
  }
  for (const name of ['updated_at.gte', 'created_at.gte']) {
    if (Number.isNaN(momentOf(query.get(name)))) return refusal(422, 'not a moment', name);
  }
  if (!(wholeOf(query.get('limit'), usualLimit) >= 1)) return refusal(422, 'limit must be positive', 'limit');
  return offset < ceiling
    ? undefined
    : refusal(422, 'No more than 10000 results can be paged through', 'offset');
}

/** Where a page begins, among the slots of the links that pass, the newest first. */
function beginOf(
  desk: AhrvoDesk,
  slots: readonly number[],
  asked: ListQuery & { readonly shape: PageShape },
): number {
  const { query, struck, shape } = asked;
  if (struck.has('repeatsPage')) return 0;
  const cursor = query.get('after_cursor');
  const takesCursors = shape === 'cursor' || shape === 'no-cursor';
  if (cursor !== null && takesCursors && !struck.has('ignoresCursor')) {
    const behind = desk.book.slotOf(cursor);
    const begin = slots.findIndex((slot) => slot < behind);
    return begin < 0 ? slots.length : begin;
  }
  return shape === 'cursor' ? 0 : wholeOf(query.get('offset'), 0);
}

function pageOf(
  shape: PageShape,
  told: {
    readonly offset: number;
    readonly limit: number;
    readonly count: number;
    readonly next: string | null;
  },
): object {
  const { offset, limit, count, next } = told;
  if (shape === 'no-cursor') return { limit };
  if (shape === 'cursor') return { limit, next_cursor: next };
  return shape === 'both' ? { offset, limit, count, next_cursor: null } : { offset, limit, count };
}

/** Answers a list as Finix's pagination page says, in the shape of the version that was asked for. */
export function listLinks(desk: AhrvoDesk, asked: ListQuery): AhrvoReply {
  const refused = judgeQuery(asked);
  if (refused !== undefined) return refused;
  const { query, struck, version } = asked;
  const shape = shapeOf(desk, version);
  const limit = Math.min(highestLimit, wholeOf(query.get('limit'), usualLimit));
  const slots = desk.book.slots(filterOf(asked));
  const begin = beginOf(desk, slots, { ...asked, shape });
  const end = shape === 'cursor' ? begin + limit : Math.min(begin + limit, Math.max(begin, ceiling));
  const links = slots.slice(begin, end).map(desk.book.at);
  const next = end < slots.length ? (links.at(-1)?.id ?? null) : null;
  const count = struck.has('countLies') ? links.length : slots.length;
  const page = pageOf(shape, { offset: wholeOf(query.get('offset'), 0), limit, count, next });
  const { next_cursor: _, ...bare } = { next_cursor: undefined, ...page };
  const rows = links.map((link, index) => {
    const row = rowView(link, desk.frame);
    return index === 0 && struck.has('badRow') ? { ...row, id: null } : row;
  });
  const told = struck.has('missingCursor') ? bare : page;
  return { status: 200, body: { _embedded: { payment_links: rows }, page: told } };
}
