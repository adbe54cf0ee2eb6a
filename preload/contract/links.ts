import { z } from 'zod';
import type { Edit } from '#domain/bulk-job';
import type { Connection } from '#domain/provider';
import {
  type CurrencySum,
  type ExpiresFilter,
  type LinkFilter,
  type LinkSelection,
  sortColumns,
} from '#domain/link-filter';
import type { LinkPatch } from '#domain/link-patch';
import { linkStatuses, type LinkRow, type LinkStatus } from '#domain/payment-link';
import { channel, instant, localId, rowNumber, shortText, type ContractPart } from './part';

const expiresSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('past') }),
  z.strictObject({ kind: z.literal('today') }),
  z.strictObject({ kind: z.literal('within-days'), days: z.int().min(0).max(3660) }),
  z.strictObject({
    kind: z.literal('between'),
    from: instant.exactOptional(),
    until: instant.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('none') }),
]) satisfies z.ZodType<ExpiresFilter>;

export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

export const linkFilterSchema = z.strictObject({
  search: shortText.exactOptional(),
  statuses: z.array(z.enum(linkStatuses)).readonly().exactOptional(),
  currencies: z.array(currencyCode).max(200).readonly().exactOptional(),
  connectionIds: z.array(localId).max(1000).readonly().exactOptional(),
  expires: expiresSchema.exactOptional(),
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
}) satisfies z.ZodType<LinkPatch>;

/** An opened query: the table asks for its rows by range. */
export interface LinkQueryAnswer {
  readonly handle: number;
  readonly total: number;
  /** Links in the cache before filtering. */
  readonly cached: number;
  readonly sums: readonly CurrencySum[];
  readonly byStatus: Readonly<Record<LinkStatus, number>>;
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
  'links:open': channel<LinkQueryAnswer>()(
    z.strictObject({ filter: linkFilterSchema, sort: linkSortSchema }),
  ),
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
  'tasks:cancel': channel<undefined>()(z.strictObject({ taskId })),
} satisfies ContractPart;
