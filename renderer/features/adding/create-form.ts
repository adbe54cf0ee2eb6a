import { capabilitiesOf } from '#domain/capability';
import { judgeDraft, type DraftField, type DraftProblem, type LinkDraft } from '#domain/link-draft';
import { parseAmount, type AmountProblem } from '#domain/money';
import type { Connection } from '#domain/provider';

/** What the form of a new link holds; the amount is the text as typed. */
export interface CreateForm {
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
  readonly expiresAt: number | undefined;
  readonly customerEmail: string;
  readonly customerName: string;
  readonly orderText: string;
}

export type CreateProblem =
  | { readonly kind: 'draft'; readonly problem: DraftProblem }
  | { readonly kind: 'amount'; readonly problem: AmountProblem };

export interface CreateVerdict {
  readonly problems: Readonly<Partial<Record<DraftField, CreateProblem>>>;
  /** What can be sent; undefined while a field has a problem. */
  readonly draft: LinkDraft | undefined;
}

export function emptyCreateForm(currency: string, expiresAt: number): CreateForm {
  const texts = { reference: '', amount: '', customerEmail: '', customerName: '', orderText: '' };
  return { ...texts, currency, expiresAt };
}

/** Judges the form while it is filled in. */
export function judgeCreate(
  form: CreateForm,
  { connection, now }: { readonly connection: Connection; readonly now: number },
): CreateVerdict {
  const amount = form.amount.trim() === '' ? undefined : parseAmount(form.amount, form.currency);
  const draft = {
    reference: form.reference.trim(),
    ...(amount?.ok === true ? { amount: amount.money } : {}),
    ...(form.expiresAt === undefined ? {} : { expiresAt: form.expiresAt }),
    ...textOf('customerEmail', form),
    ...textOf('customerName', form),
    ...textOf('orderText', form),
  };
  const capabilities = capabilitiesOf[connection.provider];
  const found = judgeDraft(draft, { connection, capabilities, now });
  const problems: Partial<Record<DraftField, CreateProblem>> = Object.fromEntries(
    Object.entries(found).map(([field, problem]) => [field, { kind: 'draft', problem }]),
  );
  if (amount?.ok === false) problems.amount = { kind: 'amount', problem: amount.problem };
  const { amount: money, expiresAt } = draft;
  const isWhole = Object.keys(problems).length === 0 && money !== undefined && expiresAt !== undefined;
  return { problems, draft: isWhole ? { ...draft, amount: money, expiresAt } : undefined };
}

/** A text without the blanks around it; one that is not there is not sent. */
function textOf(field: 'customerEmail' | 'customerName' | 'orderText', form: CreateForm): Partial<LinkDraft> {
  const text = form[field].trim();
  return text === '' ? {} : { [field]: text };
}

/** Currencies to choose from: those the merchant's links have, then those of the region and the large ones. */
export function currenciesFor(known: readonly string[]): readonly string[] {
  const usual = ['KWD', 'SAR', 'AED', 'QAR', 'BHD', 'OMR', 'JOD', 'EGP', 'USD', 'EUR', 'GBP', 'CAD'];
  return [...new Set([...known.filter((code) => code !== ''), ...usual])];
}
