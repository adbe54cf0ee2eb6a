import { AppError, type ErrorCode } from '#domain/app-error';
import type { EditableField } from '#domain/capability';
import { z } from 'zod';
import type { ErrorPage } from '../http/send-request';

/** What an error's body says, whoever wrote it. */
interface Said {
  readonly code: string;
  readonly text: string;
  readonly field?: string | undefined;
  readonly logref?: string | undefined;
  /** False for a web page: something in front of the provider may have answered. */
  readonly isGenuine: boolean;
}

const text = z.string().min(1).optional().catch(undefined);

// Finix's OpenAPI file: `_embedded.errors` of code, message, field (422 only) and logref.
const documented = z.looseObject({
  _embedded: z.looseObject({
    errors: z.array(z.looseObject({ code: text, message: text, field: text, logref: text })).min(1),
  }),
});

/** What gateways in front of an API usually answer. */
const plain = z
  .looseObject({ message: text, error: z.union([z.string(), z.looseObject({ message: text })]).catch('') })
  .transform(({ message, error }) => message ?? (typeof error === 'string' ? error : error.message) ?? '')
  .refine((message) => message !== '');

const longestText = 500;

/** The text of a web page, for showing. */
function textOfPage(page: string): string {
  return page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function readBody({ status, text: body }: ErrorPage): Said {
  const json = parseJson(body);
  const hal = documented.safeParse(json);
  if (hal.success) {
    const { errors } = hal.data._embedded;
    const texts = errors.map(({ message }) => message).filter((message) => message !== undefined);
    const [first] = errors;
    return {
      ...{ code: first?.code ?? String(status), text: texts.join('; '), isGenuine: true },
      ...{ field: first?.field, logref: first?.logref },
    };
  }
  const message = plain.safeParse(json);
  if (message.success) return { code: String(status), text: message.data, isGenuine: true };
  return { code: String(status), text: textOfPage(body), isGenuine: false };
}

const fieldOfWireName: Readonly<Record<string, EditableField>> = {
  nickname: 'reference',
  state: 'status',
  tags: 'tags',
  items: 'orderText',
  amount_details: 'amount',
  total_amount: 'amount',
  currency: 'amount',
  expiration_in_minutes: 'expiresAt',
};

/** The field of ours that an error names, however deep it lies on the wire. */
function fieldOf(name: string | undefined): EditableField | undefined {
  const parts = name?.split(/[.[\]]+/).filter((part) => part !== '') ?? [];
  return parts.map((part) => fieldOfWireName[part]).findLast((field) => field !== undefined);
}

function codeOfField(name: string | undefined): ErrorCode {
  if (name?.endsWith('currency') === true) return 'provider/currency-refused';
  const field = fieldOf(name);
  if (field === 'amount') return 'provider/amount-refused';
  return field === 'expiresAt' ? 'provider/expiry-refused' : 'provider/refused';
}

function codeOf({ status }: ErrorPage, said: Said): ErrorCode {
  if (status >= 500) return 'provider/server-error';
  if (status === 429) return 'provider/rate-limited';
  if (status === 401 || status === 403) return 'provider/credentials-rejected';
  // A web page with this status speaks of the address, not of a link.
  if (status === 404 && said.isGenuine) return 'provider/link-not-found';
  return codeOfField(said.field);
}

/**
 * Our error for an HTTP error of Ahrvo (Finix's error-codes page), the provider's own code and text kept in its details. An answer
 * that is no JSON has a `reason`: it may be of something on the way.
 */
export function judgeError(page: ErrorPage): AppError {
  const said = readBody(page);
  const shown = said.text.trim().slice(0, longestText);
  const field = fieldOf(said.field);
  const about = said.field === undefined ? '' : ` (${said.field})`;
  const logref = said.logref === undefined ? '' : ` [logref ${said.logref}]`;
  return new AppError(codeOf(page, said), {
    message: `Ahrvo answered ${String(page.status)} ${said.code}: ${shown}${about}${logref}`,
    provider: { code: said.code, text: `${shown}${about}`.trim() },
    ...(field === undefined ? {} : { field }),
    ...(said.isGenuine ? {} : { reason: `http-${String(page.status)}` }),
  });
}
