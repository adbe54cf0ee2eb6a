import { z } from 'zod';
import { errorCodes, type ErrorCode } from '#domain/app-error';
import type { BulkChange } from '#domain/bulk-job';
import { weekends } from '#domain/business-days';
import type { EditBase, FieldChange, LinkPatch } from '#domain/link-patch';
import { linkStatuses } from '#domain/payment-link';
import { environments, providerIds, shaTypes, type Connection } from '#domain/provider';

import type { FieldDifference } from './store-api';
import { storeUnavailable } from './store-failure';

const money = z.object({ amountMinor: z.int(), currency: z.string() });
const status = z.enum(linkStatuses);
const asked = z.enum(['open', 'closed']);

export const storedPatch = z.object({
  status: asked.exactOptional(),
  expiresAt: z.int().exactOptional(),
  amount: money.exactOptional(),
  customerName: z.string().exactOptional(),
  orderText: z.string().exactOptional(),
}) satisfies z.ZodType<LinkPatch>;

export const storedBase = z.object({
  status,
  expiresAt: z.int().exactOptional(),
  amount: money.exactOptional(),
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

const plain = z.union([z.string(), z.number(), z.null()]);
export const storedDifferences = z.array(
  z.object({ field: z.string(), before: plain, after: plain }),
) satisfies z.ZodType<readonly FieldDifference[]>;

export const storedConnection = z.object({
  id: z.string(),
  name: z.string(),
  provider: z.enum(providerIds),
  environment: z.enum(environments),
  endpoint: z.string().exactOptional(),
  merchantIdentifier: z.string(),
  shaType: z.enum(shaTypes),
  accessCodeTail: z.string(),
  createdAt: z.int(),
}) satisfies z.ZodType<Connection>;

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
