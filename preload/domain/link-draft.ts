import { judgeText, type Capabilities } from './capability';
import { exponentOf } from './currency';
import type { Instant } from './instant';
import type { Money } from './money';
import type { Connection } from './provider';

/** A link that is to be made. */
export interface LinkDraft {
  /** APS: the merchant reference, never used before. Ahrvo: the nickname. */
  readonly reference: string;
  readonly amount: Money;
  readonly expiresAt: Instant;
  /** APS needs it; nobody is written to by this desk. */
  readonly customerEmail?: string;
  readonly customerName?: string;
  readonly orderText?: string;
}

export const draftFields = [
  'reference',
  'amount',
  'expiresAt',
  'customerEmail',
  'customerName',
  'orderText',
] as const satisfies readonly (keyof LinkDraft)[];
export type DraftField = (typeof draftFields)[number];

export const draftProblems = [
  'required',
  'too-long',
  'symbol',
  'not-an-email',
  'amount-zero',
  'amount-too-large',
  'currency-unknown',
  'date-past',
] as const;
export type DraftProblem = (typeof draftProblems)[number];

/** The fields a provider's create call takes beside those that every link needs (facts: APS section 2, Ahrvo 2b). */
export function draftFieldsOf({ provider }: Pick<Connection, 'provider'>): readonly DraftField[] {
  return provider === 'aps' ? draftFields : ['reference', 'amount', 'expiresAt', 'orderText'];
}

/** What keeps a connection from creating links at all: an Ahrvo account must name its merchant and application. */
export function missingToCreate(connection: Connection): 'merchant-and-application' | undefined {
  const isReady =
    connection.provider === 'aps' ||
    (connection.merchantId !== undefined && connection.applicationId !== undefined);
  return isReady ? undefined : 'merchant-and-application';
}

const problemOfText = (text: string, rule: Capabilities['text']['reference']): DraftProblem | undefined => {
  const kind = judgeText(text, rule)?.kind;
  return kind === undefined ? undefined : kind === 'too-long' ? 'too-long' : 'symbol';
};

/** Everything wrong with a draft, by field; empty when it can be sent. */
export function judgeDraft(
  draft: Partial<LinkDraft>,
  context: { readonly connection: Connection; readonly capabilities: Capabilities; readonly now: Instant },
): Readonly<Partial<Record<DraftField, DraftProblem>>> {
  const { connection, capabilities, now } = context;
  const problems: Partial<Record<DraftField, DraftProblem>> = {};
  const note = (field: DraftField, problem: DraftProblem | undefined) => {
    if (problem !== undefined && draftFieldsOf(connection).includes(field)) problems[field] ??= problem;
  };
  const { reference = '', amount, expiresAt, customerEmail = '', customerName = '', orderText = '' } = draft;
  note('reference', reference.trim() === '' ? 'required' : undefined);
  note('reference', problemOfReference(reference, context));
  note('amount', problemOfAmount(amount, capabilities));
  note('expiresAt', expiresAt === undefined ? 'required' : expiresAt <= now ? 'date-past' : undefined);
  if (connection.provider !== 'aps') return problems;
  note('customerEmail', problemOfEmail(customerEmail));
  note('customerName', problemOfText(customerName, capabilities.text.customerName));
  note('orderText', problemOfText(orderText, capabilities.text.orderText));
  return problems;
}

/** APS's references are made of ASCII letters and digits and three symbols, without blanks. */
function problemOfReference(
  reference: string,
  { connection, capabilities }: { readonly connection: Connection; readonly capabilities: Capabilities },
): DraftProblem | undefined {
  if (connection.provider === 'aps' && !/^[A-Za-z0-9._-]*$/.test(reference)) return 'symbol';
  return problemOfText(reference, capabilities.text.reference);
}

function problemOfAmount(
  amount: Money | undefined,
  { maxAmountMinor }: Capabilities,
): DraftProblem | undefined {
  if (amount === undefined) return 'required';
  if (exponentOf(amount.currency) === undefined) return 'currency-unknown';
  if (amount.amountMinor <= 0) return 'amount-zero';
  return amount.amountMinor > maxAmountMinor ? 'amount-too-large' : undefined;
}

function problemOfEmail(email: string): DraftProblem | undefined {
  if (email.trim() === '') return 'required';
  if (email.length > 254) return 'too-long';
  // The characters of APS's table, around one `@`.
  return /^[A-Za-z0-9_.+-]+@[A-Za-z0-9_.-]+$/.test(email) ? undefined : 'not-an-email';
}
