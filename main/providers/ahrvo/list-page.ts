import { z } from 'zod';
import type { CheckedLink } from '#domain/payment-link';
import type { LinkListPage } from '../payment-provider';
import { judgePage, type PageFacts } from './pages';
import { limitOf, type Place } from './place';
import type { ListFilter } from './requests';
import { toCheckedLink, type Asked } from './to-domain';
import { parseList, readHead, readRow, type ListWire } from './wire';

// Ids of rows are cursors of some pages; anything longer is none.
const cursor = z.union([z.string(), z.number().transform(String)]).pipe(z.string().min(1).max(500));

function cursorOf({ page }: ListWire): PageFacts['cursor'] {
  const { next_cursor: told } = page;
  if (told === undefined) return { kind: 'none' };
  const after = cursor.safeParse(told).data;
  return after === undefined ? { kind: 'end' } : { kind: 'on', after };
}

/** The id of a row that is no link may still be one. */
const rowId = z.looseObject({ id: z.string().min(1).max(100) });

function factsOf(wire: ListWire): PageFacts {
  const links = wire.rows.map(readHead).filter((row) => row !== undefined);
  const { offset, limit, count } = wire.page;
  return {
    rows: wire.rows.length,
    ids: links.map(({ id }) => id),
    states: links.map(({ state }) => state ?? ''),
    cursor: cursorOf(wire),
    ...{ offset, limit, count },
  };
}

/** True for a link that a filter should have kept out. What the link does not tell is not held against it. */
function isOutside(link: CheckedLink, { merchantId, updatedSince }: ListFilter): boolean {
  const { updatedAt, merchantId: linkMerchantId } = link.extras ?? {};
  const isOther = merchantId !== undefined && linkMerchantId !== undefined && linkMerchantId !== merchantId;
  // Asked for in whole seconds.
  const isEarlier =
    updatedSince !== undefined &&
    updatedAt !== undefined &&
    updatedAt < Math.floor(updatedSince / 1000) * 1000;
  return isOther || isEarlier;
}

/** How many links there are in all, where a count can be that: some are the rows of their page, and one state is not all. */
function totalOf(place: Place, { rows, count }: PageFacts): number | undefined {
  const read = place.mode === 'offset' ? place.offset + rows : place.rows + rows;
  const isOwnRows = count === rows && rows >= limitOf(place);
  return place.state !== undefined || count === undefined || count < read || isOwnRows ? undefined : count;
}

type Rows = Pick<LinkListPage, 'links' | 'rejected' | 'outside'>;

function readRows(rows: readonly unknown[], filter: ListFilter, asked: Asked): Rows {
  const links: CheckedLink[] = [];
  const rejected: { linkId?: string; message: string }[] = [];
  for (const row of rows) {
    const link = readRow(row);
    if (link !== undefined) links.push(toCheckedLink(link, asked));
    else rejected.push({ ...namedBy(row), message: 'The row has no usable id.' });
  }
  return { links, rejected, outside: links.filter((link) => isOutside(link, filter)).length };
}

/**
 * A page of links from a list's answer. Its rows are read when somebody asks for them: where the list goes on is known before, so
 * that the next page can be under way meanwhile.
 */
export function toListPage(
  answer: { readonly body: unknown; readonly servedAt?: number },
  { place, filter }: { readonly place: Place; readonly filter: ListFilter },
  asked: Asked,
): LinkListPage {
  const wire = parseList(answer.body);
  const facts = factsOf(wire);
  const total = totalOf(place, facts);
  let read: Rows | undefined;
  const rows = () => (read ??= readRows(wire.rows, filter, asked));
  return {
    get links() {
      return rows().links;
    },
    get rejected() {
      return rows().rejected;
    },
    get outside() {
      return rows().outside;
    },
    next: judgePage(place, facts),
    ...(total === undefined ? {} : { total }),
    ...(answer.servedAt === undefined ? {} : { servedAt: answer.servedAt }),
  };
}

function namedBy(row: unknown): { linkId?: string } {
  const id = rowId.safeParse(row).data?.id;
  return id === undefined ? {} : { linkId: id };
}
