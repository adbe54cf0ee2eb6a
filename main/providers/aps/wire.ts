import { AppError } from '#domain/app-error';
import { z } from 'zod';
import type { ApsFields } from './signature';

// Some clients say that null values are left out of the signature, so they are dropped before it is verified.
const flatText = z
  .record(z.string(), z.string().nullable())
  .transform((fields): ApsFields =>
    Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null),
    ),
  );

/** What every answer has, successful or not. */
const verdict = z.looseObject({
  response_code: z.string().regex(/^\d{5}$/),
  response_message: z.string().default(''),
});

/** A check's answer. Everything but id and status may be missing, or be unreadable, without making the rest useless. */
const checked = z.looseObject({
  payment_link_id: z.string().min(1),
  payment_link_status: z.string().min(1),
  merchant_reference: z.string().optional(),
  amount: z.string().optional(),
  currency: z.string().optional(),
  request_expiry_date: z.string().optional(),
  user_attempts_count: z.string().optional(),
});

const updated = z.looseObject({
  payment_link_id: z.string().optional(),
  payment_link: z.string().optional(),
});

const created = z.looseObject({ payment_link_id: z.string().min(1), payment_link: z.string().optional() });

export type CheckedWire = z.infer<typeof checked>;
export type UpdatedWire = z.infer<typeof updated>;
export type CreatedWire = z.infer<typeof created>;

function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new AppError('provider/answer-unreadable', { message: `The answer is not as documented: ${where}` });
}

/** The flat text fields of an answer, exactly as received; a list, a number or an object in it makes it unreadable. */
export function parseAnswer(body: unknown): ApsFields {
  return parseAs(flatText, body);
}

/** The code and text of an answer. */
export function parseVerdict(fields: ApsFields): { readonly code: string; readonly text: string } {
  const { response_code: code, response_message: text } = parseAs(verdict, fields);
  return { code, text };
}

/** The link of a successful check. */
export function parseChecked(fields: ApsFields): CheckedWire {
  return parseAs(checked, fields);
}

/** What a successful update says of the link. */
export function parseUpdated(fields: ApsFields): UpdatedWire {
  return parseAs(updated, fields);
}

/** What a successful creation says of the link. */
export function parseCreated(fields: ApsFields): CreatedWire {
  return parseAs(created, fields);
}
