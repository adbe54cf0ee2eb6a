import { z } from 'zod';
import type { ErrorCode } from '#domain/app-error';
import type { Edit } from '#domain/bulk-job';
import type { Connection } from '#domain/provider';
import { isLocalDate } from '#domain/business-days';
import {
  linkMarks,
  sortColumns,
  textFields,
  type CurrencySum,
  type DateFilter,
  type LinkFilter,
  type LinkSelection,
  type NumberFilter,
} from '#domain/link-filter';
import type { LinkDraft } from '#domain/link-draft';
import type { LinkPatch } from '#domain/link-patch';
import { linkStatuses, type LinkRow, type LinkStatus } from '#domain/payment-link';
import { channel, instant, localId, nothing, rowNumber, shortText, type ContractPart } from './part';

const days = z.int().min(0).max(3660);
const localDate = z.string().refine(isLocalDate);

const dateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('past') }),
  z.strictObject({ kind: z.literal('today') }),
  z.strictObject({ kind: z.literal('this-month') }),
  z.strictObject({ kind: z.literal('within-days'), days }),
  z.strictObject({ kind: z.literal('beyond-days'), days }),
  z.strictObject({
    kind: z.literal('between'),
    from: localDate.exactOptional(),
    until: localDate.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('none') }),
]) satisfies z.ZodType<DateFilter>;

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);
const numberSchema = z.strictObject({
  from: decimal.exactOptional(),
  above: decimal.exactOptional(),
  until: decimal.exactOptional(),
  below: decimal.exactOptional(),
}) satisfies z.ZodType<NumberFilter>;

export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

const choices = {
  words: z.array(shortText).max(50).readonly().exactOptional(),
  texts: z.partialRecord(z.enum(textFields), shortText).readonly().exactOptional(),
  statuses: z.array(z.enum(linkStatuses)).readonly().exactOptional(),
  currencies: z
    .array(currencyCode.or(z.literal('')))
    .max(200)
    .readonly()
    .exactOptional(),
  connectionIds: z.array(localId).max(1000).readonly().exactOptional(),
  marks: z.array(z.enum(linkMarks)).readonly().exactOptional(),
};

export const linkFilterSchema = z.strictObject({
  ...choices,
  amount: numberSchema.exactOptional(),
  attempts: numberSchema.exactOptional(),
  expires: dateSchema.exactOptional(),
  created: dateSchema.exactOptional(),
  checked: dateSchema.exactOptional(),
  not: z.strictObject(choices).exactOptional(),
}) satisfies z.ZodType<LinkFilter>;

export const linkSortSchema = z
  .array(z.strictObject({ by: z.enum(sortColumns), direction: z.enum(['ascending', 'descending']) }))
  .max(4)
  .readonly();

export const linkSelectionSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('only'), keys: z.array(rowNumber).max(1_000_000).readonly() }),
  z.strictObject({
    mode: z.literal('allExcept'),
    handle: rowNumber,
    keys: z.array(rowNumber).max(1_000_000).readonly(),
  }),
]) satisfies z.ZodType<LinkSelection>;

export const linkPatchSchema = z.strictObject({
  status: z.enum(['open', 'closed']).exactOptional(),
  expiresAt: instant.exactOptional(),
  amount: z.strictObject({ amountMinor: z.int().min(0), currency: currencyCode }).exactOptional(),
  customerName: shortText.exactOptional(),
  orderText: shortText.exactOptional(),
  reference: shortText.exactOptional(),
  tags: z.string().max(30_000).exactOptional(),
}) satisfies z.ZodType<LinkPatch>;

const text = z.string().trim().max(300);
export const linkDraftSchema = z.strictObject({
  reference: text.min(1),
  amount: z.strictObject({ amountMinor: z.int().min(1), currency: currencyCode }),
  expiresAt: instant,
  customerEmail: text.exactOptional(),
  customerName: text.exactOptional(),
  orderText: text.exactOptional(),
}) satisfies z.ZodType<LinkDraft>;

/** Which links a refresh is about, where it is not a selection. */
export const refreshPolicySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all-open') }),
  /** Of any status, last confirmed longer ago than so many hours. */
  z.strictObject({ kind: z.literal('older-than'), hours: z.int().min(1).max(87_600) }),
]);
export type RefreshPolicy = z.infer<typeof refreshPolicySchema>;

/** What the footer and the status filter tell about an opened query. */
export interface LinkTotals {
  readonly total: number;
  readonly sums: readonly CurrencySum[];
  /** How many rows each status would have, were no status filtered: what ticking one would bring. */
  readonly byStatus: Readonly<Record<LinkStatus, number>>;
}

/** Rows of an opened query from a row number on. */
export interface LinkPage {
  readonly start: number;
  readonly rows: readonly LinkRow[];
}

/** An opened query: the table asks for its rows by range. */
export interface LinkQueryAnswer {
  readonly handle: number;
  /** How many rows there are to ask for: all of them when `isComplete`, else only those of `page` so far. */
  readonly total: number;
  /** False while the rest is still being found; `links:totals` waits for it, and from then on all rows can be asked for. */
  readonly isComplete: boolean;
  /** Links in the cache before filtering. */
  readonly cached: number;
  /** The rows the table shows first: those around the first anchor that is there, else from the first row on. */
  readonly page: LinkPage;
  /** Where each asked-for link stands now; null for one that is not among the rows (or not found yet). */
  readonly anchors: readonly (number | null)[];
}

/** A moment in a link's life, newest first. */
export interface HistoryEntry {
  readonly at: number;
  readonly source: 'import' | 'check' | 'edit' | 'clock';
  readonly changes: readonly {
    readonly field: string;
    readonly before: string | number | null;
    readonly after: string | number | null;
  }[];
}

export interface LinkDetail {
  readonly link: LinkRow;
  readonly connection: Connection;
  readonly history: readonly HistoryEntry[];
  /** Edits of this link that wait, are under way or need a decision; the newest first. */
  readonly openEdits: readonly Edit[];
  /** Other open links with the same reference and amount, the oldest first; a few at most. */
  readonly duplicates: readonly LinkRow[];
}

/** What became of names that were pasted to have their links added. */
export interface AddLinksAnswer {
  /** Links that the cache did not have. */
  readonly added: number;
  /** Links that it had, now confirmed anew. */
  readonly known: number;
  /** Names that stood there more than once. */
  readonly repeated: readonly string[];
  /** Names the provider does not know, or that cannot be one. */
  readonly notFound: readonly string[];
  /** Names nobody could ask for, with the failure. */
  readonly failed: readonly { readonly name: string; readonly code: ErrorCode }[];
  readonly cancelled: boolean;
}

/** A link that was asked for and whose making has not been confirmed. */
export interface UnsettledCreation {
  readonly id: string;
  readonly connectionId: string;
  readonly draft: LinkDraft;
  readonly at: number;
  /** `sending` only while it is under way. */
  readonly state: 'sending' | 'unknown';
}

/** What became of a single edit: the edit with the provider's answer, and the link as the provider now tells it. */
export interface EditAnswer {
  readonly edit: Edit;
  readonly link: LinkRow;
}

/** What a refresh did. */
export interface RefreshAnswer {
  readonly checked: number;
  readonly changed: number;
  readonly failed: number;
  readonly cancelled: boolean;
}

const taskId = localId;

export const linksContract = {
  /** Opens a query; a newer opening of the same window cancels one that is still under way (`app/cancelled`). */
  'links:open': channel<LinkQueryAnswer>()(
    z.strictObject({
      filter: linkFilterSchema,
      sort: linkSortSchema,
      /** Keys of links whose place is wanted: what the reader looks at. */
      anchors: z.array(rowNumber).max(4).readonly().exactOptional(),
    }),
  ),
  'links:totals': channel<LinkTotals>()(z.strictObject({ handle: rowNumber })),
  'links:range': channel<readonly LinkRow[]>()(
    z
      .strictObject({ handle: rowNumber, start: rowNumber, end: rowNumber })
      .refine(({ start, end }) => end >= start && end - start <= 2000),
  ),
  'links:close': channel<undefined>()(z.strictObject({ handle: rowNumber })),
  'links:sum': channel<{ readonly count: number; readonly sums: readonly CurrencySum[] }>()(
    z.strictObject({ selection: linkSelectionSchema }),
  ),
  'links:read': channel<LinkDetail>()(z.strictObject({ key: rowNumber })),
  /** Sends one edit and waits for the provider's answer and the re-read. */
  'links:edit': channel<EditAnswer>()(z.strictObject({ key: rowNumber, patch: linkPatchSchema })),
  /** Checks links at their provider; progress comes as `tasks:progress`. The caller names the task, so that it can cancel it. */
  'links:refresh': channel<RefreshAnswer>()(z.strictObject({ taskId, selection: linkSelectionSchema })),
  /** Checks all links a policy names, as `links:refresh` does. */
  'links:refresh-policy': channel<RefreshAnswer>()(
    z.strictObject({ taskId, policy: refreshPolicySchema, connectionId: localId.exactOptional() }),
  ),
  /** Looks up pasted ids or references (see `link-names.ts`) at a connection's provider and stores what is found. */
  'links:add': channel<AddLinksAnswer>()(
    z.strictObject({ taskId, connectionId: localId, text: z.string().max(2_000_000) }),
  ),
  /**
   * Makes a link and answers with it. It is sent once: without an answer the failure is `provider/outcome-unknown`, and the
   * creation is kept until it has been looked up.
   */
  'links:create': channel<LinkRow>()(z.strictObject({ connectionId: localId, draft: linkDraftSchema })),
  'links:creations': channel<readonly UnsettledCreation[]>()(nothing),
  /** Asks the provider whether the link is there; null: it is not, and can be made anew. Settled either way. */
  'links:look-up-creation': channel<LinkRow | null>()(z.strictObject({ creationId: localId })),
  'tasks:cancel': channel<undefined>()(z.strictObject({ taskId })),
} satisfies ContractPart;
