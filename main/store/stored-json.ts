import { z } from 'zod';
import { errorCodes, type ErrorCode } from '#domain/app-error';
import type { BulkChange } from '#domain/bulk-job';
import { weekends } from '#domain/business-days';
import type { LinkDraft } from '#domain/link-draft';
import type { EditBase, FieldChange, LinkPatch } from '#domain/link-patch';
import { linkStatuses, type LinkExtras } from '#domain/payment-link';
import { connectionColours, environments, shaTypes, type Connection } from '#domain/provider';

import type { FieldDifference } from './store-api';
import { storeUnavailable } from './store-failure';
import type { SyncPosition } from './sync-api';

const money = z.object({ amountMinor: z.int(), currency: z.string() });
const status = z.enum(linkStatuses);
const asked = z.enum(['open', 'closed']);

export const storedPatch = z.object({
  status: asked.exactOptional(),
  expiresAt: z.int().exactOptional(),
  amount: money.exactOptional(),
  customerName: z.string().exactOptional(),
  orderText: z.string().exactOptional(),
  reference: z.string().exactOptional(),
  tags: z.string().exactOptional(),
}) satisfies z.ZodType<LinkPatch>;

export const storedBase = z.object({
  status,
  expiresAt: z.int().exactOptional(),
  amount: money.exactOptional(),
  reference: z.string().exactOptional(),
  tags: z.string().exactOptional(),
}) satisfies z.ZodType<EditBase>;

/** JSON drops an undefined `before`; reading gives the property back. */
const before = <T extends z.ZodType>(schema: T) => schema.optional().default(undefined as never);

export const storedChanges = z.array(
  z.discriminatedUnion('field', [
    z.object({ field: z.literal('status'), before: before(status), after: asked }),
    z.object({ field: z.literal('expiresAt'), before: before(z.int()), after: z.int() }),
    z.object({ field: z.literal('amount'), before: before(money), after: money }),
    z.object({ field: z.literal('customerName'), before: before(z.string()), after: z.string() }),
    z.object({ field: z.literal('orderText'), before: before(z.string()), after: z.string() }),
    z.object({ field: z.literal('reference'), before: before(z.string()), after: z.string() }),
    z.object({ field: z.literal('tags'), before: before(z.string()), after: z.string() }),
  ]),
) satisfies z.ZodType<readonly FieldChange[]>;

const businessDays = z.object({ weekend: z.enum(weekends), holidays: z.array(z.string()) });
const moved = { zone: z.string(), businessDays: businessDays.exactOptional() };

export const storedBulkChange = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('set-expiry'),
    expiry: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('absolute'), at: z.int() }),
      z.object({ kind: z.literal('plus-days'), days: z.int(), ...moved }),
      z.object({ kind: z.literal('month-end'), months: z.int(), ...moved }),
      z.object({ kind: z.literal('business-day'), zone: z.string(), businessDays }),
    ]),
  }),
  z.object({ verb: z.literal('close') }),
  z.object({ verb: z.literal('reopen') }),
  z.object({ verb: z.literal('set-amount'), amount: money }),
  z.object({ verb: z.literal('set-order-text'), orderText: z.string() }),
  z.object({ verb: z.literal('undo'), ofJobId: z.string() }),
  z.object({ verb: z.literal('edit') }),
]) satisfies z.ZodType<BulkChange>;

export const storedExtras = z.object({
  amountRange: z
    .object({ currency: z.string(), minMinor: z.int().exactOptional(), maxMinor: z.int().exactOptional() })
    .exactOptional(),
  isMultipleUse: z.boolean().exactOptional(),
  frequency: z.string().exactOptional(),
  merchantId: z.string().exactOptional(),
  updatedAt: z.int().exactOptional(),
}) satisfies z.ZodType<LinkExtras>;

const plain = z.union([z.string(), z.number(), z.null()]);
export const storedDifferences = z.array(
  z.object({ field: z.string(), before: plain, after: plain }),
) satisfies z.ZodType<readonly FieldDifference[]>;

const anyConnection = {
  id: z.string(),
  name: z.string(),
  environment: z.enum(environments),
  endpoint: z.string().exactOptional(),
  colour: z.enum(connectionColours).exactOptional(),
  createdAt: z.int(),
};

export const storedConnection = z.discriminatedUnion('provider', [
  z.object({
    ...anyConnection,
    provider: z.literal('aps'),
    merchantIdentifier: z.string(),
    shaType: z.enum(shaTypes),
    accessCodeTail: z.string(),
  }),
  z.object({
    ...anyConnection,
    provider: z.literal('ahrvo'),
    usernameTail: z.string(),
    apiVersion: z.string(),
    merchantId: z.string().exactOptional(),
    applicationId: z.string().exactOptional(),
  }),
]) satisfies z.ZodType<Connection>;

/** A place in a provider's list. */
export const storedPosition = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean()]),
) satisfies z.ZodType<SyncPosition>;

export const storedDraft = z.object({
  reference: z.string(),
  amount: money,
  expiresAt: z.int(),
  customerEmail: z.string().exactOptional(),
  customerName: z.string().exactOptional(),
  orderText: z.string().exactOptional(),
}) satisfies z.ZodType<LinkDraft>;

/** What a provider's own part of a connection holds is judged with the rest of it. */
export const storedAccount = z.record(z.string(), z.unknown());

/** A stored error code; one that this version no longer knows reads as `app/unexpected`. */
export const storedErrorCode = z.enum(errorCodes).catch('app/unexpected') satisfies z.ZodType<ErrorCode>;

/** Checks a value read from the file; the file is the outside world, even when we wrote it. */
export function parseStored<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw storeUnavailable('corrupt', 'The link cache holds a value that cannot be read.', parsed.error);
}

/** Reads stored JSON text through its schema. */
export function parseStoredJson<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw storeUnavailable('corrupt', 'The link cache holds a text that is not JSON.', cause);
  }
  return parseStored(schema, value);
}
