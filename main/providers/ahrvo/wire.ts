import { AppError } from '#domain/app-error';
import { z } from 'zod';

/** A field that may be missing, null, or of a kind nobody has told us: then it is absent, and the rest stays useful. */
const lenient = <T>(schema: z.ZodType<T>) => schema.optional().catch(undefined);

// Finix's older reference prints numbers and booleans as text; ids of other rows may be numbers.
const text = lenient(z.union([z.string(), z.number().transform(String)]));
const whole = lenient(
  z.union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ]),
);
const flag = lenient(z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]));

const item = lenient(z.looseObject({ name: text, quantity: whole }));

/** One link as list and fetch-one answer it (their pages in Ahrvo's docs). Only the id has to be there. */
const link = z.looseObject({
  id: z.string().min(1).max(100),
  created_at: text,
  updated_at: text,
  link_url: text,
  link_expires_at: text,
  merchant_id: text,
  nickname: text,
  payment_frequency: text,
  is_multiple_use: flag,
  state: text,
  amount_details: lenient(
    z.looseObject({
      amount_type: text,
      total_amount: whole,
      min_amount: whole,
      max_amount: whole,
      currency: text,
    }),
  ),
  items: lenient(z.array(item)),
  buyer_details: lenient(z.looseObject({ name: text, first_name: text, last_name: text, email: text })),
  // Of what is no list of pairs nothing is told; null is a link without tags.
  tags: lenient(z.record(z.string(), z.unknown()).nullable()),
});

export type LinkWire = z.infer<typeof link>;

/** What a list goes by, of a row that is a link. */
const head = z.object({ id: link.shape.id, state: link.shape.state });
export type RowHead = z.infer<typeof head>;

const page = z.looseObject({
  offset: whole,
  limit: whole,
  count: whole,
  next_cursor: z.unknown().optional(),
});

/** A list's answer. HAL leaves `_embedded` out where nothing is embedded; one of the two has to be there. */
const list = z
  .looseObject({
    _embedded: z.looseObject({ payment_links: z.array(z.unknown()).nullish() }).nullish(),
    page: lenient(page),
  })
  .refine(({ _embedded: embedded, page: told }) => embedded?.payment_links != null || told !== undefined);

export interface ListWire {
  readonly rows: readonly unknown[];
  readonly page: z.infer<typeof page>;
}

function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new AppError('provider/answer-unreadable', { message: `The answer is not as documented: ${where}` });
}

/** The rows of a list's answer, none of them looked at, and what it says of its page. */
export function parseList(body: unknown): ListWire {
  const { _embedded: embedded, page: told } = parseAs(list, body);
  return { rows: embedded?.payment_links ?? [], page: told ?? page.parse({}) };
}

/** The link of an answer about one. */
export function parseLink(body: unknown): LinkWire {
  return parseAs(link, body);
}

/** The head of a row; undefined for the rows of which `readRow` makes no link. Reading no more than that takes next to no time. */
export function readHead(row: unknown): RowHead | undefined {
  return head.safeParse(row).data;
}

/** A row of a list; undefined when it is no link with a usable id. */
export function readRow(row: unknown): LinkWire | undefined {
  return link.safeParse(row).data;
}
