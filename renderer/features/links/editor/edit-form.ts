import {
  editableFields,
  judgeText,
  ruledTexts,
  type Capabilities,
  type EditableField,
  type RuledText,
} from '#domain/capability';
import {
  judgeEdit,
  judgeField,
  patchOf,
  type BlockReason,
  type FieldChange,
  type LinkPatch,
} from '#domain/link-patch';
import { parseTags, sameTags, type TagsProblem } from '#domain/link-tags';
import { formatAmount, parseAmount, type AmountProblem } from '#domain/money';
import type { PaymentLink } from '#domain/payment-link';

/** What the editor's fields hold; amount and tags are texts as typed. */
export interface EditForm {
  readonly status: 'open' | 'closed';
  readonly expiresAt: number | undefined;
  readonly amount: string;
  readonly customerName: string;
  readonly orderText: string;
  readonly reference: string;
  readonly tags: string;
}

export type FieldProblem =
  | { readonly kind: 'reason'; readonly reason: BlockReason }
  | { readonly kind: 'amount'; readonly problem: AmountProblem }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'expiry-missing' }
  /** Counted from 1. */
  | { readonly kind: 'tags'; readonly problem: TagsProblem; readonly line: number };

export interface FormVerdict {
  /** True when a field no longer holds what the link holds. */
  readonly isDirty: boolean;
  /** What would be sent, before and after; empty while a field has a problem. */
  readonly changes: readonly FieldChange[];
  readonly problems: Readonly<Partial<Record<EditableField, FieldProblem>>>;
}

export interface JudgeContext {
  readonly capabilities: Capabilities;
  readonly now: number;
}

/** The fields as the link has them. */
export function formOf(link: PaymentLink): EditForm {
  return {
    status: link.status === 'closed' ? 'closed' : 'open',
    expiresAt: link.expiresAt,
    amount: link.amount === undefined ? '' : formatAmount(link.amount),
    customerName: link.customerName ?? '',
    orderText: link.orderText ?? '',
    reference: link.reference,
    tags: link.tags ?? '',
  };
}

/** Why a field cannot be edited at all. Choosing to reopen a closed link frees its other fields, as the edit does. */
export function blockedBy(
  field: EditableField,
  form: EditForm,
  about: { readonly link: PaymentLink; readonly capabilities: Capabilities },
): BlockReason | undefined {
  const { link, capabilities } = about;
  const reopens = field !== 'status' && link.status === 'closed' && form.status === 'open';
  return judgeField(reopens ? { ...link, status: 'open' } : link, field, capabilities);
}

/** The reason when one alone keeps every field that the provider offers from being edited: it need not be told five times. */
export function commonReason(
  form: EditForm,
  about: { readonly link: PaymentLink; readonly capabilities: Capabilities },
): BlockReason | undefined {
  const offered = editableFields.filter((field) => about.capabilities.edit[field]);
  const reasons = new Set(offered.map((field) => blockedBy(field, form, about)));
  return reasons.size === 1 ? [...reasons][0] : undefined;
}

/** The fields that no longer hold what the link holds; an amount or tags only written otherwise still hold it. */
function touchedFields(form: EditForm, link: PaymentLink): readonly EditableField[] {
  const original = formOf(link);
  return editableFields.filter((field) => {
    if (form[field] === original[field]) return false;
    if (field === 'tags') return !sameTags(form.tags, link.tags);
    if (field !== 'amount' || link.amount === undefined) return true;
    const parsed = parseAmount(form.amount, link.amount.currency);
    return !parsed.ok || parsed.money.amountMinor !== link.amount.amountMinor;
  });
}

/** One field of the form as a patch, or why it cannot become one. */
function readField(field: EditableField, form: EditForm, link: PaymentLink): LinkPatch | FieldProblem {
  switch (field) {
    case 'status':
      return { status: form.status };
    case 'expiresAt':
      return form.expiresAt === undefined ? { kind: 'expiry-missing' } : { expiresAt: form.expiresAt };
    case 'amount': {
      const parsed = parseAmount(form.amount, link.amount?.currency ?? '');
      return parsed.ok ? { amount: parsed.money } : { kind: 'amount', problem: parsed.problem };
    }
    case 'customerName':
    case 'orderText':
    case 'reference':
      return { [field]: form[field] };
    case 'tags': {
      const read = parseTags(form.tags);
      return read.ok ? { tags: form.tags } : { kind: 'tags', problem: read.problem, line: read.line };
    }
  }
}

const isRuled = (field: EditableField): field is RuledText =>
  (ruledTexts as readonly EditableField[]).includes(field);

function problemOfText(
  field: EditableField,
  form: EditForm,
  capabilities: Capabilities,
): FieldProblem | undefined {
  if (!isRuled(field)) return undefined;
  const problem = judgeText(form[field], capabilities.text[field]);
  if (problem === undefined) return undefined;
  return problem.kind === 'too-long'
    ? { kind: 'too-long', max: problem.maxLength }
    : { kind: 'symbol', symbol: problem.symbol };
}

/** What is wrong with one changed field, if anything. */
function problemOf(
  field: EditableField,
  form: EditForm,
  about: { readonly link: PaymentLink; readonly context: JudgeContext },
): FieldProblem | undefined {
  const { link, context } = about;
  const read = readField(field, form, link);
  if ('kind' in read) return read;
  const text = problemOfText(field, form, context.capabilities);
  if (text !== undefined && form[field] !== '') return text;
  const reopened = field === 'status' ? read : { ...read, status: form.status };
  const verdict = judgeEdit(link, reopened, context);
  return verdict.kind === 'not-allowed' && verdict.field === field
    ? { kind: 'reason', reason: verdict.reason }
    : undefined;
}

/** Judges the whole form against the link: what would change, and what is wrong where. Untouched fields are never judged. */
export function judgeForm(link: PaymentLink, form: EditForm, context: JudgeContext): FormVerdict {
  const touched = touchedFields(form, link);
  const problems: Partial<Record<EditableField, FieldProblem>> = {};
  let patch: LinkPatch = {};
  for (const field of touched) {
    const problem = problemOf(field, form, { link, context });
    if (problem !== undefined) problems[field] = problem;
    const read = readField(field, form, link);
    if (!('kind' in read)) patch = { ...patch, ...read };
  }
  const isDirty = touched.length > 0;
  if (Object.keys(problems).length > 0) return { isDirty, changes: [], problems };
  const verdict = judgeEdit(link, patch, context);
  return { isDirty, changes: verdict.kind === 'change' ? verdict.changes : [], problems };
}

/**
 * Carries unsent changes over to a link that has changed meanwhile: fields the user touched stay, the others follow the link.
 * Without this an untouched field would send its old value back over somebody else's change.
 */
export function rebaseForm(form: EditForm, before: PaymentLink, after: PaymentLink): EditForm {
  const touched = touchedFields(form, before);
  return { ...formOf(after), ...Object.fromEntries(touched.map((field) => [field, form[field]])) };
}

/** The patch to send: only what changes. */
export function patchOfVerdict(verdict: FormVerdict): LinkPatch {
  return patchOf(verdict.changes);
}
