import { judgeText, type Capabilities, type EditableField, type TextProblem } from './capability';
import { exponentOf } from './currency';
import type { Instant } from './instant';
import { sameMoney, type Money } from './money';
import { parseTags, sameTags } from './link-tags';
import type { PaymentLink } from './payment-link';

/** One requested change to one link, in absolute values: applying it twice is harmless. Absent fields stay as they are. */
export interface LinkPatch {
  readonly status?: 'open' | 'closed';
  readonly expiresAt?: Instant;
  readonly amount?: Money;
  readonly customerName?: string;
  readonly orderText?: string;
  readonly reference?: string;
  /** All tags the link is to have, in their text form. */
  readonly tags?: string;
}

/** One field before and after. */
export type FieldChange = {
  readonly [F in EditableField]: {
    readonly field: F;
    readonly before: PaymentLink[F] | undefined;
    readonly after: Exclude<LinkPatch[F], undefined>;
  };
}[EditableField];

/** Any value an editable field can have; undefined where nobody knows it. */
export type FieldValue = FieldChange['before' | 'after'];

/** Why a link may not be edited so. The interface words each. */
export const blockReasons = [
  'not-offered',
  'paid',
  'closed',
  'status-unknown',
  'currency-unknown',
  'currency-differs',
  'date-past',
  'no-expiry',
  'amount-zero',
  'amount-too-large',
  'text-too-long',
  'text-symbol',
  'text-empty',
  /** The provider knows no way on from an expired link. */
  'expired-final',
  'tags-unreadable',
  'tags-too-many',
  /** Another edit of the link is not yet decided. */
  'edit-waiting',
  /** An undo would have to restore a value that nobody ever knew. */
  'no-value-before',
] as const;
export type BlockReason = (typeof blockReasons)[number];

export type EditVerdict =
  | { readonly kind: 'change'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'no-change' }
  | { readonly kind: 'not-allowed'; readonly field?: EditableField; readonly reason: BlockReason };

/**
 * The state of a link that an edit was made against: what `changed since` is judged by. Reference and tags belong to it only where
 * the edit is about them.
 */
export type EditBase = Pick<PaymentLink, 'status' | 'expiresAt' | 'amount' | 'tags'> & {
  readonly reference?: string;
};

/**
 * Why no field of this link can be edited now. Paid links stay as they are (APS's refusal codes 117 and 125 suggest it);
 * a status nobody has confirmed must be checked first.
 */
export function judgeLink(link: PaymentLink): BlockReason | undefined {
  if (link.status === 'paid') return 'paid';
  return link.status === 'unknown' ? 'status-unknown' : undefined;
}

/** Why this one field of this link cannot be edited, whatever the new value. */
export function judgeField(
  link: PaymentLink,
  field: EditableField,
  capabilities: Capabilities,
): BlockReason | undefined {
  if (!capabilities.edit[field]) return 'not-offered';
  // Labels of the merchant's own: they can be put right whatever became of the link.
  if (field === 'reference' || field === 'tags') return undefined;
  if (link.status === 'expired' && !capabilities.changesExpired) return 'expired-final';
  const reason = judgeLink(link);
  if (reason !== undefined) return reason;
  if (field === 'amount' && (link.amount === undefined || exponentOf(link.amount.currency) === undefined)) {
    return 'currency-unknown';
  }
  // A closed link can be reopened; its other fields only after that, so that no date is set on a link nobody can pay.
  return link.status === 'closed' && field !== 'status' ? 'closed' : undefined;
}

function tagsReason(text: string): BlockReason | undefined {
  const tags = parseTags(text);
  if (tags.ok) return undefined;
  return tags.problem === 'too-many' ? 'tags-too-many' : 'tags-unreadable';
}

const textReason = {
  'too-long': 'text-too-long',
  'symbol-not-allowed': 'text-symbol',
} as const satisfies Record<TextProblem['kind'], BlockReason>;

function judgeValue(
  link: PaymentLink,
  change: FieldChange,
  context: { capabilities: Capabilities; now: Instant },
): BlockReason | undefined {
  switch (change.field) {
    case 'status':
      return undefined;
    case 'expiresAt':
      return change.after <= context.now ? 'date-past' : undefined;
    case 'amount':
      if (change.after.currency !== link.amount?.currency) return 'currency-differs';
      if (change.after.amountMinor <= 0) return 'amount-zero';
      return change.after.amountMinor > context.capabilities.maxAmountMinor ? 'amount-too-large' : undefined;
    case 'tags':
      return tagsReason(change.after);
    case 'customerName':
    case 'orderText':
    case 'reference': {
      // The provider refuses empty values, so a text can be replaced but not emptied.
      if (change.after.trim() === '') return 'text-empty';
      const problem = judgeText(change.after, context.capabilities.text[change.field]);
      return problem === undefined ? undefined : textReason[problem.kind];
    }
  }
}

/** The fields of a patch that differ from the link. Opening an expired link is no change: only a new date revives it. */
function changesOf(link: PaymentLink, patch: LinkPatch): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const { status, expiresAt, amount, customerName, orderText, reference, tags } = patch;
  const isOpen = link.status === 'open' || link.status === 'expired';
  if (status !== undefined && (status === 'open') !== isOpen) {
    changes.push({ field: 'status', before: link.status, after: status });
  }
  // Providers keep whole seconds.
  if (expiresAt !== undefined && Math.floor(expiresAt / 1000) !== Math.floor((link.expiresAt ?? -1) / 1000)) {
    changes.push({ field: 'expiresAt', before: link.expiresAt, after: expiresAt });
  }
  if (amount !== undefined && !sameMoney(amount, link.amount)) {
    changes.push({ field: 'amount', before: link.amount, after: amount });
  }
  if (customerName !== undefined && customerName !== (link.customerName ?? '')) {
    changes.push({ field: 'customerName', before: link.customerName, after: customerName });
  }
  if (orderText !== undefined && orderText !== (link.orderText ?? '')) {
    changes.push({ field: 'orderText', before: link.orderText, after: orderText });
  }
  if (reference !== undefined && reference !== link.reference) {
    changes.push({ field: 'reference', before: link.reference, after: reference });
  }
  if (tags !== undefined && !sameTags(tags, link.tags)) {
    changes.push({ field: 'tags', before: link.tags, after: tags });
  }
  return changes;
}

/** Decides what a patch would do to a link: change it (with before and after), nothing, or why it is not allowed. */
export function judgeEdit(
  link: PaymentLink,
  patch: LinkPatch,
  context: { capabilities: Capabilities; now: Instant },
): EditVerdict {
  const changes = changesOf(link, patch);
  // A patch that reopens a closed link may set its other fields in the same call.
  const asEdited =
    patch.status === 'open' && link.status === 'closed' ? { ...link, status: 'open' as const } : link;
  for (const change of changes) {
    const reason =
      judgeField(change.field === 'status' ? link : asEdited, change.field, context.capabilities) ??
      judgeValue(link, change, context);
    if (reason !== undefined) return { kind: 'not-allowed', field: change.field, reason };
  }
  return changes.length === 0 ? { kind: 'no-change' } : { kind: 'change', changes };
}

/** A bulk edit blocks a row for its status even where the new value would be no change: the reason matters to the reader. */
export function judgeBulkEdit(
  link: PaymentLink,
  patch: LinkPatch,
  context: { capabilities: Capabilities; now: Instant },
): EditVerdict {
  for (const field of Object.keys(patch) as EditableField[]) {
    const reason = judgeField(link, field, context.capabilities);
    if (reason !== undefined) return { kind: 'not-allowed', field, reason };
  }
  return judgeEdit(link, patch, context);
}

/** The patch made of just these changes: nothing is sent that does not change. */
export function patchOf(changes: readonly FieldChange[]): LinkPatch {
  return Object.fromEntries(changes.map(({ field, after }) => [field, after]));
}

/** The values an edit was made against, kept with it. */
export function baseOf(link: PaymentLink, patch: LinkPatch = {}): EditBase {
  return {
    ...(patch.reference === undefined ? {} : { reference: link.reference }),
    ...(patch.tags === undefined ? {} : { tags: link.tags ?? '' }),
    status: link.status,
    ...(link.expiresAt === undefined ? {} : { expiresAt: link.expiresAt }),
    ...(link.amount === undefined ? {} : { amount: link.amount }),
  };
}

/** The fields in which a link no longer is what an edit was made against: a conflict for the user to decide. */
export function changedSince(base: EditBase, now: EditBase): readonly (keyof EditBase)[] {
  const changed: (keyof EditBase)[] = [];
  // An open link that ran past its date is the same link to its provider.
  const word = (status: EditBase['status']) => (status === 'expired' ? 'open' : status);
  if (word(base.status) !== word(now.status)) changed.push('status');
  if (base.expiresAt !== now.expiresAt) changed.push('expiresAt');
  if (!sameMoney(base.amount, now.amount)) changed.push('amount');
  if (base.reference !== undefined && base.reference !== now.reference) changed.push('reference');
  if (base.tags !== undefined && !sameTags(base.tags, now.tags)) changed.push('tags');
  return changed;
}

/** Whether a link, as its provider now tells it, holds every value of a patch that a check can show. */
export function holdsPatch(link: EditBase, patch: LinkPatch): boolean {
  const isOpen = link.status === 'open' || link.status === 'expired';
  if (patch.status !== undefined && (patch.status === 'open' ? !isOpen : link.status !== 'closed'))
    return false;
  if (
    patch.expiresAt !== undefined &&
    Math.floor(patch.expiresAt / 1000) !== Math.floor((link.expiresAt ?? -1) / 1000)
  ) {
    return false;
  }
  if (patch.reference !== undefined && patch.reference !== link.reference) return false;
  if (patch.tags !== undefined && !sameTags(patch.tags, link.tags)) return false;
  return patch.amount === undefined || sameMoney(patch.amount, link.amount);
}
